import { describe, expect, it } from 'vitest'
import { hurtText, noteText } from '../../../../../renderer/features/recovery/hurt-text'
import { diagnose, isDeed } from '../../../../../renderer/features/recovery/model'
import { startLanguage } from '../../../../../renderer/i18n'
import type { Survey } from '../../../../../shared/ipc/recovery'

startLanguage('zh-CN')

const WHOLE: Survey = {
  path: '/data',
  whole: {
    files: 3,
    bytes: 1000,
    writers: 1,
    changes: 10,
    records: 4,
    customers: 2,
    attachments: 1,
    templates: 1,
  },
  findings: [],
  lost: [],
  attachments: [],
  unread: { newer: 0, unreadable: 0, destroyed: 0 },
  aside: { changes: 0, lacking: 0, unreadable: 0 },
  copies: 0,
}

const file = 'writers/0123456789abcdef/00000001.seg'
const writer = '0123456789abcdef'
const record = { entity: { kind: 'record', id: 'r1' }, name: 'TS-2026-0001', form: '客户投诉登记表' } as const

/** What the page says of a survey. */
function said(part: Partial<Survey>) {
  const { hurt, notes, todo } = diagnose({ ...WHOLE, ...part })
  return { hurt: hurt.map(hurtText), notes: notes.map(noteText), todo }
}

describe('the page of data check and recovery', () => {
  it('says nothing of a whole folder', () => {
    expect(said({})).toEqual({ hurt: [], notes: [], todo: [] })
  })

  it('says of damaged bytes where they are and which records are concerned, once', () => {
    const frames = { finding: 'damagedFrames', file, offset: 100, bytes: 20, kept: '' } as const
    const missing = { finding: 'missingChanges', writer, from: 4, to: 4 } as const
    const lost = [{ writer, from: 4, to: 4, concerns: [record], count: 1 }]
    const { hurt, notes, todo } = said({ findings: [frames, missing], lost })
    expect(hurt).toHaveLength(2)
    expect(hurt[0]).toContain('客户投诉登记表 TS-2026-0001')
    expect(hurt[1]).toContain('从第 100 字节起有 20 字节损坏')
    expect(notes).toEqual([])
    expect(todo).toEqual(['backup', 'disk'])
  })

  it('says so when nothing tells which records are concerned, and counts what it does not list', () => {
    const none = said({ lost: [{ writer, from: 4, to: 6, concerns: [], count: 0 }] })
    expect(none.hurt[0]).toContain('看不出它们涉及哪些单据')
    const concerns = Array.from({ length: 12 }, () => record)
    const many = said({ lost: [{ writer, from: 4, to: 60, concerns, count: 57 }] })
    expect(many.hurt[0]).toContain('等 57 项')
  })

  it('says of attachments whose they are, and what can be done', () => {
    const missing = { hash: 'a', is: 'missing', name: '照片.jpg', concerns: record } as const
    const altered = { hash: 'b', is: 'altered', name: '', concerns: null } as const
    const { hurt, todo } = said({ attachments: [missing, altered] })
    expect(hurt[0]).toBe('附件“照片.jpg”的文件不在这里。属于 客户投诉登记表 TS-2026-0001。')
    expect(hurt[1]).toBe('附件的内容与放入时不一致。')
    expect(todo).toEqual(['putBack', 'disk'])
  })

  it('takes a torn end, a strange file, a lost mark and what is arriving for no damage', () => {
    const { hurt, notes, todo } = said({
      findings: [
        { finding: 'tornTail', file, bytes: 40, kept: '' },
        { finding: 'strangeFile', file: 'writers/x.txt' },
        { finding: 'damagedFile', file: 'zhike.json', kept: '' },
        { finding: 'arriving', writer, from: 2, to: 3 },
      ],
    })
    expect({ hurt, todo }).toEqual({ hurt: [], todo: [] })
    expect(notes).toHaveLength(4)
  })

  it('sends to the newer program where a newer one has written', () => {
    const newer = { finding: 'newerSegment', file, format: 9 } as const
    const { hurt, todo } = said({ findings: [newer], unread: { ...WHOLE.unread, newer: 2 } })
    expect(hurt).toHaveLength(2)
    expect(todo).toEqual(['upgrade'])
  })

  it('notes what was set aside only where nothing of it lacks', () => {
    const aside = { changes: 5, lacking: 0, unreadable: 0 }
    expect(said({ aside }).notes).toHaveLength(1)
    expect(said({ aside: { ...aside, lacking: 2 } }).notes).toEqual([])
  })
})

describe('the list of what the program did', () => {
  it('holds what it did, and not what it found', () => {
    expect(isDeed({ told: 'found', finding: { finding: 'mended', file } })).toBe(true)
    expect(isDeed({ told: 'rebuilt', why: 'damaged' })).toBe(true)
    expect(isDeed({ told: 'found', finding: { finding: 'strangeFile', file } })).toBe(false)
    expect(isDeed({ told: 'leftAside', count: 2 })).toBe(false)
  })
})
