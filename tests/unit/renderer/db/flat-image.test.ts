import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flattened, readFlat } from '../../../../renderer/db/lists/flat-image'
import { filesInMemory, type ImageFile } from '../../../../renderer/db/lists/image-file'

async function fileOf(value: unknown) {
  const flat = flattened(value)
  const files = filesInMemory()
  await files.write('image', flat.pieces)
  const file = await files.open('image')
  const bytes = files.files.get('image')
  if (!file || !bytes) throw new Error('no file')
  return { flat, file, bytes }
}

const isSound = (file: ImageFile, head: number, sum: number): boolean => {
  try {
    return readFlat(file, head).sum === sum
  } catch {
    return false
  }
}

const text = fc
  .tuple(
    fc.string({ unit: 'binary' }),
    fc.integer({ min: 0, max: 3000 }),
    fc.constantFrom('a', '漏', '𠮷', '\ufeff'),
  )
  .map(([written, length, letter]) => letter.repeat(length) + written)
const numbers = fc.oneof(fc.uint8Array(), fc.uint32Array(), fc.float64Array())
const plain = fc.letrec((tie) => ({
  leaf: fc.oneof(text, numbers, fc.integer(), fc.boolean(), fc.constant(null)),
  part: fc.oneof(
    { depthSize: 'small' },
    tie('leaf'),
    fc.array(tie('part')),
    fc.dictionary(
      fc.string().filter((name) => name !== '#' && name !== '__proto__'),
      tie('part'),
    ),
  ),
})).part

describe('an image as a file', () => {
  it('gives back what was put in, whatever texts and numbers it holds, and the same sum', async () => {
    await fc.assert(
      fc.asyncProperty(plain, async (value) => {
        const { flat, file } = await fileOf(value)
        expect(readFlat(file, flat.head)).toEqual({ value, sum: flat.sum() })
      }),
      { numRuns: 200 },
    )
  })

  it('keeps half a letter and a mark of byte order in a long text', async () => {
    for (const written of [
      `\ud83d${'漏'.repeat(2000)}`,
      `\ufeff${'漏'.repeat(2000)}`,
      `${'a'.repeat(2000)}\udc00`,
    ]) {
      const { flat, file } = await fileOf({ written })
      expect(readFlat(file, flat.head).value).toEqual({ written })
    }
  })

  it('shows any single bit that was flipped, and an end that is missing', async () => {
    const value = {
      words: ['漏'.repeat(1500), 'a'.repeat(1500)],
      at: Uint32Array.from([0, 1, 2]),
      few: [1, 'b'],
    }
    const { flat, file, bytes } = await fileOf(value)
    const sum = flat.sum()
    expect(isSound(file, flat.head, sum)).toBe(true)
    for (let bit = 0; bit < bytes.length * 8; bit += 7) {
      const mask = 1 << (bit % 8)
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ mask
      expect(isSound(file, flat.head, sum), `bit ${bit}`).toBe(false)
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ mask
    }
    const files = filesInMemory()
    await files.write('short', [bytes.subarray(0, -8)])
    const short = await files.open('short')
    expect(short && isSound(short, flat.head, sum)).toBe(false)
  })
})
