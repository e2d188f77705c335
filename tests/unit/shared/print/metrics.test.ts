import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseFont } from '../../../../node/pdf/fontkit'
import { metricsOf } from '../../../../shared/print/metrics'
import type { Face } from '../../../../shared/print/page'
import { FONT_PACKAGES, fontPackage } from '../../../support/pdf-fonts'

interface Measured {
  readonly ascent: number
  readonly descent: number
  readonly unitsPerEm: number
  readonly characterSet: readonly number[]
}

describe.each(Object.keys(FONT_PACKAGES) as Face[])('metrics of %s', (face) => {
  const font = parseFont(readFileSync(fontPackage(face)))
  const measured = font as unknown as Measured
  const metrics = metricsOf(face)

  it('give every character of the font its advance', () => {
    const wrong = measured.characterSet.filter((codePoint) => {
      const glyph = font.glyphForCodePoint(codePoint)
      const advance = glyph.id === 0 ? undefined : glyph.advanceWidth / measured.unitsPerEm
      return metrics.advance(codePoint) !== advance
    })
    expect(wrong).toEqual([])
    expect(measured.characterSet.length).toBeGreaterThan(30_000)
  })

  it('know no character that the font lacks', () => {
    const known = new Set(measured.characterSet)
    const invented: number[] = []
    for (let codePoint = 0; codePoint <= 0x323af; codePoint++) {
      if (!known.has(codePoint) && metrics.advance(codePoint) !== undefined) invented.push(codePoint)
    }
    expect(invented).toEqual([])
  })

  it('agree on ascent and descent', () => {
    expect(metrics.ascent).toBe(measured.ascent / measured.unitsPerEm)
    expect(metrics.descent).toBe(-measured.descent / measured.unitsPerEm)
  })
})

describe('the faces together', () => {
  it('cover the rare characters of names: 𠮷 only in the wider font, 㛃 in all', () => {
    expect(metricsOf('sans').advance(0x20bb7)).toBeUndefined()
    expect(metricsOf('rare').advance(0x20bb7)).toBe(1)
    for (const face of Object.keys(FONT_PACKAGES) as Face[]) expect(metricsOf(face).advance(0x36c3)).toBe(1)
  })
})
