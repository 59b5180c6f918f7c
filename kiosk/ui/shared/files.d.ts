// What the bundler makes of files that are not TypeScript.

/** An icon's source, as `import play from 'lucide-static/icons/play.svg?raw'` gives it. */
type Svg = string & { readonly svg: unique symbol };

declare module '*.svg?raw' {
  const svg: Svg;
  export default svg;
}
