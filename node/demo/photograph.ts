import { deflateSync } from 'node:zlib'
import { crc32 } from '../../shared/store/crc32'

const WIDTH = 480
const HEIGHT = 360

type Colour = readonly [red: number, green: number, blue: number]
interface Patch {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly colour: Colour
}

const WALLS: readonly Colour[] = [
  [226, 222, 212],
  [214, 222, 224],
  [228, 218, 206],
  [216, 224, 212],
]

/** A refrigerator on a kitchen floor with a puddle before it, flat as a sticker: nobody takes it for a real one. */
export function photograph(variant: number): Uint8Array {
  const wall = WALLS[variant % WALLS.length] ?? [220, 220, 220]
  const left = 150 + variant * 22
  const patches: readonly Patch[] = [
    { x: 0, y: 0, width: WIDTH, height: HEIGHT, colour: wall },
    { x: 0, y: 268, width: WIDTH, height: 92, colour: [168, 146, 122] },
    { x: 0, y: 262, width: WIDTH, height: 8, colour: [244, 242, 236] },
    { x: left - 3, y: 47, width: 146, height: 246, colour: [120, 128, 134] },
    { x: left, y: 50, width: 140, height: 238, colour: [238, 241, 243] },
    { x: left, y: 130, width: 140, height: 4, colour: [150, 158, 164] },
    { x: left + 12, y: 76, width: 6, height: 40, colour: [130, 138, 144] },
    { x: left + 12, y: 148, width: 6, height: 62, colour: [130, 138, 144] },
    { x: left + 96, y: 66, width: 28, height: 10, colour: [44, 92, 138] },
    { x: left - 26, y: 300, width: 190, height: 12, colour: [142, 172, 190] },
    { x: left - 8, y: 311, width: 132, height: 9, colour: [158, 186, 202] },
  ]
  return png(patches)
}

function png(patches: readonly Patch[]): Uint8Array {
  const line = 1 + WIDTH * 3
  const raw = Buffer.alloc(line * HEIGHT)
  for (const { x, y, width, height, colour } of patches)
    for (let row = y; row < y + height; row++)
      for (let column = Math.max(0, x); column < Math.min(WIDTH, x + width); column++)
        raw.set(colour, row * line + 1 + column * 3)
  const head = Buffer.alloc(13)
  head.writeUInt32BE(WIDTH, 0)
  head.writeUInt32BE(HEIGHT, 4)
  // Eight bits a colour, red, green and blue.
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(raw, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
