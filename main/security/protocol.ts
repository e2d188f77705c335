import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { net, protocol } from 'electron'
import { contentPolicy, withNonce } from './content-policy'
import { SCHEME } from './origin'
import { servedFile } from './served-file'

export interface Serving {
  /** The build's folder, with `renderer` and `fonts` in it. */
  readonly out: string
  /** In development the pages come from the bundler's server instead. */
  readonly development: { readonly origin: string } | null
  /** What is served once, out of memory: the sheet that goes to the printer. */
  readonly once: (path: string) => Uint8Array | null
}

/** Before the program is ready: the scheme is a real, secure origin with storage, but no way out. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ])
}

export function serveProgram(serving: Serving): void {
  protocol.handle(SCHEME, (request) => answer(request, serving))
}

async function answer(request: Request, serving: Serving): Promise<Response> {
  if (request.method !== 'GET') return refusal(405)
  const { pathname } = new URL(request.url)
  const once = serving.once(pathname)
  if (once) return new Response(Buffer.from(once), { headers: headers('application/pdf', serving) })
  const file = servedFile(request.url, serving.out)
  if (serving.development && !pathname.startsWith('/fonts/')) return fromBundler(request, serving.development)
  if (!file) return refusal(404)
  let body: Buffer
  try {
    body = await readFile(file.path)
  } catch {
    return refusal(404)
  }
  if (!file.type.startsWith('text/html')) return new Response(body, { headers: headers(file.type, serving) })
  const nonce = randomBytes(16).toString('base64')
  const page = withNonce(body.toString('utf8'), nonce)
  return new Response(page, { headers: headers(file.type, serving, nonce) })
}

function headers(
  type: string,
  serving: Serving,
  nonce = randomBytes(16).toString('base64'),
): Record<string, string> {
  return {
    'content-type': type,
    'content-security-policy': contentPolicy(nonce, serving.development),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  }
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: { 'content-security-policy': "default-src 'none'" } })
}

async function fromBundler(request: Request, development: { readonly origin: string }): Promise<Response> {
  const { pathname, search } = new URL(request.url)
  const found = await net.fetch(development.origin + pathname + search, {
    bypassCustomProtocolHandlers: true,
  })
  const copy = new Headers(found.headers)
  copy.set('content-security-policy', contentPolicy('', development))
  return new Response(found.body, { status: found.status, headers: copy })
}
