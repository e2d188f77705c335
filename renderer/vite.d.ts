/** Set by the bundler. */
interface ImportMetaEnv {
  readonly DEV: boolean
  readonly PROD: boolean
}

interface ImportMeta {
  readonly env: ImportMetaEnv
}

declare module '*.css'

/** The address of a file that the bundler copies beside the page. */
declare module '*?url' {
  const address: string
  export default address
}

declare module '*.svg' {
  const address: string
  export default address
}

declare module '*.png' {
  const address: string
  export default address
}
