import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { keepFrame, readFrame } from '../../../../main/files/first-frame'
import { withFirstWords } from '../../../../main/security/content-policy'
import type { FrameMemory } from '../../../../shared/ipc/frame'

const frame: FrameMemory = {
  forms: 116,
  quick: [{ code: 'KHTS-BD-001', name: '客户投诉登记表一' }],
  isMember: false,
  person: '客服专员 · 示例员工甲',
  others: [{ id: 'p2', name: '示例员工乙' }],
}

const file = () => join(mkdtempSync(join(tmpdir(), 'zhike-frame-')), 'frame.json')

describe('what rail and bar showed last', () => {
  test('is read as it was kept, and gone once nothing is to be kept', () => {
    const kept = file()
    keepFrame(kept, frame)
    expect(readFrame(kept)).toEqual(frame)
    keepFrame(kept, null)
    expect(existsSync(kept)).toBe(false)
    expect(readFrame(kept)).toBeNull()
  })

  test.each([
    ['it is cut off', JSON.stringify(frame).slice(0, 40)],
    ['it is something else', '[1,2]'],
    ['a list is none', JSON.stringify({ ...frame, quick: {} })],
    ['a name is no text', JSON.stringify({ ...frame, others: [{ id: 'p2', name: 7 }] })],
    ['something is missing', JSON.stringify({ ...frame, forms: undefined })],
  ])('is nothing where %s', (_what, text) => {
    const kept = file()
    writeFileSync(kept, text)
    expect(readFrame(kept)).toBeNull()
  })

  test('stands in the page as a text that ends nothing', () => {
    const words = { language: 'en', theme: 'dark', frame: { ...frame, person: '"><script>&' } } as const
    const html = withFirstWords('<html><head><title>x</title></head></html>', words)
    const content = /content="([^"]*)"/.exec(html)?.[1] ?? ''
    expect(content).not.toMatch(/[<>]/)
    const read = content.replace(/&#(\d+);/g, (_sign, code: string) => String.fromCharCode(Number(code)))
    expect(JSON.parse(read)).toEqual(words)
  })
})
