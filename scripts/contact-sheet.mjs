// npm run contact-sheet: thumbnails of all forms, blank beside filled, into docs/images.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { buildIfStale } from './build-if-stale.mjs'
import { ensureTestPrograms } from './install-system.mjs'

const missing = ensureTestPrograms()
if (missing) {
  console.error(missing)
  process.exit(1)
}
await buildIfStale('node')
const root = join(import.meta.dirname, '..')
const images = join(root, 'docs/images')
const folder = mkdtempSync(join(tmpdir(), 'contact-sheet-'))
const file = join(folder, 'forms.pdf')
execFileSync(process.execPath, [join(root, 'out/main/cli.cjs'), 'contact-sheet', '--out', file], {
  stdio: 'inherit',
})
// Drawn finer than wanted and averaged: at this size a rasteriser makes hairlines and tick boxes black.
const FINER = 4
const DOTS_PER_INCH = 110
const pages = join(folder, 'forms')
execFileSync('pdftoppm', ['-r', String(FINER * DOTS_PER_INCH), '-gray', '-png', file, pages])
mkdirSync(images, { recursive: true })
for (const name of readdirSync(images)) if (name.startsWith('forms-')) rmSync(join(images, name))
for (const name of readdirSync(folder).filter((each) => each.endsWith('.png'))) {
  writeFileSync(join(images, name), averaged(readFileSync(join(folder, name))))
  console.log(`docs/images/${name}`)
}
rmSync(folder, { recursive: true })

function averaged(png) {
  const fine = PNG.sync.read(png)
  const width = Math.floor(fine.width / FINER)
  const height = Math.floor(fine.height / FINER)
  const coarse = new PNG({ width, height })
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0
      for (let dy = 0; dy < FINER; dy++) {
        for (let dx = 0; dx < FINER; dx++) {
          sum += fine.data[((y * FINER + dy) * fine.width + x * FINER + dx) * 4]
        }
      }
      // Sixteen greys are enough, and half the size.
      const grey = Math.round(sum / FINER ** 2 / 17) * 17
      coarse.data.set([grey, grey, grey, 255], (y * width + x) * 4)
    }
  }
  return PNG.sync.write(coarse, { colorType: 0, deflateLevel: 9 })
}
