// Before the first paint: the theme that was chosen, or the system's. A file of its own because the content
// security policy allows no inline script. The key is `colorSchemeKey` of libs/ui.
(() => {
  let chosen = null;
  try {
    chosen = localStorage.getItem('platen.color-scheme');
  } catch {
    // storage is switched off: the system's theme it is
  }
  const dark =
    chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
