import type { Paper } from '../../../shared/forms/template'
import type { Margins, PrintSetup } from '../../../shared/print/setup'

export type PaperChoice = 'design' | Paper['size']
export const PAPER_CHOICES: readonly PaperChoice[] = ['design', 'A4', 'A3', 'B5', '16K']

export type MarginChoice = 'usual' | 'narrow' | 'wide' | 'own'
export const MARGIN_CHOICES: readonly MarginChoice[] = ['usual', 'narrow', 'wide', 'own']
/** Millimetres on every side. */
const NARROW = 10
const WIDE = 25

export type BindingChoice = 'none' | '10' | '15' | 'own'
export const BINDING_CHOICES: readonly BindingChoice[] = ['none', '10', '15', 'own']

/** Lengths are set in steps of half a millimetre: finer than any printer feeds its paper. */
export const MM_STEP = 0.5

export const paperChoice = ({ paper }: PrintSetup): PaperChoice => paper?.size ?? 'design'

/** The same set-up on other paper; it lies as it did. */
export function withPaper(setup: PrintSetup, design: Paper, choice: PaperChoice): PrintSetup {
  const { paper, ...rest } = setup
  if (choice === 'design') return rest
  return { ...rest, paper: { size: choice, orientation: (paper ?? design).orientation } }
}

/** Turned to what the form is drawn for, on its own paper, it is as it is drawn. */
export function withOrientation(
  setup: PrintSetup,
  design: Paper,
  orientation: Paper['orientation'],
): PrintSetup {
  const { paper, ...rest } = setup
  const size = (paper ?? design).size
  const asDrawn = size === design.size && orientation === design.orientation
  return asDrawn ? rest : { ...rest, paper: { size, orientation } }
}

export function marginChoice({ margins }: PrintSetup): MarginChoice {
  if (!margins) return 'usual'
  const [first, ...others] = Object.values(margins) as number[]
  const all = others.every((each) => each === first) ? first : undefined
  return all === NARROW ? 'narrow' : all === WIDE ? 'wide' : 'own'
}

/** `standing`: what the margins are now, where a person begins to set each by itself. */
export function withMargins(setup: PrintSetup, choice: MarginChoice, standing: Margins): PrintSetup {
  const { margins: _, ...rest } = setup
  const even = (all: number): Margins => ({ top: all, right: all, bottom: all, left: all })
  switch (choice) {
    case 'usual':
      return rest
    case 'narrow':
      return { ...rest, margins: even(NARROW) }
    case 'wide':
      return { ...rest, margins: even(WIDE) }
    case 'own':
      return { ...rest, margins: standing }
  }
}

export function bindingChoice({ binding = 0 }: PrintSetup): BindingChoice {
  if (binding === 0) return 'none'
  return binding === 10 ? '10' : binding === 15 ? '15' : 'own'
}

/** 0 millimetres: no room for binding. */
export function withBinding(setup: PrintSetup, binding: number): PrintSetup {
  const { binding: _, ...rest } = setup
  return binding === 0 ? rest : { ...rest, binding }
}

export function withLetterhead(setup: PrintSetup, printed: boolean): PrintSetup {
  const { letterhead: _, ...rest } = setup
  return printed ? rest : { ...rest, letterhead: false }
}

export function withLarger(setup: PrintSetup, steps: 0 | 1 | 2): PrintSetup {
  const { larger: _, ...rest } = setup
  return steps === 0 ? rest : { ...rest, larger: steps }
}

export interface MmLimits {
  readonly least: number
  readonly most: number
}

/** Millimetres as typed, full-width digits too; null while they are out of bounds or none. */
export function readMm(typed: string, { least, most }: MmLimits): number | null {
  const text = typed.normalize('NFKC').trim().replace(/^\+/, '').replace('−', '-')
  if (!/^-?\d{1,2}(\.\d{1,2})?$/.test(text)) return null
  const value = Number(text) + 0
  const inSteps = Number.isInteger(value / MM_STEP)
  return inSteps && value >= least && value <= most ? value : null
}

/** One step up or down from what stands there, within the bounds. */
export const stepMm = (value: number, by: 1 | -1, { least, most }: MmLimits): number =>
  Math.min(most, Math.max(least, value + by * MM_STEP))
