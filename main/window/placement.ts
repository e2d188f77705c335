import { readFileSync, renameSync, writeFileSync } from 'node:fs'

/** Device-independent pixels, as Electron counts them. */
export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where the window stood. `bounds` are those that it has when it is not maximised. */
export interface Placement {
  readonly bounds: Rectangle
  readonly maximised: boolean
}

export const LEAST_SIZE = { width: 1024, height: 640 }
/** A whole short form without scrolling on an office screen of 1366 × 768. */
const USUAL_SIZE = { width: 1366, height: 768 }
/** Pixels of the window's head that have to be on a screen, so that it can be taken hold of. */
const HOLD = 80

/**
 * Where to open the window: as it stood, unless the screens have changed meanwhile so that it could not be reached; then
 * in the middle of the main screen. `screens`: the usable areas, the main one first.
 */
export function placeWindow(stood: Placement | null, screens: readonly Rectangle[]): Placement {
  const [main = { x: 0, y: 0, ...USUAL_SIZE }] = screens
  if (stood) {
    const screen = screens.find((candidate) => isReachable(stood.bounds, candidate))
    if (screen) return { ...stood, bounds: fit(stood.bounds, screen) }
  }
  const width = Math.min(USUAL_SIZE.width, main.width)
  const height = Math.min(USUAL_SIZE.height, main.height)
  const bounds = {
    x: main.x + Math.round((main.width - width) / 2),
    y: main.y + Math.round((main.height - height) / 2),
    width,
    height,
  }
  return { bounds, maximised: stood?.maximised ?? false }
}

function isReachable(bounds: Rectangle, screen: Rectangle): boolean {
  const shown = Math.min(bounds.x + bounds.width, screen.x + screen.width) - Math.max(bounds.x, screen.x)
  return shown >= HOLD && bounds.y >= screen.y && bounds.y <= screen.y + screen.height - HOLD
}

function fit(bounds: Rectangle, screen: Rectangle): Rectangle {
  const width = Math.max(LEAST_SIZE.width, Math.min(bounds.width, screen.width))
  const height = Math.max(LEAST_SIZE.height, Math.min(bounds.height, screen.height))
  return { ...bounds, width, height }
}

/** Where the window stood when the program ended; null at the first start and when the file cannot be read. */
export function readPlacement(file: string): Placement | null {
  try {
    const read: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return isPlacement(read) ? read : null
  } catch {
    return null
  }
}

/** By hand: the window waits for this, and a library for it would have to be loaded first. */
function isPlacement(value: unknown): value is Placement {
  if (!isObject(value) || typeof value['maximised'] !== 'boolean') return false
  const { bounds } = value
  if (!isObject(bounds) || !['x', 'y', 'width', 'height'].every((name) => Number.isSafeInteger(bounds[name])))
    return false
  return Number(bounds['width']) > 0 && Number(bounds['height']) > 0
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/**
 * At once and not in the background, since the program may be about to end. A place that could not be kept is no harm:
 * the window then opens in the middle.
 */
export function keepPlacement(file: string, stood: Placement): void {
  try {
    writeFileSync(`${file}.tmp`, `${JSON.stringify(stood)}\n`)
    renameSync(`${file}.tmp`, file)
  } catch {
    // The next move or the next close tries again.
  }
}
