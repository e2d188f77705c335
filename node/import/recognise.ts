import type { SourceRefusal } from '../../shared/import/refusal'

/** What a file is by its first bytes; its name says nothing. */
export type Recognised =
  | { readonly is: 'archive' }
  | { readonly is: 'text' }
  | { readonly is: 'refused'; readonly refusal: SourceRefusal }

const ARCHIVE = [0x50, 0x4b]
/** Container of Office before 2007, and of everything that is locked with a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

const beginsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, i) => bytes[i] === byte)

/** `head`: the first bytes; `has`: whether the whole file holds a text. */
export function recognise(head: Uint8Array, has: (bytes: Buffer) => boolean): Recognised {
  if (head.length === 0) return refused({ type: 'Empty' })
  if (beginsWith(head, ARCHIVE)) return { is: 'archive' }
  if (beginsWith(head, COMPOUND)) {
    // Names in a compound file are UTF-16.
    const names = (name: string) => has(Buffer.from(name, 'utf16le'))
    if (names('EncryptedPackage')) return refused({ type: 'PasswordProtected' })
    return refused({ type: names('Workbook') || names('Book') ? 'OldExcel' : 'NotATable' })
  }
  // BIFF2 to BIFF5 without a container: the record BOF and its length.
  if (head[0] === 0x09 && [0, 2, 4, 8].includes(head[1] ?? -1) && [4, 6, 8, 16].includes(head[2] ?? -1))
    return refused({ type: 'OldExcel' })
  const start = Buffer.from(head.subarray(0, 4096))
    .toString('latin1')
    .replace(/^(?:\u00EF\u00BB\u00BF)?\s*/, '')
  if (/^<(?:!doctype html|html|head|table|meta|style)/i.test(start)) return refused({ type: 'WebPage' })
  if (start.startsWith('<?xml') && start.includes('urn:schemas-microsoft-com:office:spreadsheet'))
    return refused({ type: 'OldExcel' })
  if (/^(?:<\?xml|%PDF|\{\\rtf|\u0089PNG|\u00FF\u00D8\u00FF|GIF8)/.test(start))
    return refused({ type: 'NotATable' })
  return { is: 'text' }
}

const refused = (refusal: SourceRefusal): Recognised => ({ is: 'refused', refusal })
