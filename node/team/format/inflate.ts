import { inflateRaw, inflateRawSync, type InflateRaw, type InputType, type ZlibOptions } from 'node:zlib'

/** With `info` the engine comes along, which knows how much of the input it took. */
type WithEngine = (
  input: InputType,
  options: ZlibOptions & { readonly info: true },
  done: (error: Error | null, result: { readonly buffer: Buffer; readonly engine: InflateRaw }) => void,
) => void

const inflate = inflateRaw as unknown as WithEngine

type SyncWithEngine = (
  input: InputType,
  options: ZlibOptions & { readonly info: true },
) => { readonly buffer: Buffer; readonly engine: InflateRaw }

const inflateSync = inflateRawSync as unknown as SyncWithEngine

/** Up to so many bytes, inflating takes less time than handing it to another thread. */
const SMALL = 16_384

/** Inflates raw DEFLATE that gives exactly `size` bytes and ends where the input ends; null for anything else. Never takes more memory. */
export function inflateExactly(packed: Uint8Array, size: number): Promise<Uint8Array | null> {
  const options = {
    info: true,
    maxOutputLength: Math.max(1, size),
    chunkSize: Math.min(SMALL, Math.max(64, size)),
  } as const
  const exactly = ({ buffer, engine }: { readonly buffer: Buffer; readonly engine: InflateRaw }) =>
    buffer.length === size && engine.bytesWritten === packed.length ? buffer : null
  if (size <= SMALL && packed.length <= SMALL) return Promise.resolve(atOnce(packed, options, exactly))
  return new Promise((resolve) => {
    inflate(packed, options, (error, result) => {
      resolve(error === null ? exactly(result) : null)
    })
  })
}

function atOnce(
  packed: Uint8Array,
  options: Parameters<SyncWithEngine>[1],
  exactly: (result: ReturnType<SyncWithEngine>) => Buffer | null,
): Buffer | null {
  try {
    return exactly(inflateSync(packed, options))
  } catch {
    return null
  }
}
