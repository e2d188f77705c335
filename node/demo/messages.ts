import type { PersonRef } from '../../shared/forms/values'
import type { DemoOptions } from './make-demo'

/** What the thread that makes the demo data is started with. */
export type DemoTask = DemoOptions

export type DemoMade =
  | { readonly made: true; readonly staff: readonly PersonRef[] }
  | { readonly made: false; readonly reason: string }
