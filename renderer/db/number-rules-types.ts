import type { Template } from '../../shared/forms/template'
import type { PersonRef } from '../../shared/forms/values'
import type { Result } from '../../shared/kernel/result'
import type { JournalFailure } from '../../shared/ipc/contract'
import type { Dot } from '../../shared/store/change'
import type { Written } from './records-types'

/** The next number that a rule gives today. */
export interface NextNumber {
  readonly number: string
  /** The last one of the same run; absent where it is the first. */
  readonly after?: string
  /** Numbers that records bear already and that are passed over. */
  readonly skipped: readonly string[]
}

/** What the firm has set for the numbers of one form. */
export interface FirmNumbers {
  /** Text of its rule; null: the rule of the form. */
  readonly rule: string | null
  /** Set differently on several computers, apart: the rule shown is the latest. */
  readonly parted: boolean
  /** When it was set, milliseconds since 1970, and by whom; absent where it never was. */
  readonly at?: number
  readonly person?: PersonRef
  /** What a new rule replaces. */
  readonly seen: readonly Dot[]
}

export interface NumberRules {
  readonly of: (code: string) => Promise<FirmNumbers>
  /** What a rule (its text) would give next; null for a text that is no rule. */
  readonly next: (code: string, rule: string) => Promise<NextNumber | null>
  /** Sets the rule for the whole firm; null: the form's own. Numbers that were given stay. */
  readonly choose: (
    template: Template,
    rule: string | null,
    seen: readonly Dot[],
    by?: PersonRef,
  ) => Promise<Result<Written, JournalFailure>>
}
