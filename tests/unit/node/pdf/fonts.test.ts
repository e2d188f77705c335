import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FONT_FILES, loadFonts } from '../../../../node/pdf'
import { RememberedParts } from '../../../../node/pdf/embed-font'
import { parseFont } from '../../../../node/pdf/fontkit'
import { TrueTypeSubset, TrueTypeTables } from '../../../../node/pdf/truetype-subset'
import { fontPackage, testFonts } from '../../../support/pdf-fonts'

describe('loadFonts', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fonts-'))
  })
  afterEach(() => {
    rmSync(folder, { recursive: true })
  })

  it('names the font file that is not there', () => {
    copyFileSync(fontPackage('serif'), join(folder, FONT_FILES.serif))
    expect(loadFonts(folder)).toEqual({
      ok: false,
      error: { type: 'FontMissing', path: join(folder, FONT_FILES.serifBold) },
    })
  })

  it('names a file that is no font', () => {
    writeFileSync(join(folder, FONT_FILES.serif), 'not a font')
    expect(loadFonts(folder)).toEqual({
      ok: false,
      error: { type: 'FontMissing', path: join(folder, FONT_FILES.serif) },
    })
  })
})

describe('a subset of a TrueType font', () => {
  it('is a font itself, with the outlines and advances of the whole one', () => {
    const { source, glyph } = testFonts().serif
    const subset = source.createSubset()
    // é is a composite glyph or stands for itself; both must draw the same.
    const text = '客户𫠆é1，'
    const places = Array.from(text, (character) =>
      subset.includeGlyph(glyph(character.codePointAt(0) ?? 0).id),
    )
    const small = parseFont(subset.encode()) as unknown as {
      getGlyph(id: number): { readonly advanceWidth: number; readonly path: { toSVG(): string } }
    }
    const whole = source as unknown as typeof small
    Array.from(text).forEach((character, index) => {
      const { id } = glyph(character.codePointAt(0) ?? 0)
      const cut = small.getGlyph(places[index] ?? 0)
      expect(cut.path.toSVG(), character).toBe(whole.getGlyph(id).path.toSVG())
      expect(cut.advanceWidth).toBe(whole.getGlyph(id).advanceWidth)
    })
  })
  it('counts its own glyphs and leaves the bytes of the shared font as they were', () => {
    const path = fontPackage('serif')
    const file = readFileSync(path)
    const font = parseFont(file)
    const subset = new TrueTypeSubset(new TrueTypeTables(file, font))
    for (const character of '客户é')
      subset.includeGlyph(font.glyphForCodePoint(character.codePointAt(0) ?? 0).id)
    const cut = subset.encode()
    expect(Buffer.compare(file, readFileSync(path))).toBe(0)
    const { offset } = parseFont(cut).directory.tables['maxp'] ?? { offset: 0 }
    expect(new DataView(cut.buffer, cut.byteOffset).getUint16(offset + 4)).toBe(subset.glyphs.length)
  })
})

describe('the parts of a font that the last files used', () => {
  const part = (bytes: number) => ({
    program: new Uint8Array(bytes),
    toUnicode: new Uint8Array(1),
    widths: '[0 [1000]]',
  })

  it('are made once for the same characters in the same order, and anew for any others', () => {
    const known = new RememberedParts()
    const first = known.partsOf('客户', () => part(10))
    expect(known.partsOf('客户', () => part(10))).toBe(first)
    expect(known.partsOf('户客', () => part(10))).not.toBe(first)
    expect(known.partsOf('客户名', () => part(10))).not.toBe(first)
    expect(known.partsOf('客户', () => part(10))).toBe(first)
  })

  it('are forgotten when many other files came between, and never kept of a large file', () => {
    const known = new RememberedParts()
    const [often, once, large] = ['常', '偶', '大'].map((text) =>
      known.partsOf(text, () => part(text === '大' ? 1e6 : 10)),
    )
    for (let file = 0; file < 30; file++) {
      known.partsOf(String(file), () => part(10))
      known.partsOf('常', () => part(10))
    }
    expect(known.partsOf('常', () => part(10))).toBe(often)
    expect(known.partsOf('偶', () => part(10))).not.toBe(once)
    // Compared here: a million bytes would be printed for a message.
    expect(known.partsOf('大', () => part(1e6)) === large).toBe(false)
  })
})
