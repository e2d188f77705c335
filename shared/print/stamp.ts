/** How a record stands, as far as its paper says so. */
export interface Stamped {
  readonly state: string
  /** How often it was corrected after 登记. */
  readonly corrections: number
}

/** What stands across a sheet on the screen while it cannot be typed into; undefined for nothing. */
export function screenStamp({ state }: Pick<Stamped, 'state'>): string | undefined {
  return state === 'void' ? '作废' : state === 'closed' ? '已办结' : undefined
}

/**
 * What is printed on a filled sheet: 作废 across it, and small beside the title that a record took back something that it said
 * at 登记, so that its paper is not taken for the first one. 办结 is said on the screen alone: a paper is the same before and
 * after it.
 */
export function paperStamp({ state, corrections }: Stamped): string | undefined {
  if (state === 'void') return '作废'
  return corrections > 0 ? `已更正 ${corrections} 次` : undefined
}

/** A word that is only noted, small beside the title: a corrected paper is valid, and 套打 may leave the word out. */
export const isNote = (stamp: string): boolean => /^已更正 \d+ 次$/u.test(stamp)
