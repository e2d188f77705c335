import { describe, expect, it } from 'vitest'
import { linesPath, slantPath } from '../../../../../renderer/features/sheet/page-lines'
import { drawSheet } from '../form-editor/sheet'

/** The boxes of a path in device pixels. */
function boxes(path: string, device: number): readonly (readonly number[])[] {
  return [...path.matchAll(/M(\S+) (\S+)h(\S+)v(\S+)h\S+z/g)].map((match) =>
    match.slice(1, 5).map((points) => Number(points) * device),
  )
}

describe('table lines on the screen', () => {
  const { layout } = drawSheet()
  const rules = layout.pages[0]?.rules ?? []

  it.each([0.5, 0.85, 1, 1.25, 1.5, 2])('stand on whole device pixels at zoom %d', (zoom) => {
    const scale = (zoom * 96) / 72
    for (const ratio of [1, 1.25, 2]) {
      const all = boxes(linesPath(rules, scale, ratio), scale * ratio)
      expect(all.length).toBe(rules.length)
      for (const box of all) {
        for (const edge of box) expect(Math.abs(edge - Math.round(edge))).toBeLessThan(1e-6)
        expect(Math.min(box[2] ?? 0, box[3] ?? 0)).toBeGreaterThan(0.999)
      }
    }
  })

  it('stay within a device pixel of the layout', () => {
    const scale = 96 / 72
    boxes(linesPath(rules, scale, 1), scale).forEach(([x = 0, y = 0, width = 0, height = 0], i) => {
      const rule = rules[i]
      if (!rule) throw new Error('more boxes than lines')
      const level = rule.y1 === rule.y2
      const middle = level ? y + height / 2 : x + width / 2
      expect(Math.abs(middle - (level ? rule.y1 : rule.x1) * scale)).toBeLessThanOrEqual(1)
    })
  })

  it('leave slanting lines as they are', () => {
    const slant = { x1: 1, y1: 2, x2: 30, y2: 40, width: 0.5 }
    expect(linesPath([slant], 1, 1)).toBe('')
    expect(slantPath([slant, ...rules])).toBe('M1 2L30 40')
  })
})
