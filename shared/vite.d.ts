/** What the bundler adds to a module: the texts of a folder, read at build time. */
interface ImportMeta {
  glob(
    pattern: string | string[],
    options: { readonly query: '?raw'; readonly import: 'default'; readonly eager: true },
  ): Record<string, string>
  /** Modules that are loaded when they are asked for. */
  glob(pattern: string): Record<string, () => Promise<unknown>>
}
