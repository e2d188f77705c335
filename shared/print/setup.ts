import type { Paper, Template } from '../forms/template'
import { MM, pageShape, type PageShape } from './style'

/** How a person wants one form printed on this computer. Everything absent is as the form is drawn. */
export interface PrintSetup {
  /** Instead of the paper that the form is drawn for. */
  readonly paper?: Paper
  /** Millimetres, instead of the paper's usual ones. */
  readonly margins?: Margins
  /** Millimetres more at the left, with 装订线 printed there. */
  readonly binding?: number
  /** Whether firm, department and logo stand at the head; they do unless it says false. */
  readonly letterhead?: boolean
  /** Text larger by steps of a tenth; row heights stay where the text lets them. */
  readonly larger?: 1 | 2
  /** 套打: only what was filled in, onto a sheet that is printed already, moved by millimetres. */
  readonly overprint?: { readonly right: number; readonly down: number }
}

export interface Margins {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

/** Millimetres: what office printers can reach, and more than which no form needs. */
export const MARGIN_LIMITS = { least: 5, most: 50 } as const
export const BINDING_LIMITS = { least: 0, most: 40 } as const
/** Millimetres either way: enough for any printer's feed. */
export const OFFSET_LIMIT = 50

const STEP = 0.1

/** What the setup means for the layout of one form. Lengths in points before `scale`. */
export interface SheetShape {
  readonly shape: PageShape
  /** All that is laid out is drawn larger by this factor. */
  readonly scale: number
  /** Drawn row heights are multiplied by this, so that a form fills another paper as it fills its own. */
  readonly rows: number
}

export function sheetShape(template: Pick<Template, 'paper'>, setup: PrintSetup = {}): SheetShape {
  const scale = 1 + (setup.larger ?? 0) * STEP
  const drawn = pageShape(template.paper)
  const shape = withMargins(setup.paper ? pageShape(setup.paper) : drawn, setup)
  const room = (sheet: PageShape): number => sheet.bodyBottom - sheet.bodyTop
  const samePaper = setup.paper === undefined && setup.margins === undefined
  return { shape: divided(shape, scale), scale, rows: (samePaper ? 1 : room(shape) / room(drawn)) / scale }
}

/** What a paper's margins are when nothing else is asked for, in millimetres. */
export function usualMargins(paper: Paper): Margins {
  const { left, right, top, bodyBottom, width, height } = pageShape(paper)
  return { top: top / MM, right: (width - right) / MM, bottom: (height - bodyBottom) / MM, left: left / MM }
}

function withMargins(shape: PageShape, { margins, binding = 0 }: PrintSetup): PageShape {
  const { left, right, top, bodyBottom, width, height } = shape
  const own = margins ?? {
    left: left / MM,
    right: (width - right) / MM,
    top: top / MM,
    bottom: (height - bodyBottom) / MM,
  }
  const down = own.top * MM - top
  const bottom = height - own.bottom * MM
  return {
    ...shape,
    left: (own.left + binding) * MM,
    right: width - own.right * MM,
    top: top + down,
    titleTop: shape.titleTop + down,
    bodyTop: shape.bodyTop + down,
    bodyBottom: bottom,
    // The page number stands half-way into the margin.
    numberY: height - (own.bottom * MM * (height - shape.numberY)) / (height - bodyBottom),
  }
}

function divided(shape: PageShape, scale: number): PageShape {
  const entries = Object.entries(shape) as [keyof PageShape, number][]
  return Object.fromEntries(entries.map(([name, value]) => [name, value / scale])) as unknown as PageShape
}
