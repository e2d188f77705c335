import type { Template } from '../../../shared/forms/template'

/** What the window tells the thread that checks. */
export type ToChecker =
  | {
      readonly tell: 'check'
      readonly database: string
      readonly knownBreaks: readonly number[]
      readonly templates: readonly (readonly [string, Template])[]
    }
  /** Somebody is at work in the window. */
  | { readonly tell: 'busy' }
  /** Versions that the thread has asked for; null: not at hand. */
  | { readonly tell: 'templates'; readonly templates: readonly (readonly [string, Template | null])[] }

/** What it answers. */
export type FromChecker =
  | { readonly tell: 'checked'; readonly isWhole: boolean }
  | { readonly tell: 'lacks'; readonly hashes: readonly string[] }
