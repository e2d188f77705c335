import type { LocalSettings } from './contract'

/**
 * What rail and bar showed last in this profile. The next start draws them with it before anything is opened; kept only while
 * nothing is to be asked at a start: no first set-up, no lock, no demo, nothing read-only.
 */
export interface FrameMemory {
  /** How many forms there are. */
  readonly forms: number
  readonly quick: readonly QuickForm[]
  /** Whether this computer belongs to a team. */
  readonly isMember: boolean
  /** Who works here, as the bar says it; null: nobody was chosen. */
  readonly person: string | null
  /** Whose names stand beside that one. */
  readonly others: readonly OtherPerson[]
}

export interface QuickForm {
  readonly code: string
  readonly name: string
}

export interface OtherPerson {
  readonly id: string
  readonly name: string
}

export interface FrameCalls {
  /** What the next start draws first; null: it begins with a page of its own, or with a question. */
  'frame:keep': { in: FrameMemory | null; out: null }
}

/** What the main process knows before anything is opened; it stands in the page itself. */
export interface FirstWords extends Pick<LocalSettings, 'language' | 'theme'> {
  readonly frame: FrameMemory | null
}

/** Where the page finds them. */
export const FIRST_WORDS = 'zhike-first-words'

/** By hand: the first drawing waits for this, and a library for it would have to be loaded first. */
export function isFrameMemory(value: unknown): value is FrameMemory {
  if (!isObject(value)) return false
  const { forms, quick, isMember, person, others } = value
  return (
    Number.isSafeInteger(forms) &&
    typeof isMember === 'boolean' &&
    (person === null || typeof person === 'string') &&
    isListOf(quick, ['code', 'name']) &&
    isListOf(others, ['id', 'name'])
  )
}

const isListOf = (value: unknown, texts: readonly string[]): boolean =>
  Array.isArray(value) &&
  value.every((each: unknown) => isObject(each) && texts.every((name) => typeof each[name] === 'string'))

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
