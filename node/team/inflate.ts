import { inflateRaw, type InflateRaw, type InputType, type ZlibOptions } from 'node:zlib'

/** With `info` the engine comes along, which knows how much of the input it took. */
type WithEngine = (
  input: InputType,
  options: ZlibOptions & { readonly info: true },
  done: (error: Error | null, result: { readonly buffer: Buffer; readonly engine: InflateRaw }) => void,
) => void

const inflate = inflateRaw as unknown as WithEngine

/** Inflates raw DEFLATE that gives exactly `size` bytes and ends where the input ends; null for anything else. Never takes more memory. */
export function inflateExactly(packed: Uint8Array, size: number): Promise<Uint8Array | null> {
  return new Promise((resolve) => {
    inflate(packed, { info: true, maxOutputLength: Math.max(1, size) }, (error, result) => {
      const isExact =
        error === null && result.buffer.length === size && result.engine.bytesWritten === packed.length
      resolve(isExact ? result.buffer : null)
    })
  })
}
