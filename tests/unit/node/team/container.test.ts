import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { encodeContainer, openContainer } from '../../../../node/team/container'
import { newKeyPair } from '../../../../node/team/identity'
import { must } from '../../../support/store'
describe('x', () => {
  it('y', async () => {
    const pair = newKeyPair(randomBytes)
    const team = 'ab'.repeat(16)
    for (const secret of [null, randomBytes(32)]) {
      for (const body of [
        Buffer.alloc(0),
        Buffer.from('abc'),
        Buffer.alloc(100000, 'x'),
        randomBytes(5000),
      ]) {
        const place = { kind: 'segment', writer: 'a'.repeat(16), segment: 3, mint: 5 } as const
        const bytes = await encodeContainer(place, body, { team, pair, secret, random: randomBytes })
        const o = must(
          await openContainer(
            bytes,
            { kind: 'segment', writer: 'a'.repeat(16), segment: 3 },
            { team, secret },
          ),
        )
        expect(Buffer.from(o.body).equals(body)).toBe(true)
        expect(o.place).toEqual(place)
      }
    }
  })
})
