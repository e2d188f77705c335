import { extname, join } from 'node:path'

/** Media types of what the build writes; a file of any other kind is not served. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.otf': 'font/otf',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
  '.icc': 'application/octet-stream',
}

export interface ServedFile {
  readonly path: string
  readonly type: string
}

/** One name of a path: no separators, no drive letters, not hidden, not `..`. */
const plainName = /^[A-Za-z0-9_@-][A-Za-z0-9_@.-]*$/

/**
 * The file that an address of the program stands for: below `out/renderer`, or below `out/fonts` for `/fonts/…`.
 * null for everything else: a path that leaves them, a name that is not plain, a kind that is not known.
 */
export function servedFile(address: string, out: string): ServedFile | null {
  const path = decodedPath(address)
  if (path === null) return null
  const names = path === '/' ? ['index.html'] : path.slice(1).split('/')
  if (!names.every((name) => plainName.test(name) && !name.includes('..'))) return null
  const type = types[extname(names.at(-1) ?? '').toLowerCase()]
  if (type === undefined) return null
  const isFont = names[0] === 'fonts'
  return { path: isFont ? join(out, ...names) : join(out, 'renderer', ...names), type }
}

function decodedPath(address: string): string | null {
  try {
    return decodeURIComponent(new URL(address).pathname)
  } catch {
    return null
  }
}
