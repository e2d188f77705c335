import { describe, expect, it } from 'vitest'
import { FaultyDisk } from '../../../support/faulty-files'
import { allNotes, FOLDER, must, noted, opened, readAll } from '../../../support/store'

/** A folder that lost its journal, with everything of it set aside. */
async function setAside() {
  const disk = new FaultyDisk()
  const folder = await opened({ files: disk.port() })
  for (const note of ['a', 'b', 'c']) must(await folder.append([noted(note)]))
  const changes = await readAll(folder, folder.writer)
  const { kept } = must(await folder.setAside(changes))
  await folder.close()
  disk.tamper(`${FOLDER}/writers/${folder.writer}/00000001.seg`, null)
  return { disk, file: `${FOLDER}/${kept}`, changes, writer: folder.writer }
}

describe('changes that were set aside in quarantine', () => {
  it('[ST29] come back into the journal under their own names, once', async () => {
    const { disk, changes, writer } = await setAside()
    const folder = await opened({ files: disk.port(), seed: 'b' })
    expect(await allNotes(folder)).toEqual([])
    expect(must(await folder.bringBackAside())).toEqual({ restored: 3, unreadable: 0 })
    const back = (await readAll(folder, writer)).map(({ carriedBy: _, ...own }) => own)
    expect(back).toEqual(changes)
    expect(must(await folder.bringBackAside())).toEqual({ restored: 0, unreadable: 0 })
  })

  it('[ST29] come back as far as they are whole; the file stays as it is', async () => {
    const { disk, file } = await setAside()
    const hurt = Buffer.from(disk.files().get(file)!)
    hurt[hurt.indexOf('"b"') + 1]! ^= 1
    disk.tamper(file, hurt)
    const folder = await opened({ files: disk.port(), seed: 'b' })
    expect(must(await folder.bringBackAside())).toEqual({ restored: 2, unreadable: 1 })
    expect(await allNotes(folder)).toEqual(['a', 'c'])
    expect(Buffer.from(disk.files().get(file)!)).toEqual(hurt)
  })

  it('[ST29] do not stop at lines of any other shape', async () => {
    const { disk, file } = await setAside()
    const lines = new TextDecoder().decode(disk.files().get(file)).trim().split('\n')
    const [first = ''] = lines
    const others = ['null', '{}', '[', '"text"', first.replace('"chain"', '"carriedBy":7,"chain"')]
    disk.tamper(file, new TextEncoder().encode([...others, ...lines].join('\n')))
    const folder = await opened({ files: disk.port(), seed: 'b' })
    expect(must(await folder.bringBackAside())).toEqual({ restored: 3, unreadable: others.length })
  })

  it('are nothing where there is no quarantine', async () => {
    const folder = await opened({ files: new FaultyDisk().port() })
    expect(must(await folder.bringBackAside())).toEqual({ restored: 0, unreadable: 0 })
  })
})
