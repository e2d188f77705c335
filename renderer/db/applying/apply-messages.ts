import type { Template } from '../../../shared/forms/template'
import type { Taken } from './applier'

/** What the window tells the thread that applies. */
export type ToApplier =
  | {
      readonly tell: 'open'
      readonly database: string
      readonly durability: 'strict' | 'relaxed'
      readonly anew: boolean
      readonly lines: boolean
      readonly way: MessagePort | null
      readonly templates: readonly (readonly [string, Template])[]
    }
  | { readonly tell: 'take'; readonly page: string }
  /** Versions that the thread has asked for; null: not at hand. */
  | { readonly tell: 'templates'; readonly templates: readonly (readonly [string, Template | null])[] }

/** What it answers. */
export type FromApplier =
  | { readonly tell: 'taken'; readonly taken: Taken }
  | { readonly tell: 'failed'; readonly reason: string }
  | { readonly tell: 'lacks'; readonly hashes: readonly string[] }
