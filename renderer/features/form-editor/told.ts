/** What is known of one kind of deed: its failure that still stands, and when it last worked (ms since 1970). */
export interface Known {
  readonly failure: object | undefined
  readonly doneAt: number | undefined
}

/**
 * What a person is told when this changes. A failure that is there with the first look at a form is told; a success
 * from before it says nothing of a failure that is still shown.
 */
export function newsOf(was: Known | null, now: Known): 'failed' | 'worked' | null {
  if (now.failure) return now.failure === was?.failure ? null : 'failed'
  if (!was) return null
  return was.failure || was.doneAt !== now.doneAt ? 'worked' : null
}
