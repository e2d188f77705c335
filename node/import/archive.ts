import { pipeline, type Readable } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { fromBuffer, open, type Entry, type ZipFile } from 'yauzl'
import type { Budget } from './budget'
import { broken, Stop } from './stop'

/** Files inside of a workbook: more are no workbook. */
const MOST_FILES = 10_000

/** A workbook's archive. Nothing of it is ever written anywhere: names are only compared. */
export interface Archive {
  readonly has: (name: string) => boolean
  readonly names: () => readonly string[]
  /** Hands over the bytes of one file in pieces, counted as they come out; nothing when it is not there. */
  readonly read: (name: string, take: (bytes: Uint8Array) => void) => Promise<void>
  readonly close: () => void
}

/** Opens an archive at a path, or one that is in memory already. */
export async function openArchive(source: string | Buffer, budget: Budget): Promise<Archive> {
  const zip = await openZip(source)
  const entries = await entriesOf(zip).catch((error: unknown) => {
    zip.close()
    throw asStop(error)
  })
  return {
    has: (name) => entries.has(name),
    names: () => [...entries.keys()],
    read: async (name, take) => {
      const entry = entries.get(name)
      if (entry === undefined) return
      if (entry.isEncrypted()) throw new Stop({ type: 'PasswordProtected' })
      await readEntry(zip, entry, budget, take).catch((error: unknown) => {
        throw asStop(error)
      })
    },
    close: () => {
      zip.close()
    },
  }
}

const options = { lazyEntries: true, autoClose: false } as const

const openZip = (source: string | Buffer): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    const opened = (error: Error | null, zip: ZipFile) => {
      if (error === null) resolve(zip)
      else reject(asStop(error))
    }
    try {
      if (typeof source === 'string') open(source, options, opened)
      else fromBuffer(source, options, opened)
    } catch (error) {
      reject(asStop(error))
    }
  })

const entriesOf = (zip: ZipFile): Promise<ReadonlyMap<string, Entry>> =>
  new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>()
    zip.on('entry', (entry: Entry) => {
      if (!entries.has(entry.fileName)) entries.set(entry.fileName, entry)
      if (entries.size > MOST_FILES) reject(broken('压缩包里的文件过多'))
      else zip.readEntry()
    })
    zip.on('end', () => {
      resolve(entries)
    })
    zip.on('error', reject)
    zip.readEntry()
  })

async function readEntry(
  zip: ZipFile,
  entry: Entry,
  budget: Budget,
  take: (bytes: Uint8Array) => void,
): Promise<void> {
  const isDeflated = entry.compressionMethod === DEFLATED
  const stored = await new Promise<Readable>((resolve, reject) => {
    const opened = (error: Error | null, stream: Readable) => {
      if (error === null) resolve(stream)
      else reject(error)
    }
    // yauzl would inflate in pieces of 16 KiB, each a way to another thread and back.
    if (isDeflated) zip.openReadStream(entry, { decodeFileData: false }, opened)
    else zip.openReadStream(entry, opened)
  })
  const inflating = isDeflated ? createInflateRaw({ chunkSize: PIECE }) : null
  // What goes wrong on the way is met by the loop.
  if (inflating) pipeline(stored, inflating, () => undefined)
  let size = 0
  // Leaving the loop closes the streams.
  for await (const bytes of (inflating ?? stored) as AsyncIterable<Buffer>) {
    size += bytes.length
    budget.inflate(bytes.length)
    take(bytes)
    await budget.breathe()
  }
  if (size !== entry.uncompressedSize) throw new Error('another size than the archive says')
}

/** ZIP, 4.4.5. */
const DEFLATED = 8
/** Bytes that are inflated at once. */
const PIECE = 262_144

/** What the unpacker finds wrong is damage of the file. */
const asStop = (error: unknown): Stop =>
  error instanceof Stop
    ? error
    : broken(error instanceof Error && isSystem(error) ? '读不出来' : '压缩内容不完整')

const isSystem = (error: Error): boolean => 'syscall' in error
