import type { CallName } from './contract'

/**
 * A call that the main process did not carry out at all: a bug of the window (or someone else's page), not an expected
 * failure. It rejects the call's promise; an Error is all that crosses the border whole, so it travels in its message.
 */
export type Refusal =
  | { readonly type: 'UnknownCall'; readonly call: string }
  | { readonly type: 'StrangeSender'; readonly call: CallName }
  | { readonly type: 'BadPayload'; readonly call: CallName; readonly detail: string }
  /** The call was begun and ended with a programming error; it stands in the log file. */
  | { readonly type: 'Crashed'; readonly call: CallName; readonly detail: string }

/** What the main process answers to every call. */
export type Reply = { readonly value: unknown } | { readonly refusal: Refusal }

const MARK = 'zhike refused: '

export const refusalMessage = (refusal: Refusal): string => MARK + JSON.stringify(refusal)

/** The refusal that an error thrown by `Bridge.call` carries; null for any other error. */
export function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof Error)) return null
  const at = error.message.indexOf(MARK)
  if (at < 0) return null
  try {
    return JSON.parse(error.message.slice(at + MARK.length)) as Refusal
  } catch {
    return null
  }
}
