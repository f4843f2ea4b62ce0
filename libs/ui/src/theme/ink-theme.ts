import { createTheme, defaultVariantColorsResolver, type MantineColorsTuple } from '@mantine/core';

// Mantine wants ten shades; the pages only ever see the tokens of ink.css
const ink: MantineColorsTuple = [
  '#e9edf5',
  '#d3dbea',
  '#b9c8ec',
  '#8fa3d0',
  '#5f78ae',
  '#3d5690',
  '#243b6b',
  '#1f335d',
  '#1b2d54',
  '#1b2433',
];

/**
 * The one theme of the portal: 'ink on paper'. Colours are CSS variables of ink.css so that light and dark
 * differ there and nowhere else.
 */
export const inkTheme = createTheme({
  colors: { ink },
  primaryColor: 'ink',
  primaryShade: 6,
  fontFamily: '"Inter Variable", system-ui, sans-serif',
  defaultRadius: 6,
  respectReducedMotion: true,
  cursorType: 'pointer',
  variantColorResolver: (input) => {
    if (input.variant === 'filled') {
      return {
        background: 'var(--accent)',
        hover: 'var(--accent-hover)',
        color: 'var(--on-accent)',
        border: '1px solid transparent',
      };
    }
    if (input.variant === 'subtle') {
      return {
        background: 'transparent',
        hover: 'var(--accent-soft)',
        color: 'var(--ink)',
        border: '1px solid transparent',
      };
    }
    return defaultVariantColorsResolver(input);
  },
  components: {
    Button: { defaultProps: { size: 'sm', loaderProps: { type: 'dots' } } },
    TextInput: { defaultProps: { size: 'sm' } },
    PasswordInput: { defaultProps: { size: 'sm' } },
    NativeSelect: { defaultProps: { size: 'sm' } },
    Tabs: { defaultProps: { variant: 'default', keepMounted: false } },
  },
});
