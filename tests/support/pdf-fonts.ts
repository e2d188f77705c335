import { join } from 'node:path'
import { loadFontFiles, type PdfFonts } from '../../node/pdf/fonts'
import type { Face } from '../../shared/print/page'

/** The fonts where their packages keep them: tests of the painter need no build. */
export const FONT_PACKAGES: Readonly<Record<Face, string>> = {
  serif: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  serifBold: '@expo-google-fonts/noto-serif-sc/600SemiBold/NotoSerifSC_600SemiBold.ttf',
  sans: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  rare: 'node-source-han-sans-sc/SourceHanSansSC-Regular.otf',
}

export const fontPackage = (face: Face): string => join(process.cwd(), 'node_modules', FONT_PACKAGES[face])

let fonts: PdfFonts | null = null

export function testFonts(): PdfFonts {
  if (!fonts) {
    const loaded = loadFontFiles(fontPackage)
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.error))
    fonts = loaded.value
  }
  return fonts
}
