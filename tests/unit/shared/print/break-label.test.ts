import { describe, expect, it } from 'vitest'
import { fitLabel } from '../../../../shared/print/break-label'
import { widthOf } from '../../../../shared/print/measure'

const fit = (label: string, width: number): ReturnType<typeof fitLabel> => fitLabel([label], 'serif', width)

describe('fitLabel', () => {
  it('leaves a label that fits as it is, at 10.5 pt', () => {
    expect(fit('受理编号', 42)).toEqual({ lines: ['受理编号'], size: 10.5 })
  })

  it.each([
    ['产品出现质量问题后的处理结果', 80],
    ['服务人员综合素质', 60],
    ['统一社会信用代码', 60],
    ['使用公司生产的何种产品', 66],
  ])('breaks %s between words', (label, width) => {
    const { lines } = fit(label, width)
    expect(lines.join('')).toBe(label)
    for (const word of [
      '产品',
      '出现',
      '质量',
      '问题',
      '处理',
      '结果',
      '服务',
      '人员',
      '综合',
      '素质',
      '社会',
      '信用',
      '代码',
      '使用',
      '公司',
      '生产',
    ]) {
      if (label.includes(word))
        expect(
          lines.some((line) => line.includes(word)),
          word,
        ).toBe(true)
    }
  })

  it('sets a label smaller rather than breaking it for half a character', () => {
    const { lines, size } = fit('投诉客户姓名称', 71)
    expect(lines).toHaveLength(1)
    expect(size).toBeLessThan(10.5)
  })

  it('never goes under 8 pt, and never over the width while a character fits', () => {
    for (let width = 11; width < 150; width += 3) {
      const { lines, size } = fit('产品出现质量问题后的处理结果（客户填写）', width)
      expect(size).toBeGreaterThanOrEqual(8)
      for (const line of lines) expect(widthOf(line, 'serif') * size).toBeLessThanOrEqual(width + 1e-6)
    }
  })

  it('does not break a label that is spread with spaces', () => {
    expect(fit('电　　话', 36).lines).toEqual(['电　　话'])
  })

  it('keeps the lines that the template gives', () => {
    expect(fitLabel(['注册资本', '（元）'], 'serif', 60).lines).toEqual(['注册资本', '（元）'])
  })
})
