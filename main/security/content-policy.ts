import { FIRST_WORDS, type FirstWords } from '../../shared/ipc/frame'

/**
 * The content security policy of every page. Scripts and workers come from the program's files alone; inline styles
 * only with the nonce that this one answer carries (emotion asks for it), and no address outside is ever asked.
 * `wasm-unsafe-eval` lets pdf.js decode pictures; it does not allow `eval`.
 */
export function contentPolicy(nonce: string, development: { readonly origin: string } | null): string {
  const socket = development ? ` ${development.origin.replace(/^http/, 'ws')}` : ''
  const inline = development ? " 'unsafe-inline'" : ` 'nonce-${nonce}'`
  return [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval'${development ? inline : ''}`,
    `style-src 'self'${inline}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${socket}`,
    "worker-src 'self'",
    "manifest-src 'none'",
    "object-src 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

/** Says the nonce to the page, where its style engine looks for it: `meta[property=csp-nonce]`, property `nonce`. */
export function withNonce(html: string, nonce: string): string {
  return html.replace(/<head>/i, (head) => `${head}<meta property="csp-nonce" nonce="${nonce}" />`)
}

/** Says to the page what is known before anything is opened, so that its first drawing need not ask: `meta[name=FIRST_WORDS]`. */
export function withFirstWords(html: string, words: FirstWords): string {
  const content = JSON.stringify(words).replace(/[&<>"]/g, (sign) => `&#${String(sign.charCodeAt(0))};`)
  return html.replace(/<head>/i, (head) => `${head}<meta name="${FIRST_WORDS}" content="${content}" />`)
}
