import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { net, protocol, type ProtocolRequest, type ProtocolResponse } from 'electron'
import type { FirstWords } from '../../shared/ipc/frame'
import { contentPolicy, withFirstWords, withNonce } from './content-policy'
import { SCHEME } from './origin'
import { servedFile } from './served-file'

export interface Serving {
  /** The build's folder, with `renderer` and `fonts` in it. */
  readonly out: string
  /** In development the pages come from the bundler's server instead. */
  readonly development: { readonly origin: string } | null
  /** What is served once, out of memory: the sheet that goes to the printer. */
  readonly once: (path: string) => Uint8Array | null
  /** What the window is to know before it can ask. */
  readonly firstWords: () => FirstWords
  /** Called when a page has been given its scripts and asks for no more: it is busy with them from then on. */
  readonly onScripts: () => void
}

/** The window's own page; the others are sheets on their way to the printer. */
const WINDOW = '/index.html'

/** Before the program is ready: the scheme is a real, secure origin with storage, but no way out. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ])
}

/** Bytes from which a file's memory is not left to the collector. */
const LARGE = 1_000_000

/** Milliseconds without another file after which a page has all its scripts. */
const PAUSE = 15

/**
 * `protocol.handle` would say the same as web streams through JavaScript, on the thread that everything waits for: a third of a
 * start's time (docs/decisions/030).
 */
export function serveProgram(serving: Serving): void {
  let pause: NodeJS.Timeout | undefined
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- what is to come after it, `registerSource`, is not in every runtime yet
  protocol.registerBufferProtocol(SCHEME, (request, send) => {
    clearTimeout(pause)
    void answer(request, serving)
      .catch(() => refusal(502))
      .then((answered) => {
        send(answered)
        giveBack(answered)
        clearTimeout(pause)
        if (answered.mimeType !== 'text/html') pause = setTimeout(serving.onScripts, PAUSE)
      })
  })
}

/**
 * What was sent has been copied; the memory is given back at once. Fonts are ten megabytes each, and the collector would leave them
 * lying about: 60 MB of an idle program.
 */
function giveBack({ data }: ProtocolResponse): void {
  if (!Buffer.isBuffer(data) || data.byteLength < LARGE || data.byteLength < data.buffer.byteLength) return
  // Chromium 114 has it, the types of Node 20 do not.
  const memory = data.buffer as ArrayBufferLike & { readonly transfer?: (length: number) => unknown }
  memory.transfer?.(0)
}

async function answer(request: ProtocolRequest, serving: Serving): Promise<ProtocolResponse> {
  if (request.method !== 'GET') return refusal(405)
  const { pathname } = new URL(request.url)
  const once = serving.once(pathname)
  if (once) return response('application/pdf', Buffer.from(once), serving)
  const file = servedFile(request.url, serving.out)
  if (serving.development && !pathname.startsWith('/fonts/')) return fromBundler(request, serving.development)
  if (!file) return refusal(404)
  let body: Buffer
  try {
    body = await readFile(file.path)
  } catch {
    return refusal(404)
  }
  if (!file.type.startsWith('text/html')) return response(file.type, body, serving)
  const nonce = randomBytes(16).toString('base64')
  const page = withNonce(body.toString('utf8'), nonce)
  const isWindow = pathname === WINDOW
  return response(
    file.type,
    Buffer.from(isWindow ? withFirstWords(page, serving.firstWords()) : page),
    serving,
    nonce,
  )
}

function response(
  type: string,
  data: Buffer,
  serving: Serving,
  nonce = randomBytes(16).toString('base64'),
): ProtocolResponse {
  const [mimeType = type] = type.split(';')
  const headers = {
    'content-type': type,
    'content-security-policy': contentPolicy(nonce, serving.development),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  }
  const charset = type.includes('charset=utf-8') ? { charset: 'utf-8' } : {}
  return { statusCode: 200, mimeType, ...charset, headers, data }
}

function refusal(statusCode: number): ProtocolResponse {
  return {
    statusCode,
    headers: { 'content-security-policy': "default-src 'none'" },
    data: Buffer.alloc(0),
  }
}

async function fromBundler(
  request: ProtocolRequest,
  development: { readonly origin: string },
): Promise<ProtocolResponse> {
  const { pathname, search } = new URL(request.url)
  const found = await net.fetch(development.origin + pathname + search, {
    bypassCustomProtocolHandlers: true,
  })
  const headers = Object.fromEntries(found.headers)
  headers['content-security-policy'] = contentPolicy('', development)
  const [mimeType = ''] = (headers['content-type'] ?? '').split(';')
  return { statusCode: found.status, mimeType, headers, data: Buffer.from(await found.arrayBuffer()) }
}
