/** Class names of a CSS module; a name that the file does not have is undefined, as at run time. */
declare module '*.module.css' {
  const classes: Readonly<Record<string, string | undefined>>;
  export default classes;
}

declare module '*.css';
