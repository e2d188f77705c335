import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'
import { renderJob } from '../../node/pdf/render-job'
import type { FormSheet } from '../../shared/ipc/contract'
import { testFonts } from './pdf-fonts'

/** Coarse enough to be kept in the repository, fine enough that a missing character is seen. */
const DOTS_PER_INCH = 45
/** Grey levels kept: more would only store how a rasteriser smooths. */
const LEVELS = 8
/** Pixels of one page that may differ: rasterisers of other versions smooth a little differently. */
const TOLERANCE = 8
/** How different two pixels may be, 0 … 1. */
const THRESHOLD = 0.25

/** The pages of the sheets, in order, as grey pictures (PNG). */
export async function drawPages(sheets: readonly FormSheet[]): Promise<readonly Buffer[]> {
  const rendered = await renderJob({ job: 'form', sheets }, testFonts(), 0)
  if (!rendered.ok) throw new Error(JSON.stringify(rendered.error))
  const folder = mkdtempSync(join(tmpdir(), 'looks-'))
  try {
    const file = join(folder, 'all.pdf')
    writeFileSync(file, rendered.value.bytes)
    execFileSync('pdftoppm', ['-r', String(DOTS_PER_INCH), '-gray', '-png', file, join(folder, 'page')])
    const names = readdirSync(folder).filter((name) => name.endsWith('.png'))
    return names.sort().map((name) => coarse(readFileSync(join(folder, name))))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function coarse(png: Buffer): Buffer {
  const picture = PNG.sync.read(png)
  const step = 255 / (LEVELS - 1)
  for (let at = 0; at < picture.data.length; at++) {
    if (at % 4 !== 3) picture.data[at] = Math.round(Math.round((picture.data[at] ?? 0) / step) * step)
  }
  return PNG.sync.write(picture, { colorType: 0, deflateLevel: 9 })
}

export type Comparison =
  | { readonly is: 'alike' }
  | { readonly is: 'new' }
  | { readonly is: 'otherSize' }
  | { readonly is: 'different'; readonly pixels: number; readonly difference: Buffer }

/** Compares a page with the approved one; `difference` is a picture with what differs in red. */
export function comparePages(approved: Buffer | null, now: Buffer): Comparison {
  if (!approved) return { is: 'new' }
  const before = PNG.sync.read(approved)
  const after = PNG.sync.read(now)
  const { width, height } = after
  if (before.width !== width || before.height !== height) return { is: 'otherSize' }
  const difference = new PNG({ width, height })
  const pixels = pixelmatch(before.data, after.data, difference.data, width, height, { threshold: THRESHOLD })
  if (pixels <= TOLERANCE) return { is: 'alike' }
  return { is: 'different', pixels, difference: PNG.sync.write(difference) }
}

/** Puts pictures where `npm run looks` shows them. */
export function keepForReview(folder: string, name: string, now: Buffer, difference?: Buffer): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name}.now.png`), now)
  if (difference) writeFileSync(join(folder, `${name}.difference.png`), difference)
}
