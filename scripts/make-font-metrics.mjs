// Writes shared/print/metrics/*.json: what the layout must know of the fonts that ship with the program, so that the
// window, the PDF worker and the command line measure text alike without reading the fonts. Run by hand after a font
// package changes: `node scripts/make-font-metrics.mjs`. A test compares the result with the fonts.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fontkit from 'fontkit'

const root = join(import.meta.dirname, '..')

const fonts = {
  serif: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  'serif-bold': '@expo-google-fonts/noto-serif-sc/600SemiBold/NotoSerifSC_600SemiBold.ttf',
  sans: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  rare: 'node-source-han-sans-sc/SourceHanSansSC-Regular.otf',
}

for (const [name, path] of Object.entries(fonts)) {
  const font = fontkit.openSync(join(root, 'node_modules', path))
  const codePoints = [...font.characterSet]
    .sort((a, b) => a - b)
    .filter((c) => font.glyphForCodePoint(c).id !== 0)
  const metrics = {
    font: font.postscriptName,
    version: font.version,
    unitsPerEm: font.unitsPerEm,
    ascent: font.ascent,
    descent: font.descent,
    coverage: coverage(codePoints),
    advances: advances(codePoints.map((c) => Math.round(font.glyphForCodePoint(c).advanceWidth))),
  }
  writeFileSync(join(root, `shared/print/metrics/${name}.json`), `${JSON.stringify(metrics, null, 2)}\n`)
}

/** `gap+length` of every unbroken run of code points in base 36; the gap counts from the end of the run before. */
function coverage(codePoints) {
  const runs = []
  let end = 0
  for (const codePoint of codePoints) {
    const last = runs.at(-1)
    if (last && codePoint === end) last.length++
    else runs.push({ gap: codePoint - end, length: 1 })
    end = codePoint + 1
  }
  return runs.map((run) => `${run.gap.toString(36)}+${run.length.toString(36)}`).join(' ')
}

/** `width*count` over the covered code points in their order, both in base 36. */
function advances(widths) {
  const runs = []
  for (const width of widths) {
    const last = runs.at(-1)
    if (last?.width === width) last.count++
    else runs.push({ width, count: 1 })
  }
  return runs.map((run) => `${run.width.toString(36)}*${run.count.toString(36)}`).join(' ')
}
