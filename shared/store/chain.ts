import { fromHex, toHex } from '../kernel/bytes'
import { sha256 as portableSha256, type Sha256 } from '../kernel/sha256'

const START = new TextEncoder().encode('zhike chain 1\n')
const LINK = new TextEncoder().encode('zhike link 1\n')

/** The chain before a writer's first change: it depends on the writer alone. 64 hex digits. [ST9] */
export function chainStart(writer: string, sha256: Sha256 = portableSha256): string {
  const name = new TextEncoder().encode(writer)
  const bytes = new Uint8Array(START.length + name.length)
  bytes.set(START)
  bytes.set(name, START.length)
  return toHex(sha256(bytes))
}

/** The chain after change `seq` whose payload hash is `hash`, both chains in hex. [ST10] */
export function chainNext(chain: string, seq: number, hash: string, sha256: Sha256 = portableSha256): string {
  const bytes = new Uint8Array(LINK.length + 32 + 8 + 32)
  bytes.set(LINK)
  bytes.set(hexOrThrow(chain), LINK.length)
  new DataView(bytes.buffer).setBigUint64(LINK.length + 32, BigInt(seq), true)
  bytes.set(hexOrThrow(hash), LINK.length + 40)
  return toHex(sha256(bytes))
}

function hexOrThrow(hex: string): Uint8Array {
  const bytes = fromHex(hex)
  if (bytes?.length !== 32) throw new Error(`not a SHA-256 in hex: ${hex.slice(0, 80)}`)
  return bytes
}
