import { BOX_STROKE_WIDTH } from '../../../shared/print/tick-shape'
import type { LaidOutPage } from '../../../shared/print/page'
import { faceFamily } from './faces'
import { linesPath, slantPath } from './page-lines'

/** Ink on transparent ground: the paper behind it is the theme's, so one picture serves the light and the dark one. */
const INK = '#1F2A37'
const LINE = '#2B3440'
const LABEL_GROUND = 'rgba(50,40,15,.04)'
/** Points. */
const SLANT_WIDTH = 0.5

/**
 * Paints an unfilled page so that it fills the canvas's width. Lines stand on whole pixels of the screen; in small they
 * are paler, or a table of many lines would look black. `picture` answers the decoded image of a source.
 */
export function paintThumbnail(
  canvas: HTMLCanvasElement,
  page: LaidOutPage,
  picture: (source: string) => CanvasImageSource | undefined,
): void {
  // Drawn once and small: without the graphics card, which would keep a surface of its own for each.
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return
  const scale = canvas.width / page.width
  context.setTransform(scale, 0, 0, scale, 0, 0)
  context.clearRect(0, 0, page.width, page.height)
  context.fillStyle = LABEL_GROUND
  for (const { kind, x, y, width, height } of page.cells) {
    if (kind === 'label') context.fillRect(x, y, width, height)
  }
  for (const { source, x, y, width, height } of page.images) {
    const image = picture(source)
    if (image) context.drawImage(image, x, y, width, height)
  }
  context.globalAlpha = Math.min(1, Math.max(0.5, scale))
  paintLines(context, page, scale)
  context.globalAlpha = 1
  paintRuns(context, page)
}

function paintLines(context: CanvasRenderingContext2D, page: LaidOutPage, scale: number): void {
  context.fillStyle = LINE
  context.strokeStyle = LINE
  context.fill(new Path2D(linesPath(page.rules, scale, 1)))
  context.lineWidth = SLANT_WIDTH
  context.stroke(new Path2D(slantPath(page.rules)))
  for (const { x, y, width, height } of page.ticks) {
    context.lineWidth = Math.max(BOX_STROKE_WIDTH * width, 0.7 / scale)
    context.strokeRect(x, y, width, height)
  }
}

function paintRuns(context: CanvasRenderingContext2D, page: LaidOutPage): void {
  context.fillStyle = INK
  context.textBaseline = 'alphabetic'
  context.fontKerning = 'none'
  let font = ''
  let spacing = 0
  for (const run of page.runs) {
    const wanted = `${run.size}px ${faceFamily[run.face]}`
    // Setting a font is what costs most, even the same one.
    if (wanted !== font) context.font = font = wanted
    if (run.spacing !== spacing) context.letterSpacing = `${(spacing = run.spacing)}px`
    context.fillText(run.text, run.x, run.y)
  }
}
