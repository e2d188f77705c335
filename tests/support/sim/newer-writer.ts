import { sha256 } from '../../../node/store/native-sha256'
import { encodeContainer } from '../../../node/team/format/container'
import { mintOf } from '../../../node/team/format/identity'
import { segmentPath, teamNames } from '../../../node/team/format/names'
import { toHex } from '../../../shared/kernel/bytes'
import { canonicalJson, type Json } from '../../../shared/kernel/canonical-json'
import { chainNext, chainStart, FORMAT } from '../../../shared/store'
import { encodeFrame, FRAME_TYPE } from '../../../shared/store/frame'
import { encodeClosing, encodeHeader } from '../../../shared/store/segment'
import { seededBytes, TEAM } from '../team-device'
import { pairNamed, writerNamed } from './sim-keys'

export interface NewerSegment {
  readonly segment: number
  readonly path: string
  readonly bytes: Uint8Array
}

/** A computer whose program writes changes of version 2 among those that today's can read. [TF22] */
export class NewerWriter {
  readonly #pair = pairNamed('高')
  readonly #writer = writerNamed(this.#pair.secret, 0)
  #seq = 0
  #segment = 0
  #chain = chainStart(this.#writer, sha256)

  constructor(
    private readonly secret: Uint8Array | null,
    private readonly time: { readonly ms: number },
  ) {}

  /** How far it wrote: everybody has to have all of it, whatever can be read. */
  get end(): { readonly writer: string; readonly seq: number } {
    return { writer: this.#writer, seq: this.#seq }
  }

  async next(): Promise<NewerSegment> {
    const writer = this.#writer
    const segment = ++this.#segment
    const header = encodeHeader(
      {
        format: FORMAT,
        folder: TEAM,
        writer,
        segment,
        previous: { seq: this.#seq, chain: this.#chain },
        reason: segment === 1 ? 'first' : 'rotated',
        torn: [],
        created: this.time.ms,
        program: '9.9.9',
      },
      sha256,
    )
    // Every other segment holds nothing that today's program can read.
    const versions = segment % 2 === 1 ? [2] : [1, 2, 1]
    const before = Buffer.concat([header, ...versions.map((v) => this.#frame(v))])
    const end = { seq: this.#seq, chain: this.#chain }
    const body = Buffer.concat([before, encodeClosing(end, before, versions.length + 1, sha256)])
    const place = { kind: 'segment', writer, segment, mint: mintOf(this.#pair.key, writer) } as const
    const sealing = {
      team: TEAM,
      pair: this.#pair,
      secret: this.secret,
      random: seededBytes(`newer ${segment}`),
    }
    const tag = teamNames(TEAM, this.secret).tag(Buffer.from(this.#chain, 'ascii'))
    return {
      segment,
      path: segmentPath(writer, segment, tag),
      bytes: await encodeContainer(place, body, sealing),
    }
  }

  #frame(v: number): Uint8Array {
    const seq = ++this.#seq
    const change = {
      v,
      writer: this.#writer,
      seq,
      hlc: { ms: this.time.ms, n: 0 },
      entity: { kind: 'record', id: 'r1' },
      edits: [{ op: v === 1 ? 'set' : 'weave', path: ['f1'], value: `newer ${seq}`, over: [] }],
    }
    const payload = Buffer.from(canonicalJson(change as unknown as Json), 'utf8')
    const hash = toHex(sha256(payload))
    this.#chain = chainNext(this.#chain, seq, hash, sha256)
    return encodeFrame({ type: FRAME_TYPE.change, flags: 0, seq, hash, chain: this.#chain, payload })
  }
}
