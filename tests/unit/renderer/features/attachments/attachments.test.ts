import { describe, expect, it } from 'vitest'
import { attachmentsOf, type Source } from '../../../../../renderer/features/attachments/attachments'
import { nameOf } from '../../../../../renderer/features/attachments/intake'
import { textOf } from '../../../../../renderer/features/attachments/text-of'
import type { RecordSession } from '../../../../../renderer/stores'
import { MOST_FILE_BYTES, MOST_RECORD_BYTES } from '../../../../../shared/store/file-types'
import { me, sitting } from '../../stores/support'

const at = sitting()

const source = (name: string, text: string, size = text.length): Source => ({
  name,
  size,
  bytes: () => Promise.resolve(new TextEncoder().encode(text)),
})

function actsOn(session: RecordSession) {
  const { recordId } = session.store.getState()
  const acts = attachmentsOf({
    bridge: at.office.folder.bridge,
    workingCopy: at.copy,
    record: recordId,
    person: () => me,
    ensureStored: async () => session.store.getState().stored || session.actions.save(),
  })
  const names = async () => (await at.copy.files.of(recordId)).map(({ name }) => name)
  return { acts, names, recordId }
}

describe('adding attachments', () => {
  it('saves a new record as a draft first, puts the bytes on the disk, and only then names them', async () => {
    const session = await at.open()
    session.actions.setValue(['customer'], { name: '示例客户甲' })
    const { acts, names, recordId } = actsOn(session)
    expect(await acts.add([source('a.jpg', '一'), source('b.txt', '二')])).toEqual({ added: 2, refused: [] })
    expect(await names()).toEqual(['a.jpg', 'b.txt'])
    expect(session.store.getState()).toMatchObject({ stored: true, dirty: false, state: 'draft' })
    const order = at.office.folder.calls
      .map(({ name }) => name)
      .filter((name) => name === 'journal:append' || name === 'attachment:keep')
    expect(order.slice(-4)).toEqual([
      'journal:append',
      'attachment:keep',
      'attachment:keep',
      'journal:append',
    ])
    const [first] = await at.copy.files.of(recordId)
    expect(first).toMatchObject({ by: me.name, type: 'image/jpeg', size: 3 })
  })

  it('names nothing when the disk is full, and keeps what was kept when the record cannot be written', async () => {
    const session = await at.open()
    const { acts, names } = actsOn(session)
    at.office.folder.failNext('journal:append')
    expect(await acts.add([source('a.jpg', '一')])).toMatchObject({
      added: 0,
      failure: { type: 'NotStored' },
    })
    at.office.folder.failNext('attachment:keep')
    expect(await acts.add([source('a.jpg', '一'), source('b.jpg', '二')])).toMatchObject({
      added: 1,
      refused: [{ name: 'a.jpg', failure: { type: 'DiskFull' } }],
    })
    at.office.folder.failNext('journal:append')
    expect(await acts.add([source('c.jpg', '三')])).toMatchObject({ added: 0, failure: { type: 'DiskFull' } })
    expect(await names()).toEqual(['b.jpg'])
    expect(await acts.add([source('c.jpg', '三')])).toMatchObject({ added: 1 })
    expect(acts.store.getState().adding).toBe(0)
  })

  it('refuses what is too large without reading it, and what cannot be read', async () => {
    const session = await at.open()
    const { acts, names, recordId } = actsOn(session)
    const unread: Source = {
      name: 'x.mp4',
      size: MOST_FILE_BYTES + 1,
      bytes: () => Promise.reject(new Error('read')),
    }
    const folder: Source = { ...unread, name: '文件夹', size: 0 }
    expect(await acts.add([unread, folder])).toMatchObject({
      refused: [{ failure: { type: 'TooLarge', of: 'file' } }, { failure: { type: 'Unreadable' } }],
    })
    const large = {
      hash: 'a'.repeat(64),
      name: 'b.zip',
      type: 'application/zip',
      size: MOST_RECORD_BYTES - 2,
    }
    await at.copy.files.add(recordId, [large])
    expect(await acts.add([source('c.txt', 'abc'), source('d.txt', 'ab')])).toMatchObject({
      added: 1,
      refused: [{ name: 'c.txt', failure: { type: 'TooLarge', of: 'record', most: 2 } }],
    })
    expect(await names()).toEqual(['b.zip', 'd.txt'])
  })

  it('can be taken back, and a removal too; both stand in the history', async () => {
    const session = await at.open()
    const { acts, names, recordId } = actsOn(session)
    await acts.add([source('a.jpg', '一'), source('b.jpg', '二')])
    const [first] = await at.copy.files.of(recordId)
    await acts.remove(first!)
    expect(await names()).toEqual(['b.jpg'])
    await acts.putBack(first!)
    await acts.rename(first!, '现场.jpg')
    expect(await names()).toEqual(['现场.jpg', 'b.jpg'])
    const steps = (await at.copy.records.history(recordId)).flatMap((entry) => entry.steps)
    expect(steps.filter(({ step }) => step === 'removeRow')).toEqual([
      { step: 'removeRow', rows: '@files', row: first!.row },
    ])
  })

  it('leaves the form’s own values alone, and a save leaves the attachments', async () => {
    const session = await at.open()
    const { acts, names } = actsOn(session)
    await acts.add([source('a.jpg', '一')])
    session.actions.setValue(['customer'], { name: '示例客户乙' })
    await acts.add([source('b.jpg', '二')])
    expect(session.store.getState()).toMatchObject({ dirty: true })
    expect(await session.actions.save()).toBe(true)
    expect(await names()).toEqual(['a.jpg', 'b.jpg'])
    expect(session.store.getState().values.rows).not.toHaveProperty('@files')
  })

  it('to a void record is refused', async () => {
    const session = await at.open()
    const { acts, recordId } = actsOn(session)
    await acts.add([source('a.jpg', '一')])
    await session.actions.voidRecord('重复')
    const [file] = await at.copy.files.of(recordId)
    expect(session.store.getState().state).toBe('void')
    expect(await acts.remove(file!)).toMatchObject({ ok: false, error: { type: 'BadChange' } })
    expect(await acts.add([source('b.jpg', '二')])).toMatchObject({
      added: 0,
      failure: { type: 'BadChange' },
    })
  })
})

describe('what comes in', () => {
  it('is called by its own name, a picture of the clipboard by the time', () => {
    expect(nameOf({ name: '照片.JPG' }, '粘贴')).toBe('照片.JPG')
    expect(nameOf({ name: 'image.png' }, '粘贴的图片 14-03-26')).toBe('粘贴的图片 14-03-26.png')
  })

  it('is read as UTF-8 or GBK', () => {
    expect(textOf(new TextEncoder().encode('示例'))).toBe('示例')
    expect(textOf(new TextEncoder().encode('示例').subarray(0, 5))).toContain('示')
    expect(textOf(Uint8Array.from([0xca, 0xbe, 0xc0, 0xfd, 0xca, 0xbe]))).toBe('示例示')
  })
})
