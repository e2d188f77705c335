import { describe, expect, it } from 'vitest'
import { readBackupName } from '../../../../node/backup/backup-name'
import { LITTLE_ROOM, makeRoom } from '../../../../node/backup/make-room'
import { FaultyDisk } from '../../../support/faulty-files'

const PLACE = '/usb/backups'
const TAG = '0123abcd-89efcdab'
const WANTED = 5000
const SIZE = 1000
/** Five that count, and one that a wrong clock dated later; of the two on 2026-11-20 the first is outlived. */
const NAMES = [
  `知客自动备份 2026-11-18 0900 ${TAG}.zip`,
  `知客升级前备份 2026-11-19 0900 ${TAG}.zip`,
  `知客自动备份 2026-11-20 0900 ${TAG}.zip`,
  `知客自动备份 2026-11-20 1700 ${TAG}.zip`,
  `知客自动备份 2026-11-21 0900 ${TAG}.zip`,
  `知客自动备份 2036-01-01 0900 ${TAG}.zip`,
]

/** A disk on which `lacking` bytes more are wanted than are there. Answers which of the above have gone. */
async function goneWhen(lacking: number, getsEmptier = true) {
  const disk = new FaultyDisk()
  for (const name of NAMES) disk.tamper(`${PLACE}/${name}`, new Uint8Array(SIZE))
  const answer = await makeRoom({
    files: disk.port(),
    place: PLACE,
    wanted: WANTED,
    freeAt: () =>
      Promise.resolve(
        LITTLE_ROOM + WANTED - lacking + (getsEmptier ? (NAMES.length - disk.files().size) * SIZE : 0),
      ),
    made: NAMES.flatMap((name) => readBackupName(name, TAG) ?? []),
    today: '2026-11-22',
  })
  const gone = NAMES.filter((name) => !disk.files().has(`${PLACE}/${name}`))
  return { gone, answer }
}

describe('room for an automatic backup', () => {
  it('takes nothing away while there is enough', async () => {
    expect(await goneWhen(0)).toEqual({ gone: [], answer: { ok: true, value: null } })
  })

  it('is made of what is outlived first, then of the oldest, and of no more than is needed', async () => {
    const [oldest, upgrade, outlivedOne] = NAMES
    expect(await goneWhen(1)).toMatchObject({ gone: [outlivedOne], answer: { ok: true } })
    expect(await goneWhen(SIZE + 1)).toMatchObject({ gone: [oldest, outlivedOne], answer: { ok: true } })
    expect(await goneWhen(3 * SIZE)).toMatchObject({
      gone: [oldest, upgrade, outlivedOne],
      answer: { ok: true },
    })
  })

  it('is never made of the newest two, nor of what is dated later, and nothing goes in vain', async () => {
    const free = LITTLE_ROOM + WANTED - 3 * SIZE - 1
    const error = { type: 'LittleRoom', path: PLACE, free, wanted: WANTED }
    expect(await goneWhen(3 * SIZE + 1)).toEqual({ gone: [], answer: { ok: false, error } })
  })

  it('is not looked for any more where the disk gets no emptier', async () => {
    const { gone, answer } = await goneWhen(1, false)
    expect(gone).toHaveLength(1)
    expect(answer).toMatchObject({ ok: false, error: { type: 'LittleRoom' } })
  })

  it('counts as there where the system does not say', async () => {
    const nothing = { files: new FaultyDisk().port(), place: PLACE, made: [], today: '2026-11-22' }
    expect((await makeRoom({ ...nothing, wanted: WANTED, freeAt: () => Promise.resolve(null) })).ok).toBe(
      true,
    )
  })
})
