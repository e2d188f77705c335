import type { Result } from '../kernel/result'

/** The demo data: an invented firm in a data folder, a profile and a window of its own, beside the real one. */
export interface DemoCalls {
  /** Opens them in a window of their own; one that is open comes to the front. */
  'demo:open': { in: null; out: Result<null, DemoFailure> }
  /** In that window: makes them again as they were, and starts it anew. */
  'demo:renew': { in: null; out: Result<null, DemoFailure> }
  /** In that window: closes it and shows the one from which it was opened. */
  'demo:leave': { in: null; out: Result<null, DemoFailure> }
}

export type DemoFailure =
  /** The program could not be started once more. */
  | { readonly type: 'NotStarted'; readonly reason: string }
  /** What belongs to the window of the demo data was asked for elsewhere, or the other way round. */
  | { readonly type: 'NotHere' }
