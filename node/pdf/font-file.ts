import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** Bytes of a font file's head, and of each table's entry behind it (OpenType, "Organization of an OpenType Font"). */
const HEAD = 12
const ENTRY = 16

/** How a font file begins: TrueType outlines, or PostScript ones (`OTTO`). */
const BEGINNINGS: ReadonlySet<number> = new Set([0x00010000, 0x4f54544f])

/** A font of which only what was asked for lies in memory: nearly all of the file are outlines, and a document has some hundred of them. */
export interface FontFile {
  /** As long as the file. What stands in `glyf` is zero until `need` was called for it, and takes no memory before. */
  readonly bytes: Uint8Array
  /** Reads these bytes of the file into their place. */
  readonly need: (from: number, to: number) => void
}

/** Reads all but the outlines of a TrueType font; the file stays open for them. Throws when it cannot be read or is no font. */
export function openFontFile(path: string): FontFile {
  const file = openSync(path, 'r')
  try {
    const bytes = new Uint8Array(fstatSync(file).size)
    const need = (from: number, to: number) => {
      readInto(file, bytes, from, to)
    }
    need(0, HEAD)
    const view = new DataView(bytes.buffer)
    if (!BEGINNINGS.has(view.getUint32(0))) throw new Error('no font')
    const tables = HEAD + view.getUint16(4) * ENTRY
    need(HEAD, tables)
    const [from, to] = outlinesIn(view, tables) ?? [bytes.length, bytes.length]
    need(tables, from)
    need(to, bytes.length)
    if (from === to) closeSync(file)
    return { bytes, need }
  } catch (error) {
    closeSync(file)
    throw error
  }
}

/** Whether there is a file that begins as a font does. Throws when it cannot be read. */
export function beginsAsFont(path: string): boolean {
  const file = openSync(path, 'r')
  try {
    const bytes = new Uint8Array(4)
    readInto(file, bytes, 0, 4)
    return BEGINNINGS.has(new DataView(bytes.buffer).getUint32(0))
  } finally {
    closeSync(file)
  }
}

/** Where the table `glyf` begins and ends; null: the font has none. */
function outlinesIn(view: DataView, tables: number): readonly [from: number, to: number] | null {
  for (let entry = HEAD; entry < tables; entry += ENTRY) {
    if (view.getUint32(entry) !== GLYF) continue
    const from = view.getUint32(entry + 8)
    return [from, from + view.getUint32(entry + 12)]
  }
  return null
}

const GLYF = 0x676c7966

function readInto(file: number, bytes: Uint8Array, from: number, to: number): void {
  for (let at = from; at < to;) {
    const read = readSync(file, bytes, at, to - at, at)
    if (read === 0) throw new Error('the font ends too early')
    at += read
  }
}
