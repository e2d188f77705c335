import { describe, expect, it } from 'vitest'
import type { DataFolder } from '../../../../node/store'
import { emptyValues } from '../../../../shared/forms/values'
import type { Draft } from '../../../../shared/ipc/contract'
import { FaultyDisk, LEFTOVERS } from '../../../support/faulty-files'
import { allNotes, FOLDER, must, noted, open, opened } from '../../../support/store'

const draft = (note: string, savedAt: number): Draft => ({
  id: 'd1',
  templateHash: 'a'.repeat(64),
  templateCode: 'KHTS-BD-001',
  values: { ...emptyValues, fields: { note } },
  seen: {},
  savedAt,
})

const draftsOf = async (folder: DataFolder): Promise<readonly unknown[]> =>
  must(await folder.drafts.list()).map(({ values }) => values.fields['note'])

const filesOf = (disk: FaultyDisk): readonly string[] =>
  [...disk.files().keys()].filter((path) => path.startsWith(`${FOLDER}/drafts/`))

/** A draft that is some words behind what is saved, and removed after the save; answers whether the draft was acknowledged. */
async function saveBeyondDraft(disk: FaultyDisk): Promise<boolean> {
  const folder = await open({ files: disk.port() })
  if (!folder.ok) return false
  await folder.value.append([noted('first')])
  const put = await folder.value.drafts.put(draft('older', 1))
  if (!put.ok) return false
  const saved = await folder.value.append([noted('newer')], { id: 'd1', savedAt: [1] })
  if (saved.ok) await folder.value.drafts.remove('d1')
  return true
}

describe('[ST49] a draft that a save holds', () => {
  it.each(LEFTOVERS.flatMap((left) => [[left, 'crashBefore'] as const, [left, 'crashAfter'] as const]))(
    'is never lost before the save is there, and after a kill never offered beside it: un-flushed %s, %s each step',
    async (leftover, what) => {
      const counting = new FaultyDisk()
      await saveBeyondDraft(counting)
      let both = 0
      for (let at = 0; at < counting.steps; at++) {
        const disk = new FaultyDisk()
        disk.fault = { at, what }
        const drafted = await saveBeyondDraft(disk)
        disk.crash()
        disk.restart(leftover)
        const again = await open({ files: disk.port(), seed: 'b' })
        if (!again.ok) continue
        const isSaved = (await allNotes(again.value)).includes('newer')
        const stood = filesOf(disk).some((path) => path.endsWith('d1.json'))
        const drafts = await draftsOf(again.value)
        if (drafted && !isSaved) expect(drafts, `step ${at}`).toEqual(['older'])
        // What a kill leaves is all that was written; a power cut may take the note away, and the draft is offered once more.
        if (leftover === 'kept' && isSaved) expect(drafts, `step ${at}`).toEqual([])
        if (isSaved && stood && drafts.length === 0) both += 1
        expect(again.value.findings.filter(({ finding }) => finding !== 'tornTail')).toEqual([])
      }
      if (leftover === 'kept') expect(both).toBeGreaterThan(0)
    },
  )

  it('is removed with its note when it is asked for', async () => {
    const disk = new FaultyDisk()
    const folder = await opened({ files: disk.port() })
    must(await folder.drafts.put(draft('older', 1)))
    must(await folder.append([noted('newer')], { id: 'd1', savedAt: [1] }))
    expect(filesOf(disk)).toHaveLength(2)
    expect(await draftsOf(folder)).toEqual([])
    expect(filesOf(disk)).toEqual([])
  })

  it('is another one than the draft that was typed after the save began', async () => {
    const disk = new FaultyDisk()
    const folder = await opened({ files: disk.port() })
    must(await folder.drafts.put(draft('older', 1)))
    const [saved] = await Promise.all([
      folder.append([noted('newer')], { id: 'd1', savedAt: [1] }),
      folder.drafts.put(draft('newest', 2)),
    ])
    must(saved)
    expect(await draftsOf(await opened({ files: disk.port(), seed: 'b' }))).toEqual(['newest'])
  })

  it('stays when the save was refused, also once another change took its place', async () => {
    const disk = new FaultyDisk()
    const folder = await opened({ files: disk.port() })
    must(await folder.append([noted('first')]))
    must(await folder.drafts.put(draft('older', 1)))
    // The note is made, written and closed; then the append's own steps begin.
    disk.fault = { at: disk.steps + 2, what: 'fail', code: 'DiskFull' }
    expect((await folder.append([noted('newer')], { id: 'd1', savedAt: [1] })).ok).toBe(false)
    must(await folder.append([noted('another')]))
    const again = await opened({ files: disk.port(), seed: 'b' })
    expect(await allNotes(again)).toEqual(['another', 'first'])
    expect(await draftsOf(again)).toEqual(['older'])
  })

  it('is offered when its note is torn', async () => {
    const disk = new FaultyDisk()
    const folder = await opened({ files: disk.port() })
    must(await folder.drafts.put(draft('older', 1)))
    must(await folder.append([noted('newer')], { id: 'd1', savedAt: [1] }))
    disk.tamper(`${FOLDER}/drafts/d1.held.tmp`, new TextEncoder().encode('{"writer":"'))
    expect(await draftsOf(folder)).toEqual(['older'])
  })
})
