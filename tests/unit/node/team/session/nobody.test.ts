import { expect, it, vi } from 'vitest'
import { openDataFolder } from '../../../../../node/store'
import { newKeyPair, newWriter } from '../../../../../node/team/format/identity'
import { quietDesk } from '../../../../../node/team/sync/make-desk'
import { err } from '../../../../../shared/kernel/result'
import { MemoryCarrier } from '../../../../support/memory-team-folder'
import { allNotes, must, noted, seededRandom } from '../../../../support/store'
import { markTeam, TEAM, TeamDevice } from '../../../../support/team-device'

/** Two computers; the second has a change in a name that nobody answers for. */
async function withNobody(): Promise<readonly [TeamDevice, TeamDevice]> {
  const carrier = new MemoryCarrier()
  const seal = newKeyPair(seededRandom('seal'))
  await markTeam(carrier.folder('0'.repeat(16)), seal)
  const a = await new TeamDevice({ name: '甲', seal, founder: true }).start(carrier.folder('a'.repeat(16)))
  const b = await new TeamDevice({ name: '乙', seal }).start(carrier.folder('b'.repeat(16)))
  await a.admit(a, 'A')
  await a.admit(b, 'B')
  await b.folder.close()
  // Its first writer got a name by chance, as when the keys came later than it; from then on the key names them.
  const names = ['0123456789abcdef']
  b.folder = must(
    await openDataFolder({
      path: '/firm/other',
      files: b.disk.port(),
      clock: b.clock,
      random: b.random,
      appVersion: '0.1.0',
      computer: b.name,
      id: TEAM,
      newWriter: () => names.pop() ?? newWriter(b.pair.key, b.random),
    }),
  )
  const { folder, keys, clock, random } = b
  const port = carrier.folder('b'.repeat(16))
  b.desk = quietDesk({ folder, keys, clock, random, carrier: port, program: '0.1.0', person: () => '' })
  await b.write(noted('无主'))
  expect(b.folder.writer).toBe('0123456789abcdef')
  return [a, b]
}

it('[TF24] a writer that nobody answers for is parted from, and what it wrote is carried', async () => {
  const [a, b] = await withNobody()
  await b.pass()
  await b.pass()
  expect(b.folder.ends()).toHaveLength(2)
  await a.pass()
  expect(await allNotes(a.folder)).toEqual(['无主'])
  await a.folder.close()
  await b.folder.close()
})

it('[TF24] what it wrote is carried by the next pass when the disk failed in the middle', async () => {
  const [a, b] = await withNobody()
  vi.spyOn(b.folder.exchange, 'carry').mockResolvedValueOnce(err({ type: 'DiskFull', path: '/firm' }))
  expect(await b.pass()).toBeNull()
  expect(b.folder.writer).not.toBe('0123456789abcdef')
  expect(await b.pass()).not.toBeNull()
  await a.pass()
  expect(await allNotes(a.folder)).toEqual(['无主'])
  await a.folder.close()
  await b.folder.close()
})
