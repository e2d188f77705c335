import type { Template } from '../../../shared/forms/template'
import { changesOfPage } from '../journal-page'
import type { ReadChange } from '../apply'
import { applyParsed } from './applier'
import type { FromApplier, ToApplier } from './apply-messages'

/** The thread beside the window that takes in changes: folding thousands of them never holds up typing. */
const scope = globalThis as unknown as {
  postMessage: (message: FromApplier) => void
  onmessage: ((event: MessageEvent<ToApplier>) => void) | null
}

const templates = new Map<string, Template | null>()
let applier: ReturnType<typeof applyParsed> | undefined
let answered: () => void = () => undefined

scope.onmessage = ({ data }) => {
  switch (data.tell) {
    case 'open':
      for (const [hash, template] of data.templates) templates.set(hash, template)
      applier = applyParsed({ ...data, templates: (hash) => templates.get(hash) ?? undefined })
      return
    case 'take':
      void take(data.page)
      return
    case 'templates':
      for (const [hash, template] of data.templates) templates.set(hash, template)
      answered()
      return
  }
}

async function take(page: string): Promise<void> {
  try {
    const changes = changesOfPage(page)
    await askForLacking(changes)
    const taken = await applier?.takeChanges(changes)
    if (taken) scope.postMessage({ tell: 'taken', taken })
  } catch (error) {
    scope.postMessage({ tell: 'failed', reason: String(error) })
  }
}

/** Forms that ship with the program and that this folder does not keep (yet) are known to the window alone. */
async function askForLacking(changes: readonly ReadChange[]): Promise<void> {
  const named = changes.flatMap(({ stored }) => stored.change.template ?? [])
  const hashes = [...new Set(named)].filter((hash) => !templates.has(hash))
  if (hashes.length === 0) return
  const answer = new Promise<void>((resolve) => {
    answered = resolve
  })
  scope.postMessage({ tell: 'lacks', hashes })
  await answer
}
