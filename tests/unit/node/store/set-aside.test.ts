import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { DataFolder } from '../../../../node/store'
import type { StoredChange } from '../../../../shared/store'
import { FaultyDisk, LEFTOVERS } from '../../../support/faulty-files'
import { allNotes, FOLDER, must, noted, opened } from '../../../support/store'

/** Changes of another data folder, as a working copy hands them over. */
async function lostChanges(): Promise<readonly StoredChange[]> {
  const elsewhere = await opened({ files: new FaultyDisk().port(), seed: 'lost' })
  return must(await elsewhere.append([noted('甲'), noted('乙')]))
}

async function freshFolder(): Promise<{ readonly disk: FaultyDisk; readonly folder: DataFolder }> {
  const disk = new FaultyDisk()
  return { disk, folder: await opened({ files: disk.port() }) }
}

const asideFiles = (disk: FaultyDisk) =>
  [...disk.files()].filter(([path]) => path.startsWith(`${FOLDER}/quarantine/`))

const linesOf = (bytes: Uint8Array | undefined): readonly unknown[] => {
  const text = new TextDecoder().decode(bytes)
  expect(text.endsWith('\n')).toBe(true)
  return text
    .slice(0, -1)
    .split('\n')
    .map((line) => JSON.parse(line) as unknown)
}

describe('changes that are set aside', () => {
  it('[ST29] are in a file named by its content, a line each, and in no journal', async () => {
    const changes = await lostChanges()
    const { disk, folder } = await freshFolder()
    const { kept } = must(await folder.setAside(changes))
    const [[path, bytes] = [], ...others] = asideFiles(disk)
    expect(others).toEqual([])
    expect(path).toBe(`${FOLDER}/${kept}`)
    expect(linesOf(bytes)).toEqual(changes)
    const hash = createHash('sha256')
      .update(bytes ?? '')
      .digest('hex')
    expect(kept).toBe(`quarantine/aside-${hash}`)
    const reopened = await opened({ files: disk.port(), seed: 'b' })
    expect(reopened.findings).toEqual([])
    expect(await allNotes(reopened)).toEqual([])
  })

  it('come back into the journal from the lines of the file', async () => {
    const { disk, folder } = await freshFolder()
    must(await folder.setAside(await lostChanges()))
    const lines = linesOf(asideFiles(disk)[0]?.[1]) as readonly StoredChange[]
    expect(must(await folder.restore(lines))).toEqual({ restored: 2 })
    expect(await allNotes(folder)).toEqual(['乙', '甲'])
  })

  it('[ST29] are not written twice', async () => {
    const changes = await lostChanges()
    const { disk, folder } = await freshFolder()
    const first = must(await folder.setAside(changes))
    const before = disk.files()
    disk.capacity = 0
    expect(must(await folder.setAside(changes))).toEqual(first)
    expect(disk.files()).toEqual(before)
    disk.capacity = Infinity
    expect(must(await folder.setAside(changes.slice(1))).kept).not.toBe(first.kept)
    expect(asideFiles(disk)).toHaveLength(2)
  })

  it('[ST29] leave a damaged file of their name as it is and get another', async () => {
    const changes = await lostChanges()
    const { disk, folder } = await freshFolder()
    const { kept } = must(await folder.setAside(changes))
    const damaged = disk.files().get(`${FOLDER}/${kept}`)!.slice()
    damaged[5]! ^= 1
    disk.tamper(`${FOLDER}/${kept}`, damaged)
    const second = must(await folder.setAside(changes))
    expect(second.kept).toBe(`${kept}-1`)
    expect(disk.files().get(`${FOLDER}/${kept}`)).toEqual(damaged)
    expect(linesOf(disk.files().get(`${FOLDER}/${second.kept}`))).toEqual(changes)
    expect(must(await folder.setAside(changes))).toEqual(second)
  })

  it('are not written into a folder that is only read', async () => {
    const changes = await lostChanges()
    const { disk } = await freshFolder()
    disk.isReadOnly = true
    const folder = await opened({ files: disk.port(), seed: 'b' })
    const before = disk.files()
    disk.isReadOnly = false
    expect(await folder.setAside(changes)).toMatchObject({ ok: false, error: { type: 'ReadOnly' } })
    expect(disk.files()).toEqual(before)
  })

  it('say that the disk is full and leave nothing of the file', async () => {
    const { disk, folder } = await freshFolder()
    disk.capacity = 0
    expect(await folder.setAside(await lostChanges())).toMatchObject({
      ok: false,
      error: { type: 'DiskFull' },
    })
    expect(asideFiles(disk)).toEqual([])
  })

  it('outlive a power cut at every step once they are answered, and are whole or not there before', async () => {
    const changes = await lostChanges()
    const { disk, folder } = await freshFolder()
    const before = disk.steps
    const { kept } = must(await folder.setAside(changes))
    const steps = disk.steps - before
    expect(steps).toBeGreaterThan(4)
    for (let step = 0; step <= steps; step++) {
      for (const leftover of LEFTOVERS) {
        const fresh = await freshFolder()
        if (step < steps) fresh.disk.fault = { at: fresh.disk.steps + step, what: 'crashBefore' }
        const answered = await fresh.folder.setAside(changes)
        expect(answered.ok, `${step}`).toBe(step === steps)
        fresh.disk.crash()
        fresh.disk.restart(leftover)
        const file = fresh.disk.files().get(`${FOLDER}/${kept}`)
        if (answered.ok || file !== undefined) expect(linesOf(file), `${step} ${leftover}`).toEqual(changes)
        const again = await opened({ files: fresh.disk.port(), seed: 'b' })
        expect(must(await again.setAside(changes)), `${step} ${leftover}`).toEqual({ kept })
      }
    }
  })
})
