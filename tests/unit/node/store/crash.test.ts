import { describe, expect, it } from 'vitest'
import { SEGMENT_AGE_MS } from '../../../../shared/store'
import { FaultyDisk, LEFTOVERS, type Fault, type Leftover } from '../../../support/faulty-files'
import { allNotes, handClock, noted, open, opened } from '../../../support/store'
import type { Draft } from '../../../../shared/ipc/contract'
import { emptyValues } from '../../../../shared/forms/values'
import type { Template } from '../../../../shared/forms/template'

const draft = (note: string): Draft => ({
  id: 'd1',
  templateHash: 'h',
  templateCode: 'KHTS-BD-001',
  values: { ...emptyValues, fields: { note } },
  seen: {},
  savedAt: 1,
})

const TEMPLATE = { format: 1, code: 'KHTS-BD-001', name: '客户投诉登记表一' } as unknown as Template

/** What the program has told a person so far: this must outlive anything. */
interface Told {
  readonly notes: string[]
  readonly tried: string[]
  draft: string | null
  triedDraft: string | null
  template: string | null
}

/** A day of work on a disk: every kind of writing, each told only when it was acknowledged. */
async function work(disk: FaultyDisk, told: Told): Promise<void> {
  const clock = handClock()
  const files = disk.port()
  const first = await open({ files, clock })
  if (!first.ok) return
  const save = async (folder: typeof first.value, ...notes: string[]) => {
    told.tried.push(...notes)
    const saved = await folder.append(notes.map((note) => noted(note)))
    if (saved.ok) told.notes.push(...notes)
  }
  const kept = await first.value.keepTemplate(TEMPLATE)
  if (kept.ok) told.template = kept.value.hash
  await save(first.value, 'a')
  await save(first.value, 'b1', 'b2', 'b3')
  told.triedDraft = '草稿'
  if ((await first.value.drafts.put(draft('草稿'))).ok) told.draft = '草稿'
  // The segment is too old: the next save closes it and begins another.
  clock.ms += SEGMENT_AGE_MS + 1
  await save(first.value, 'c')
  await first.value.close()
  const second = await open({ files, clock, seed: 'second' })
  if (!second.ok) return
  await save(second.value, 'd')
  told.triedDraft = '草稿二'
  if ((await second.value.drafts.put(draft('草稿二'))).ok) told.draft = '草稿二'
  await second.value.close()
}

const nothingTold = (): Told => ({ notes: [], tried: [], draft: null, triedDraft: null, template: null })

async function expectAllTold(disk: FaultyDisk, told: Told, label: string): Promise<void> {
  const reopened = await open({ files: disk.port(), seed: 'third' })
  if (!reopened.ok) {
    expect(told, label).toEqual(nothingTold())
    return
  }
  const folder = reopened.value
  const notes = await allNotes(folder)
  expect(notes, label).toEqual(expect.arrayContaining(told.notes))
  expect(told.tried, label).toEqual(expect.arrayContaining([...notes]))
  const batch = notes.filter((note) => note.startsWith('b'))
  expect([0, 3], `${label}: a half save`).toContain(batch.length)
  const drafts = await folder.drafts.list()
  const left = drafts.ok ? (drafts.value[0]?.values.fields['note'] ?? null) : null
  if (told.draft !== null) expect([told.draft, told.triedDraft], label).toContain(left)
  const templates = await folder.templates()
  const hashes = templates.ok ? templates.value.map(({ hash }) => hash) : []
  if (told.template !== null) expect(hashes, label).toContain(told.template)
  for (const { finding } of folder.findings) expect(finding, label).toBe('tornTail')
  // And work goes on.
  const saved = await folder.append([noted('later')])
  expect(saved.ok, label).toBe(true)
  disk.crash()
  disk.restart('lost')
  const again = await opened({ files: disk.port(), seed: 'fourth' })
  expect(await allNotes(again), label).toEqual(expect.arrayContaining([...told.notes, 'later']))
}

async function countSteps(): Promise<number> {
  const disk = new FaultyDisk()
  await work(disk, nothingTold())
  return disk.steps
}

