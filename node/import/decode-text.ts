import type { SourceNote, TextEncoding } from '../../shared/import/cell'
import { Stop } from './stop'

export interface DecodedText {
  readonly text: string
  readonly notes: readonly SourceNote[]
}

/** More than this share of characters that are none: no text. */
const MOST_STRANGE = 0.01

/** Text of a file in the encodings that Chinese programs write: UTF-8, GBK (as GB 18030), UTF-16. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const { encoding, text } = decoded(bytes)
  const strange = text.match(/\uFFFD/g)?.length ?? 0
  const controls = text.match(/[\u0000-\u0008\u000E-\u001F]/g)?.length ?? 0
  if (controls + strange > Math.max(2, text.length * MOST_STRANGE)) throw new Stop({ type: 'NotATable' })
  return {
    text,
    notes: [
      { note: 'encoding', encoding },
      ...(strange > 0 ? [{ note: 'strangeBytes', count: strange } as const] : []),
    ],
  }
}

function decoded(bytes: Uint8Array): { readonly encoding: TextEncoding; readonly text: string } {
  const marked = markOf(bytes) ?? unmarkedUtf16(bytes)
  if (marked) return { encoding: marked, text: new TextDecoder(marked).decode(bytes) }
  try {
    return { encoding: 'utf-8', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    // Damaged UTF-8 is nearer to UTF-8 than to GBK.
    const utf8 = new TextDecoder('utf-8').decode(bytes)
    const gbk = new TextDecoder('gb18030').decode(bytes)
    return strangeIn(utf8) < strangeIn(gbk)
      ? { encoding: 'utf-8', text: utf8 }
      : { encoding: 'gb18030', text: gbk }
  }
}

const strangeIn = (text: string): number => text.match(/\uFFFD/g)?.length ?? 0

function markOf(bytes: Uint8Array): TextEncoding | null {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  return a === 0xfe && b === 0xff ? 'utf-16be' : null
}

/** Separators and line ends are two bytes in UTF-16, one of them zero. */
function unmarkedUtf16(bytes: Uint8Array): TextEncoding | null {
  const head = bytes.subarray(0, 4096)
  let even = 0
  let odd = 0
  for (const [i, byte] of head.entries()) {
    if (byte !== 0) continue
    if (i % 2 === 0) even++
    else odd++
  }
  if (odd > 0 && even === 0 && bytes.length % 2 === 0) return 'utf-16le'
  return even > 0 && odd === 0 && bytes.length % 2 === 0 ? 'utf-16be' : null
}
