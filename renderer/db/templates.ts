import { templateHash, type FormHead } from '../../shared/forms'
import type { Template } from '../../shared/forms/template'
import type { Bridge, JournalFailure } from '../../shared/ipc/contract'
import { ok, type Result } from '../../shared/kernel/result'

/** A form that ships with the program. Only the code costs nothing: reading 116 forms at the start would be felt. */
export interface CatalogueTemplate {
  readonly code: string
  /** Name, kind and paper, read without the rest of the template. */
  readonly head: FormHead
  readonly template: Template
  readonly hash: string
}

/** Which versions are the firm's own: content hashes by form code. Forms that are not named are as they ship. */
export interface OwnForms {
  readonly [code: string]: string
}

/** All template versions at hand: those that the data folder keeps, and the program's own. */
export interface TemplateShelf {
  readonly byHash: (hash: string) => Template | undefined
  /** Those that the data folder keeps, by content hash. */
  readonly kept: () => Iterable<readonly [string, Template]>
  /** The version that new records are filled from: the firm's own, otherwise the form as it ships. Always the same object. */
  readonly current: (code: string) => CatalogueTemplate | undefined
  readonly shipped: (code: string) => CatalogueTemplate | undefined
  readonly own: () => OwnForms
  /** Takes note of what the firm has chosen; a version that has not arrived in this folder holds when it has. */
  readonly setOwn: (own: OwnForms) => void
  /** Hears that other versions are current now. Answers the way to stop. */
  readonly onOwn: (heard: () => void) => () => void
  /** Whether the data folder has a version for certain. */
  readonly isKept: (hash: string) => boolean
  /** Puts a version into the data folder, unless it is there: a record must never pin one that its folder lacks. */
  readonly keep: (hash: string) => Promise<Result<null, JournalFailure>>
  /** The same for a version that was made just now. Answers its hash. */
  readonly add: (template: Template) => Promise<Result<string, JournalFailure>>
  /** Takes in what came into the folder from elsewhere. Answers the hashes of the versions that were not at hand before. */
  readonly refresh: () => Promise<Result<readonly string[], JournalFailure>>
}

export async function openShelf(
  bridge: Bridge,
  catalogue: readonly CatalogueTemplate[],
): Promise<Result<TemplateShelf, JournalFailure>> {
  const all = await bridge.call('template:all', null)
  if (!all.ok) return all
  const kept = new Map(all.value.map(({ hash, template }) => [hash, template]))
  const byCode = new Map(catalogue.map((entry) => [entry.code, entry]))
  let shipped: ReadonlyMap<string, Template> | null = null
  const byHash = (hash: string): Template | undefined => {
    const known = kept.get(hash)
    if (known || hash === '') return known
    shipped ??= new Map(catalogue.map((entry) => [entry.hash, entry.template]))
    return shipped.get(hash)
  }
  const keepAs = async (hash: string, template: Template): Promise<Result<null, JournalFailure>> => {
    const put = await bridge.call('template:keep', { template })
    if (!put.ok) return put
    kept.set(hash, template)
    return ok(null)
  }
  const choice = ownChoice(kept)
  return ok({
    byHash,
    kept: () => kept,
    current: (code) => choice.find(code) ?? byCode.get(code),
    shipped: (code) => byCode.get(code),
    own: choice.own,
    setOwn: choice.setOwn,
    onOwn: choice.onOwn,
    isKept: (hash) => kept.has(hash),
    keep: async (hash) => {
      const template = kept.has(hash) ? undefined : byHash(hash)
      return template ? keepAs(hash, template) : ok(null)
    },
    add: async (template) => {
      const hash = templateHash(template)
      const put = kept.has(hash) ? ok(null) : await keepAs(hash, template)
      return put.ok ? ok(hash) : put
    },
    refresh: async () => {
      const now = await bridge.call('template:all', null)
      if (!now.ok) return now
      const came = now.value.filter(({ hash }) => !kept.has(hash))
      const unknown = came.filter(({ hash }) => byHash(hash) === undefined)
      for (const { hash, template } of came) kept.set(hash, template)
      choice.noteCame(came.map(({ hash }) => hash))
      return ok(unknown.map(({ hash }) => hash))
    },
  })
}

interface OwnChoice extends Pick<TemplateShelf, 'own' | 'setOwn' | 'onOwn'> {
  readonly find: TemplateShelf['current']
  /** Versions came into the folder: one that the firm has chosen holds from now on. */
  readonly noteCame: (hashes: readonly string[]) => void
}

/** The firm's own versions among those that the folder keeps. */
function ownChoice(kept: ReadonlyMap<string, Template>): OwnChoice {
  let own: OwnForms = {}
  const listeners = new Set<() => void>()
  /** What was handed out, so that views see whether a form is still the same. */
  const handed = new Map<string, CatalogueTemplate>()
  return {
    own: () => own,
    setOwn: (next) => {
      if (sameForms(own, next)) return
      own = next
      for (const heard of [...listeners]) heard()
    },
    noteCame: (hashes) => {
      const chosen = new Set(Object.values(own))
      if (!hashes.some((hash) => chosen.has(hash))) return
      own = { ...own }
      for (const heard of [...listeners]) heard()
    },
    onOwn: (heard) => {
      listeners.add(heard)
      return () => {
        listeners.delete(heard)
      }
    },
    find: (code) => {
      const hash = Object.hasOwn(own, code) ? own[code] : undefined
      const template = hash === undefined ? undefined : kept.get(hash)
      if (hash === undefined || template?.code !== code) return undefined
      const known = handed.get(hash) ?? { code, head: template, template, hash }
      handed.set(hash, known)
      return known
    },
  }
}

function sameForms(a: OwnForms, b: OwnForms): boolean {
  const codes = Object.keys(a)
  return codes.length === Object.keys(b).length && codes.every((code) => a[code] === b[code])
}