describe('a stop after every single step', () => {
  const crashes = (['crashBefore', 'crashAfter'] as const).flatMap((what) =>
    LEFTOVERS.map((leftover): [typeof what, Leftover] => [what, leftover]),
  )

  it.each(crashes)(
    'keeps what was acknowledged and nothing half: %s, un-flushed %s',
    async (what, leftover) => {
      const steps = await countSteps()
      expect(steps).toBeGreaterThan(40)
      for (let at = 0; at < steps; at++) {
        const disk = new FaultyDisk()
        const told = nothingTold()
        disk.fault = { at, what }
        await work(disk, told)
        disk.crash()
        disk.restart(leftover)
        await expectAllTold(disk, told, `step ${at}`)
      }
    },
  )

  it.each(['Io', 'DiskFull', 'NotWritable'] as const)(
    'survives a single step that fails: %s',
    async (code) => {
      const steps = await countSteps()
      for (const leftover of ['lost', 'half'] as const) {
        for (let at = 0; at < steps; at++) {
          const disk = new FaultyDisk()
          const told = nothingTold()
          const fault: Fault = { at, what: 'fail', code }
          disk.fault = fault
          await work(disk, told)
          disk.crash()
          disk.restart(leftover)
          await expectAllTold(disk, told, `step ${at}, ${leftover}`)
        }
      }
    },
  )

  it('goes on saving in the same session after a step that failed', async () => {
    const steps = await countSteps()
    for (let at = 0; at < steps; at++) {
      const disk = new FaultyDisk()
      const told = nothingTold()
      disk.fault = { at, what: 'fail', code: 'Io' }
      await work(disk, told)
      const saves = [['a'], ['b1', 'b2', 'b3'], ['c'], ['d']].filter(([note = '']) =>
        told.tried.includes(note),
      )
      const refused = saves.filter(([note = '']) => !told.notes.includes(note))
      expect(refused.length, `step ${at}`).toBeLessThanOrEqual(1)
      expect(await allNotes(await opened({ files: disk.port(), seed: 'z' })), `step ${at}`).toEqual(
        expect.arrayContaining(told.notes),
      )
    }
  })
})

describe('a save that was refused although its bytes are there', () => {
  it('[ST18] does not count once another was acknowledged in its place', async () => {
    const disk = new FaultyDisk()
    const folder = await opened({ files: disk.port() })
    await folder.append([noted('a')])
    // The append itself succeeds, the flush behind it fails.
    disk.fault = { at: disk.steps + 1, what: 'fail', code: 'Io' }
    expect((await folder.append([noted('refused')])).ok).toBe(false)
    const inBetween = await opened({ files: disk.clone().port(), seed: 'b' })
    expect(await allNotes(inBetween)).toEqual(['a', 'refused'])
    expect((await folder.append([noted('b')])).ok).toBe(true)
    const reopened = await opened({ files: disk.port(), seed: 'b' })
    expect(await allNotes(reopened)).toEqual(['a', 'b'])
    expect(reopened.findings).toEqual([])
    expect(reopened.ends()).toEqual(folder.ends())
  })
})

describe('a full disk', () => {
  it('refuses the save with a reason, keeps all before it, and goes on when there is room again', async () => {
    const disk = new FaultyDisk()
    const folder = await opened({ files: disk.port() })
    await folder.append([noted('a')])
    const used = [...disk.files().values()].reduce((sum, { length }) => sum + length, 0)
    for (const room of [300, 0, 1, 100]) {
      disk.capacity = used + room
      const refused = await folder.append([noted('x'.repeat(1000))])
      expect(refused).toMatchObject({ ok: false, error: { type: 'DiskFull' } })
    }
    disk.capacity = Infinity
    expect((await folder.append([noted('b')])).ok).toBe(true)
    disk.crash()
    disk.restart('lost')
    const reopened = await opened({ files: disk.port(), seed: 'b' })
    expect(await allNotes(reopened)).toEqual(['a', 'b'])
    expect(reopened.findings).toEqual([])
    expect(reopened.writer).toBe(folder.writer)
  })

  it('still opens and reads when not a byte can be written', async () => {
    const disk = new FaultyDisk()
    const folder = await opened({ files: disk.port() })
    await folder.append([noted('a')])
    disk.capacity = 0
    const reopened = await opened({ files: disk.port(), seed: 'b' })
    expect(reopened.readOnly).toBe(false)
    expect(await allNotes(reopened)).toEqual(['a'])
  })
})
