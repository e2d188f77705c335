import type { PrintRunChoices, SystemPrinter } from '../../../shared/ipc/print-run'
import type { PrintSetup } from '../../../shared/print/setup'
import { usualPattern } from '../../../shared/print/name-pattern'
import type { FormSheet } from '../../../shared/ipc/contract'
import { mayOverprint } from '../../stores'

/** All that a person chooses for one run. What is remembered for the next one is `PrintRunChoices`. */
export interface Choices extends PrintRunChoices {
  /** How often each sheet follows itself. */
  readonly copies: number
  readonly reversed: boolean
  readonly overprint: OverprintChoice
  readonly attachments: boolean
}

/** 套打: as it is set up for each form, of all sheets, or of none. */
export const OVERPRINT_CHOICES = ['asSetUp', 'all', 'none'] as const
export type OverprintChoice = (typeof OVERPRINT_CHOICES)[number]

export const usualChoices = (language: string): PrintRunChoices => ({
  into: 'file',
  pattern: usualPattern(wordsIn(language)),
  onFront: false,
  bothSides: false,
})

/** In which words a pattern is written for a language of the screen. */
export const wordsIn = (language: string): 'zh' | 'en' => (language === 'en' ? 'en' : 'zh')

/** What is remembered of the choices. */
export const remembered = ({ into, pattern, onFront, bothSides, printer }: Choices): PrintRunChoices => ({
  into,
  pattern,
  onFront,
  bothSides,
  ...(printer !== undefined && { printer }),
})

/** A front has meaning where sheets follow each other on leaves: in one file, and on a printer that prints both sides. */
export const mayBeginOnFront = ({ into, bothSides }: Pick<PrintRunChoices, 'into' | 'bothSides'>): boolean =>
  into === 'file' || (into === 'printer' && bothSides)

/** The printer that was chosen, while it is there. None is taken in its place: sheets would come out somewhere else. */
export const chosenPrinter = (
  printers: readonly SystemPrinter[],
  chosen: string | undefined,
): SystemPrinter | undefined => printers.find(({ name }) => name === chosen)

/** A form's set-up in this run; 套打 has the form's own offset. */
export function setupIn(
  setup: PrintSetup,
  overprint: OverprintChoice,
  sheet: Pick<FormSheet, 'mode' | 'stamp'>,
): PrintSetup {
  const { overprint: offset, ...rest } = setup
  const wanted = overprint === 'all' || (overprint === 'asSetUp' && offset !== undefined)
  return wanted && mayOverprint(sheet) ? { ...rest, overprint: offset ?? { right: 0, down: 0 } } : rest
}
