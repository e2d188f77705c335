import { describe, expect, it } from 'vitest'
import { FaultyDisk } from '../../../support/faulty-files'
import { FOLDER, handClock, must, noted, opened, readAll } from '../../../support/store'

const OTHER = '/colleague/data'

/** A colleague's folder of three segments, and the same folder elsewhere with the first one and a carried last change. */
async function carriedAhead(inTeam: boolean) {
  const theirs = new FaultyDisk()
  const clock = handClock()
  const their = await opened({ files: theirs.port(), path: OTHER, seed: 'their', clock })
  for (const note of ['a', 'b', 'c']) {
    must(await their.append([noted(note)]))
    must(await their.exchange.seal())
  }
  const segment = (number: number) => {
    const bytes = theirs.files().get(`${OTHER}/writers/${their.writer}/0000000${number}.seg`)
    if (!bytes) throw new Error(`there is no segment ${number}`)
    return bytes
  }
  const disk = new FaultyDisk()
  disk.tamper(`${FOLDER}/zhike.json`, theirs.files().get(`${OTHER}/zhike.json`)!)
  if (inTeam) disk.tamper(`${FOLDER}/team/mark`, new Uint8Array([1]))
  const mine = await opened({ files: disk.port(), seed: 'mine' })
  must(await mine.exchange.take(their.writer, 1, segment(1)))
  const last = (await readAll(their, their.writer)).at(-1)
  must(await mine.exchange.carry(last ? [last] : []))
  return { disk, mine, writer: their.writer, segment }
}

describe('a change that a colleague carried before the segment came that it stands behind', () => {
  it('[ST48] is told as arriving in the folder of a team, at a start too, and not at all once it has come', async () => {
    const { disk, mine, writer, segment } = await carriedAhead(true)
    const arriving = { finding: 'arriving', writer, from: 2, to: 2 }
    expect(mine.findings).toEqual([arriving])
    await mine.close()
    const again = await opened({ files: disk.port(), seed: 'again' })
    expect(again.findings).toEqual([arriving])
    must(await again.exchange.take(writer, 2, segment(2)))
    expect(again.findings.filter(({ finding }) => finding !== 'mended')).toEqual([])
  })

  it('[ST48] is told as missing where there is no team that it could come from', async () => {
    const { mine, writer } = await carriedAhead(false)
    expect(mine.findings).toEqual([{ finding: 'missingChanges', writer, from: 2, to: 2 }])
  })

  it('[ST48] is told as missing where this disk has damaged what stands before it', async () => {
    const { disk, mine, writer } = await carriedAhead(true)
    await mine.close()
    const path = `${FOLDER}/writers/${writer}/00000001.seg`
    const hurt = disk.files().get(path)!.slice()
    hurt[Buffer.from(hurt).indexOf('"a"') + 1]! ^= 1
    disk.tamper(path, hurt)
    const again = await opened({ files: disk.port(), seed: 'again' })
    expect(again.findings).toContainEqual(expect.objectContaining({ finding: 'missingChanges', writer }))
    expect(again.findings.map(({ finding }) => finding)).not.toContain('arriving')
  })
})
