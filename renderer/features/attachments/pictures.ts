import type { FileLook } from '../../../shared/store/file-types'
import { openPdf } from '../print-preview'

/** A picture as a JPEG, in pixels. */
export interface Jpeg {
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

/** A paper of its own for the pixels: JPEG knows no transparency. */
function sheet(
  width: number,
  height: number,
): { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D } {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(width))
  canvas.height = Math.max(1, Math.round(height))
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  return { canvas, context }
}

async function jpegOf(canvas: HTMLCanvasElement, quality: number): Promise<Jpeg> {
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/jpeg', quality)
  })
  if (!blob) throw new Error('no picture')
  return { bytes: new Uint8Array(await blob.arrayBuffer()), width: canvas.width, height: canvas.height }
}

/** Turned as the camera held it, its longer side at most `longest` pixels. Rejects when it is no picture. */
export async function pictureJpeg(bytes: Uint8Array, longest: number, quality = 0.85): Promise<Jpeg> {
  const bitmap = await createImageBitmap(new Blob([bytes.slice()]))
  try {
    const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height))
    const { canvas, context } = sheet(bitmap.width * scale, bitmap.height * scale)
    context.imageSmoothingQuality = 'high'
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
    return await jpegOf(canvas, quality)
  } finally {
    bitmap.close()
  }
}

/** Pages of a PDF, at most `most`, the longer side `longest` pixels; and how many it has. Rejects when it is none. */
export async function pdfJpegs(
  bytes: Uint8Array,
  longest: number,
  most: number,
  quality = 0.85,
): Promise<{ readonly pages: readonly Jpeg[]; readonly count: number }> {
  const view = await openPdf(bytes, 'others')
  try {
    const pages: Jpeg[] = []
    for (const [page, size] of view.sizes.slice(0, most).entries()) {
      const width = (longest * size.width) / Math.max(size.width, size.height)
      const { canvas } = sheet(1, 1)
      await view.draw(page, canvas, width, new AbortController().signal)
      pages.push(await jpegOf(canvas, quality))
    }
    return { pages, count: view.sizes.length }
  } finally {
    view.close()
  }
}

/** A small picture of a file: of a PDF its first page. Null for what has none. */
export async function smallPicture(look: FileLook, bytes: Uint8Array): Promise<Jpeg | null> {
  const longest = 256
  if (look === 'picture') return pictureJpeg(bytes, longest, 0.8)
  if (look === 'pdf') return (await pdfJpegs(bytes, longest, 1, 0.8)).pages[0] ?? null
  return null
}
