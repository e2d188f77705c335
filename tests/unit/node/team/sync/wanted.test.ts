import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { newKeyPair } from '../../../../../node/team/format/identity'
import { WantedAttachments } from '../../../../../node/team/sync/wanted-attachments'
import type { NewChange } from '../../../../../shared/store'
import { must, recordChange, setEdit } from '../../../../support/store'
import { seededBytes, twoComputers } from '../../../../support/team-device'

const seal = newKeyPair(seededBytes('seal'))

const bytesOf = (n: number) => new TextEncoder().encode(`示例照片 ${n}`)
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

const withPhoto = (n: number): NewChange =>
  recordChange(`r${n}`, setEdit(['@files', `p${n}`, 'hash'], hashOf(bytesOf(n))))

describe('attachments that had not come when the program was closed', () => {
  it('[ST34] are fetched in the next sitting, although nobody opens their record', async () => {
    const { carrier, a, b } = await twoComputers(seal)
    for (let n = 0; n < 60; n++) {
      must(await a.folder.attachments.keep(`${n}.jpg`, bytesOf(n)))
      await a.write(withPhoto(n))
    }
    await a.pass()
    const away = [...carrier.files()].filter(([path]) => path.startsWith('attachments/'))
    expect(away).toHaveLength(60)
    for (const [path] of away) carrier.tamper(path, null)
    await b.pass()
    await b.folder.close()
    for (const [path, bytes] of away) carrier.tamper(path, bytes)
    await b.start(carrier.folder(b.desk.device))
    expect(must(await b.folder.exchange.missingAttachments())[0]).toBe(hashOf(bytesOf(59)))
    await b.pass()
    // The latest first, some in a pass.
    expect(await b.folder.exchange.hasAttachment(hashOf(bytesOf(59)))).toBe(true)
    expect(await b.folder.exchange.hasAttachment(hashOf(bytesOf(0)))).toBe(false)
    await b.pass()
    expect(must(await b.folder.exchange.missingAttachments())).toEqual([])
  })

  it('[ST42] are known also where the segment that names them is not read at the opening', async () => {
    const { carrier, a, b } = await twoComputers(seal)
    await a.write(withPhoto(1))
    await a.pass()
    await b.pass()
    await b.folder.close()
    await b.start(carrier.folder(b.desk.device))
    expect(must(await b.folder.exchange.missingAttachments())).toEqual([hashOf(bytesOf(1))])
  })

  it('are fetched the latest named first; one that did not come stands behind the others', () => {
    const wanted = new WantedAttachments()
    wanted.add('asked')
    wanted.recall(['late', 'asked', 'early'])
    expect([...wanted]).toEqual(['asked', 'late', 'early'])
    wanted.postpone('asked')
    expect([...wanted]).toEqual(['late', 'early', 'asked'])
    wanted.add('early')
    expect([...wanted]).toEqual(['early', 'late', 'asked'])
    wanted.delete('late')
    expect([...wanted]).toEqual(['early', 'asked'])
  })
})
