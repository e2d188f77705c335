import { emptyValues } from '../../../shared/forms/values'
import type { Template } from '../../../shared/forms/template'
import type { layoutForm } from './lay-out'
import type { Letterhead } from '../../../shared/print/layout-input'
import { faceName } from './faces'
import { idleQueue } from './idle-queue'
import { watchNear } from './near'
import { paintThumbnail } from './paint-thumbnail'

/** A form whose template is read when its picture is drawn, not before. */
export interface ThumbnailForm {
  readonly head: Pick<Template, 'paper'>
  readonly template: Template
}

export interface ThumbnailOf {
  readonly form: ThumbnailForm
  readonly letterhead: Letterhead
  /** 0 for the first page. */
  readonly page: number
  /** Pixels of the screen, whole ones. */
  readonly width: number
  readonly height: number
}

/** Pixels of all kept pictures together; each takes four bytes. 116 cards at 150 % are some 9 million. */
const MOST_PIXELS = 20_000_000

/** Drawn pictures, the one used longest ago first. */
const kept = new Map<string, HTMLCanvasElement>()
let keptPixels = 0

/** Pictures, and what else may wait until nobody is kept waiting. */
export const whenIdle = idleQueue((work, options) =>
  fontsReady().then(() => window.requestIdleCallback(work, options)),
)

const numbers = new WeakMap<object, number>()
let lastNumber = 0
const numberOf = (thing: object): number => {
  const known = numbers.get(thing)
  if (known !== undefined) return known
  numbers.set(thing, ++lastNumber)
  return lastNumber
}

/** The same head is read anew for every page that shows forms: it is known by what it says. */
const letterheads = new Map<string, number>()
const lettersOf = new WeakMap<Letterhead, number>()
const letterheadNumber = (letterhead: Letterhead): number => {
  const known = lettersOf.get(letterhead)
  if (known !== undefined) return known
  const text = JSON.stringify(letterhead)
  const number = letterheads.get(text) ?? letterheads.size
  letterheads.set(text, number)
  lettersOf.set(letterhead, number)
  return number
}

const keyOf = ({ form, letterhead, page, width, height }: ThumbnailOf): string =>
  [numberOf(form), letterheadNumber(letterhead), page, width, height].join(' ')

/**
 * Shows a page of the blank form inside `host`: at once when it was drawn before, otherwise drawn in the window's idle
 * time once `host` has come near the visible part of its scroller. The answer ends the waiting.
 */
export function showThumbnail(host: HTMLElement, wanted: ThumbnailOf): () => void {
  const key = keyOf(wanted)
  const known = take(key)
  // One picture stands in one place: a second place for it gets its own.
  if (known && (!known.isConnected || known.parentElement === host)) {
    host.replaceChildren(known)
    return () => undefined
  }
  host.replaceChildren()
  let current = true
  let leaveQueue: (() => void) | null = null
  const draw = () => {
    drawn(wanted).then(
      (canvas) => {
        keep(key, canvas)
        if (current) host.replaceChildren(canvas)
      },
      (error: unknown) => {
        // The place stays empty; the window writes it into the log.
        reportError(error)
      },
    )
    stopWatching()
  }
  const stopWatching = watchNear(host, (near) => {
    leaveQueue?.()
    leaveQueue = near ? whenIdle.add(draw) : null
  })
  return () => {
    current = false
    stopWatching()
    leaveQueue?.()
  }
}

/** Read with the first picture: the rules of breaking lines are no part of the window's start. */
let layOut: typeof layoutForm | null = null

async function drawn({ form, letterhead, page, width, height }: ThumbnailOf): Promise<HTMLCanvasElement> {
  // Without waiting from the second picture on: it belongs into this idle moment.
  const lay = layOut ?? (layOut = (await import('./lay-out')).layoutForm)
  const layout = lay({ template: form.template, values: emptyValues, letterhead, mode: 'blank' })
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const shown = layout.pages[page]
  if (shown) {
    const missing = shown.images.filter(({ source }) => !pictures.has(source))
    if (missing.length > 0) await Promise.all(missing.map(({ source }) => decode(source)))
    paintThumbnail(canvas, shown, (source) => pictures.get(source))
  }
  canvas.dataset['drawn'] = 'true'
  return canvas
}

let fonts: Promise<unknown> | null = null

/**
 * A canvas does not wait for a font by itself. A font that cannot be read is replaced by the system's, as everywhere. Each is asked for
 * alone: with a list of families the browser reads every one of it, 17 MB of rare characters that no blank form has.
 */
function fontsReady(): Promise<unknown> {
  const { serif, serifBold, sans } = faceName
  fonts ??= Promise.allSettled(
    [serif, serifBold, sans].map((family) => document.fonts.load(`10px ${family}`)),
  )
  return fonts
}

/** Decoded logos: there is one, and after a change of it another. */
const pictures = new Map<string, HTMLImageElement>()

async function decode(source: string): Promise<void> {
  const image = new Image()
  image.src = source
  try {
    await image.decode()
    pictures.set(source, image)
  } catch {
    // A logo that cannot be read leaves its place empty in small; printing says so.
  }
}

function take(key: string): HTMLCanvasElement | undefined {
  const canvas = kept.get(key)
  if (canvas) {
    kept.delete(key)
    kept.set(key, canvas)
  }
  return canvas
}

function keep(key: string, canvas: HTMLCanvasElement): void {
  kept.set(key, canvas)
  keptPixels += canvas.width * canvas.height
  for (const [oldest, { width, height }] of kept) {
    if (keptPixels <= MOST_PIXELS || oldest === key) return
    kept.delete(oldest)
    keptPixels -= width * height
  }
}
