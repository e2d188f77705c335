import { describe, expect, it } from 'vitest'
import { foldFolder, verifyFolder } from '../../../../node/store'
import { sha256 } from '../../../../shared/kernel/sha256'
import { decodeFrame } from '../../../../shared/store/frame'
import { decodeHeaderAt, encodeHeader } from '../../../../shared/store/segment'
import { compareEnds, SEGMENT_AGE_MS, valuesOf, type Cursor } from '../../../../shared/store'
import { FaultyDisk } from '../../../support/faulty-files'
import { allNotes, FOLDER, handClock, must, noted, open, opened, readAll } from '../../../support/store'

/** A journal of three saves in one open segment, as bytes. */
async function smallJournal() {
  const disk = new FaultyDisk()
  const folder = await opened({ files: disk.port() })
  for (const note of ['a', 'b', 'c']) must(await folder.append([noted(note)]))
  await folder.close()
  const path = `${FOLDER}/writers/${folder.writer}/00000001.seg`
  const bytes = disk.files().get(path)!
  return {
    disk,
    path,
    bytes,
    ends: folder.ends(),
    changes: await readAll(folder, folder.writer),
    writer: folder.writer,
  }
}

/** What the window would see: is a loss told, by a finding or by its own copy being ahead or different? */
const isRevealed = (
  findings: readonly unknown[],
  ends: readonly Cursor[],
  copy: readonly Cursor[],
): boolean => findings.length > 0 || compareEnds(ends, copy).some(({ standing }) => standing !== 'same')

