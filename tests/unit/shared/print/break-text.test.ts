import { describe, expect, it } from 'vitest'
import { breakOffsets, breakText, longestStretch } from '../../../../shared/print/break-text'
import { widthOf } from '../../../../shared/print/measure'

const linesOf = (text: string, width: number): readonly string[] =>
  breakText(text, 'sans', [width]).map((line) => line.text)

describe('breakText', () => {
  it('never begins a line with closing punctuation nor ends one with an opening mark', () => {
    const text =
      '客户说：“冰箱（示例型号）不制冷！”前台答复，师傅明天来；费用《保修条款》第 3 条免收、不另付 50%……'
    for (let width = 4.5; width < 30; width += 0.5) {
      const lines = linesOf(text, width)
      for (const line of lines.slice(1)) expect(line).not.toMatch(/^[，。；：！？、”’）》…%]/u)
      for (const line of lines) expect(line).not.toMatch(/[“‘（《]$/u)
      expect(lines.join('').replace(/ /g, '')).toBe(text.replace(/ /g, ''))
    }
  })

  it('keeps every line inside its width', () => {
    const text =
      'BX-220 双门冰箱 refrigerator 送修后第三天再次不制冷，13800000000，www.example.com/a/very/long/address'
    for (let width = 2; width < 40; width += 0.7) {
      for (const line of breakText(text, 'sans', [width])) {
        expect(line.width).toBeLessThanOrEqual(width + 1e-6)
        expect(widthOf(line.text, 'sans')).toBeCloseTo(line.width, 9)
      }
    }
  })

  it('keeps the line ends that a person typed, empty lines too', () => {
    expect(linesOf('甲\n\n乙丙丁', 2)).toEqual(['甲', '', '乙丙', '丁'])
    expect(linesOf('', 5)).toEqual([''])
  })

  it('never splits a surrogate pair or parts a mark from its letter', () => {
    const text = '𠮷'.repeat(9) + 'x̱'.repeat(9)
    for (let width = 1; width < 5; width += 0.3) {
      for (const line of linesOf(text, width)) {
        expect(line).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/)
        expect(line).not.toMatch(/^\p{M}/u)
      }
      expect(linesOf(text, width).join('')).toBe(text)
    }
  })

  it('cuts a stretch without break places only when nothing else fits', () => {
    expect(linesOf('邮箱 sample@example.com', 12)).toEqual(['邮箱', 'sample@example.com'])
    const cut = linesOf('samplesamplesample', 4)
    expect(cut.length).toBeGreaterThan(1)
    expect(cut.join('')).toBe('samplesamplesample')
  })

  it('cuts a long address after a joint', () => {
    expect(linesOf('www.example.com/service/records', 10)).toEqual(['www.example.com/', 'service/records'])
  })

  it('takes another width for the first lines', () => {
    const lines = breakText('一二三四五六七八九十', 'sans', [3, 5])
    expect(lines.map((line) => line.text)).toEqual(['一二三', '四五六七八', '九十'])
  })
})

describe('breakOffsets', () => {
  it('allows a break before an opening and after a closing Chinese quotation mark', () => {
    expect(breakOffsets('他说“好”了')).toEqual([1, 2, 5, 6])
  })

  it('keeps a number with its sign', () => {
    expect(breakOffsets('涨5%了')).not.toContain(2)
  })
})

describe('longestStretch', () => {
  it('measures the widest part without a break place', () => {
    expect(longestStretch('一二 abc\nab', 'sans')).toBeCloseTo(widthOf('abc', 'sans'), 9)
  })
})
