/** What a person reads who asks how a page is used: ten lines, not a hundred. */
export interface HelpText {
  readonly title: string
  /** What the page is for. */
  readonly about: string
  /** What is usually done there, in order. */
  readonly steps: readonly string[]
  /** Words and colours that are seen there, and what they mean. */
  readonly marks: readonly (readonly [mark: string, means: string])[]
  readonly questions: readonly (readonly [question: string, answer: string])[]
}

/** Every page of the program, by the name that its help goes by. */
export const helpNames = [
  'workbench',
  'forms',
  'records',
  'form',
  'customers',
  'customer',
  'duplicates',
  'dues',
  'voided',
  'team',
  'arrived',
  'conflicts',
  'settings',
  'audit',
  'recovery',
  'about',
] as const
export type HelpName = (typeof helpNames)[number]

export type HelpPages = Readonly<Record<HelpName, HelpText>>