describe('a journal that is cut or changed', () => {
  it('[ST23] is read up to the cut at every byte, and the loss is revealed', async () => {
    const { disk, path, bytes, ends } = await smallJournal()
    for (let length = 0; length < bytes.length; length++) {
      const cut = disk.clone()
      cut.tamper(path, bytes.slice(0, length))
      const folder = await opened({ files: cut.port(), seed: 'b' })
      const notes = await allNotes(folder)
      expect(['', 'a', 'ab', 'abc'], `${length}`).toContain(notes.join(''))
      expect(isRevealed(folder.findings, folder.ends(), ends), `${length}`).toBe(true)
      must(await folder.append([noted('later')]))
      const again = await opened({ files: cut.port(), seed: 'c' })
      expect(await allNotes(again), `${length}`).toEqual([...notes, 'later'])
    }
  })

  it('[ST24] loses at most the change with the flipped bit, and the loss is revealed', async () => {
    const { disk, path, bytes, ends } = await smallJournal()
    for (let bit = 0; bit < bytes.length * 8; bit += 3) {
      const flipped = bytes.slice()
      flipped[bit >> 3]! ^= 1 << (bit & 7)
      const damaged = disk.clone()
      damaged.tamper(path, flipped)
      const folder = await opened({ files: damaged.port(), seed: 'b' })
      const notes = await allNotes(folder)
      expect(notes.length, `bit ${bit}`).toBeGreaterThanOrEqual(2)
      expect(isRevealed(folder.findings, folder.ends(), ends), `bit ${bit}`).toBe(true)
    }
  })

  it('never crashes on arbitrary bytes in the place of a segment', async () => {
    const { disk, path, bytes } = await smallJournal()
    const junk = [
      new Uint8Array(),
      new Uint8Array(5000),
      bytes.slice(50),
      new Uint8Array([...bytes, ...bytes]),
    ]
    for (const content of junk) {
      const damaged = disk.clone()
      damaged.tamper(path, content)
      const folder = await opened({ files: damaged.port(), seed: 'b' })
      must(await folder.append([noted('later')]))
      expect(await allNotes(folder)).toContain('later')
    }
  })

  it('[ST24] [ST26] reads on behind damage, keeps a copy of it, and goes on under a new writer', async () => {
    const { disk, path, bytes, changes, writer } = await smallJournal()
    const flipped = bytes.slice()
    const inSecond = new TextDecoder('latin1').decode(bytes).indexOf('"b"') + 1
    flipped[inSecond] = 0x78
    disk.tamper(path, flipped)
    const folder = await opened({ files: disk.port(), seed: 'b' })
    expect(await allNotes(folder)).toEqual(['a', 'c'])
    const [damage] = folder.findings.filter(({ finding }) => finding === 'damagedFrames')
    expect(damage).toMatchObject({ finding: 'damagedFrames', file: path.slice(FOLDER.length + 1) })
    const kept = damage?.finding === 'damagedFrames' ? damage : null
    const copy = disk.files().get(`${FOLDER}/${kept?.kept ?? ''}`)
    expect(copy).toEqual(flipped.slice(kept?.offset, (kept?.offset ?? 0) + (kept?.bytes ?? 0)))
    expect(disk.files().get(path)).toEqual(flipped)
    expect(folder.findings).toContainEqual({ finding: 'missingChanges', writer, from: 2, to: 2 })
    expect(folder.findings).toContainEqual({ finding: 'newWriter', before: writer, writer: folder.writer })
    expect(must(await folder.restore(changes))).toEqual({ restored: 1 })
    expect(await allNotes(folder)).toEqual(['a', 'b', 'c'])
    expect(folder.findings.map(({ finding }) => finding)).not.toContain('missingChanges')
    expect(await readAll(folder, writer)).toEqual(changes)
  })

  it('[ST18] does not tell twice of a torn tail once a next segment says where the file ended', async () => {
    const { disk, path, bytes, writer } = await smallJournal()
    disk.tamper(path, new Uint8Array([...bytes, ...bytes.slice(0, 40)]))
    const first = await opened({ files: disk.port(), seed: 'b' })
    expect(first.findings).toMatchObject([{ finding: 'tornTail', bytes: 40 }])
    expect(first.writer).toBe(writer)
    must(await first.append([noted('d')]))
    expect([...disk.files().keys()]).toContain(`${FOLDER}/writers/${writer}/00000002.seg`)
    const second = await opened({ files: disk.port(), seed: 'c' })
    expect(second.findings).toEqual([])
    expect(await allNotes(second)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('[ST8] counts an append of several changes whole or not at all', async () => {
    const disk = new FaultyDisk()
    const folder = await opened({ files: disk.port() })
    must(await folder.append([noted('a')]))
    const path = `${FOLDER}/writers/${folder.writer}/00000001.seg`
    const before = disk.files().get(path)!.length
    must(await folder.append([noted('b'), noted('c'), noted('d')]))
    const bytes = disk.files().get(path)!
    for (let length = before; length < bytes.length; length++) {
      const cut = disk.clone()
      cut.tamper(path, bytes.slice(0, length))
      expect(await allNotes(await opened({ files: cut.port(), seed: 'b' })), `${length}`).toEqual(['a'])
    }
  })

  it('[ST23] tells which changes a missing segment held', async () => {
    const disk = new FaultyDisk()
    const clock = handClock()
    const folder = await opened({ files: disk.port(), clock })
    for (const note of ['a', 'b', 'c']) {
      must(await folder.append([noted(note)]))
      clock.ms += SEGMENT_AGE_MS + 1
    }
    const changes = await readAll(folder, folder.writer)
    disk.tamper(`${FOLDER}/writers/${folder.writer}/00000002.seg`, null)
    const reopened = await opened({ files: disk.port(), seed: 'b', clock })
    expect(reopened.findings).toContainEqual({
      finding: 'missingChanges',
      writer: folder.writer,
      from: 2,
      to: 2,
    })
    expect(reopened.writer).not.toBe(folder.writer)
    expect(must(await reopened.restore(changes))).toEqual({ restored: 1 })
    expect(reopened.ends()).toContainEqual(folder.ends()[0])
  })

  it('[ST1] passes over files that are not its own, and says so', async () => {
    const { disk, path, bytes, writer } = await smallJournal()
    const other = `${FOLDER}/writers/${'f'.repeat(16)}/00000001.seg`
    disk.tamper(other, bytes)
    disk.tamper(path.replace('00000001.seg', '00000001 - 副本.seg'), bytes)
    disk.tamper(`${FOLDER}/writers/说明.txt`, bytes)
    disk.tamper(`${FOLDER}/writers/Thumbs.db`, bytes)
    const folder = await opened({ files: disk.port(), seed: 'b' })
    const strange = folder.findings.flatMap((found) => (found.finding === 'strangeFile' ? [found.file] : []))
    expect(strange.sort()).toEqual(
      [
        `writers/${writer}/00000001 - 副本.seg`,
        `writers/${'f'.repeat(16)}/00000001.seg`,
        'writers/说明.txt',
      ].sort(),
    )
    expect(await allNotes(folder)).toEqual(['a', 'b', 'c'])
    expect(folder.writer).toBe(writer)
  })

  it('refuses a segment of another data folder', async () => {
    const { disk } = await smallJournal()
    const foreign = new FaultyDisk()
    const other = await opened({ files: foreign.port(), seed: 'other firm' })
    must(await other.append([noted('foreign')]))
    const path = `${FOLDER}/writers/${other.writer}/00000001.seg`
    disk.tamper(path, foreign.files().get(path)!)
    const folder = await opened({ files: disk.port(), seed: 'b' })
    expect(await allNotes(folder)).toEqual(['a', 'b', 'c'])
    expect(folder.findings).toContainEqual({ finding: 'strangeFile', file: path.slice(FOLDER.length + 1) })
  })
})

describe('a data folder whose mark is lost', () => {
  it.each([null, new Uint8Array(40)])('[ST2] is known again from its segments', async (content) => {
    const { disk } = await smallJournal()
    const before = JSON.parse(new TextDecoder().decode(disk.files().get(`${FOLDER}/zhike.json`))) as {
      folder: string
    }
    disk.tamper(`${FOLDER}/zhike.json`, content)
    const folder = await opened({ files: disk.port(), seed: 'b' })
    expect(folder.id).toBe(before.folder)
    expect(folder.findings).toEqual([{ finding: 'markRestored', folder: before.folder }])
    expect(await allNotes(folder)).toEqual(['a', 'b', 'c'])
    expect((await opened({ files: disk.port(), seed: 'c' })).findings).toEqual([])
  })

  it('[ST3] stays read-only when a newer program wrote its segments', async () => {
    const { disk, path, bytes } = await smallJournal()
    const header = decodeHeaderAt(bytes, sha256)!
    const { end } = decodeFrame(bytes, 0, sha256)!
    const newer = encodeHeader({ ...header, format: 2 }, sha256)
    disk.tamper(path, Buffer.concat([newer, bytes.slice(end)]))
    disk.tamper(`${FOLDER}/zhike.json`, null)
    const before = disk.files()
    const folder = await opened({ files: disk.port(), seed: 'b' })
    expect(folder.readOnly).toBe(true)
    expect(folder.findings).toContainEqual({ finding: 'newerFolder', format: 2 })
    expect(disk.files()).toEqual(before)
  })

  it('is not made out of a folder with other things in it', async () => {
    const disk = new FaultyDisk()
    disk.tamper(`${FOLDER}/照片.jpg`, new Uint8Array(3))
    expect(await open({ files: disk.port() })).toEqual({
      ok: false,
      error: { type: 'NotADataFolder', path: FOLDER },
    })
    expect([...disk.files().keys()]).toEqual([`${FOLDER}/照片.jpg`])
  })
})

describe('a data folder of a newer program', () => {
  it('[ST3] opens read-only and nothing in it changes', async () => {
    const { disk } = await smallJournal()
    const mark = JSON.parse(new TextDecoder().decode(disk.files().get(`${FOLDER}/zhike.json`))) as object
    disk.tamper(`${FOLDER}/zhike.json`, new TextEncoder().encode(JSON.stringify({ ...mark, format: 2 })))
    const before = disk.files()
    const folder = await opened({ files: disk.port(), seed: 'b' })
    expect(folder.readOnly).toBe(true)
    expect(folder.findings).toEqual([{ finding: 'newerFolder', format: 2 }])
    expect(await folder.append([noted('x')])).toMatchObject({ ok: false, error: { type: 'ReadOnly' } })
    expect(await folder.fork()).toMatchObject({ ok: false, error: { type: 'ReadOnly' } })
    expect(await folder.drafts.remove('x')).toMatchObject({ ok: false, error: { type: 'ReadOnly' } })
    expect(await allNotes(folder)).toEqual(['a', 'b', 'c'])
    expect(disk.files()).toEqual(before)
  })

  it('opens a medium that cannot be written to for reading', async () => {
    const { disk } = await smallJournal()
    disk.isReadOnly = true
    const folder = await opened({ files: disk.port(), seed: 'b' })
    expect(folder.readOnly).toBe(true)
    expect(await allNotes(folder)).toEqual(['a', 'b', 'c'])
  })
})

describe('reading without opening', () => {
  it('folds and verifies a folder that a program has open, and changes nothing', async () => {
    const disk = new FaultyDisk()
    const folder = await opened({ files: disk.port() })
    must(await folder.append([noted('a')]))
    const before = disk.files()
    const steps = disk.steps
    const folded = must(await foldFolder(disk.port(), FOLDER))
    expect(folded.entities.map((state) => valuesOf(state).values.fields)).toEqual([{ note: 'a' }])
    expect(must(await verifyFolder(disk.port(), FOLDER))).toMatchObject({ changes: 1, findings: [] })
    expect(disk.files()).toEqual(before)
    expect(disk.steps).toBe(steps)
  })

  it('tells of damage, a missing folder and a folder of something else', async () => {
    const { disk, path, bytes } = await smallJournal()
    disk.tamper(
      path,
      bytes.map((byte, at) => (at === 200 ? byte ^ 1 : byte)),
    )
    const report = must(await verifyFolder(disk.port(), FOLDER))
    expect(report.findings.map(({ finding }) => finding)).toContain('damagedFrames')
    expect(await verifyFolder(disk.port(), '/nowhere')).toMatchObject({
      ok: false,
      error: { type: 'NotFound' },
    })
    disk.tamper('/pictures/a.jpg', new Uint8Array(1))
    expect(await foldFolder(disk.port(), '/pictures')).toMatchObject({
      ok: false,
      error: { type: 'NotADataFolder' },
    })
  })
})
