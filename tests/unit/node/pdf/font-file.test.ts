import { copyFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FONT_FILES, loadFonts } from '../../../../node/pdf'
import { openFontFile } from '../../../../node/pdf/font-file'
import { LostFont } from '../../../../node/pdf/fonts'
import { parseFont } from '../../../../node/pdf/fontkit'
import { paintingFailure } from '../../../../node/pdf/render-job'
import type { Face } from '../../../../shared/print/page'
import { fontPackage } from '../../../support/pdf-fonts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'font-file-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

/** The shipped fonts in the folder; answers the path of one. */
function shipped(face: Face): string {
  for (const each of ['serif', 'serifBold', 'sans', 'rare'] as const)
    copyFileSync(fontPackage(each), join(folder, FONT_FILES[each]))
  return join(folder, FONT_FILES[face])
}

describe('a font file', () => {
  it('has all but the outlines at once, and those where they are asked for', () => {
    const path = fontPackage('serif')
    const whole = readFileSync(path)
    const { bytes, need } = openFontFile(path)
    const glyf = parseFont(bytes).directory.tables['glyf']
    if (!glyf) throw new Error('no outlines')
    const end = glyf.offset + glyf.length
    const isSame = (from: number, to: number) => whole.subarray(from, to).equals(bytes.subarray(from, to))
    expect(bytes.length).toBe(whole.length)
    expect(isSame(0, glyf.offset)).toBe(true)
    expect(isSame(end, whole.length)).toBe(true)
    expect(bytes.subarray(glyf.offset, end).every((byte) => byte === 0)).toBe(true)
    need(end - 500, end)
    expect(isSame(end - 500, end)).toBe(true)
    expect(isSame(end - 501, end)).toBe(false)
  })

  it('that was cut off is no font', () => {
    const path = shipped('sans')
    truncateSync(path, 200)
    expect(loadFonts(folder)).toEqual({ ok: false, error: { type: 'FontMissing', path } })
  })

  it('of rare characters is looked for at once and read when one is painted', () => {
    const path = shipped('rare')
    writeFileSync(path, 'no font')
    expect(loadFonts(folder)).toEqual({ ok: false, error: { type: 'FontMissing', path } })
    shipped('rare')
    const fonts = loadFonts(folder, 'a mark')
    if (!fonts.ok) throw new Error(JSON.stringify(fonts.error))
    expect(fonts.value.mark).toBe('a mark')
    truncateSync(path, 100)
    expect(() => fonts.value.rare).toThrow(LostFont)
    expect(paintingFailure(new LostFont(path))).toEqual({ type: 'FontMissing', path })
    shipped('rare')
    expect(fonts.value.rare).toBe(fonts.value.rare)
  })
})
