import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { SEGMENT_AGE_MS, type StoredChange } from '../../../../shared/store'
import { FaultyDisk } from '../../../support/faulty-files'
import { readSegment, readWriter } from '../../../support/independent-reader.mjs'
import { FOLDER, handClock, must, noted, opened, readAll } from '../../../support/store'

const segmentsOf = (disk: FaultyDisk, writer: string): readonly Uint8Array[] =>
  [...disk.files()]
    .filter(([path]) => path.startsWith(`${FOLDER}/writers/${writer}/`) && path.endsWith('.seg'))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, bytes]) => bytes)

describe('a reader that was written from the specification alone', () => {
  it('[ST5] [ST9] [ST10] [ST17] [ST19] reads the same changes as the product, over several segments', async () => {
    const disk = new FaultyDisk()
    const clock = handClock()
    const folder = await opened({ files: disk.port(), clock })
    must(await folder.append([noted('客户来电 𠮷'), noted('b')]))
    clock.ms += SEGMENT_AGE_MS + 1
    must(await folder.append([noted('c')]))
    const segments = segmentsOf(disk, folder.writer)
    expect(segments.map((bytes) => readSegment(bytes).closed)).toEqual([true, false])
    const read = readWriter(folder.writer, segments) as readonly (StoredChange & { readonly seq: number })[]
    const own = await readAll(folder, folder.writer)
    expect(read.map(({ change, hash, chain }) => ({ change, hash, chain }))).toEqual(own)
  })

  it('[ST14] reads carried changes', async () => {
    const disk = new FaultyDisk()
    const folder = await opened({ files: disk.port() })
    must(await folder.append([noted('a'), noted('b')]))
    const lost = await readAll(folder, folder.writer)
    const fresh = new FaultyDisk()
    const other = await opened({ files: fresh.port(), seed: 'other' })
    must(await other.restore(lost))
    const read = readWriter(other.writer, segmentsOf(fresh, other.writer)) as readonly StoredChange[]
    expect(read.map(({ change }) => change)).toEqual(lost.map(({ change }) => change))
  })

  it('shares no code with the product', () => {
    const source = readFileSync(join(import.meta.dirname, '../../../support/independent-reader.mjs'), 'utf8')
    const imports = [...source.matchAll(/^(?:import .*|\} )from '([^']+)'/gm)].map(([, name]) => name)
    expect(imports).toEqual(['node:crypto', 'node:zlib'])
  })
})
