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
let given: () => void = () => undefined
/** Pages are read and answered in order. */
let read: Promise<void> = Promise.resolve()
let answered: Promise<void> = Promise.resolve()
/** Why a page could not be read. */
let unread: Error | null = null

scope.onmessage = ({ data }) => {
  switch (data.tell) {
    case 'open':
      for (const [hash, template] of data.templates) templates.set(hash, template)
      applier = applyParsed({ ...data, templates: (hash) => templates.get(hash) ?? undefined, breathe })
      return
    case 'take':
      read = read.then(() => take(data.page))
      return
    case 'templates':
      for (const [hash, template] of data.templates) templates.set(hash, template)
      given()
      return
  }
}

/** Resolves when the page is read and in line to be written: then it is the next one's turn. */
async function take(page: string): Promise<void> {
  const taken = await begin(page)
  answered = answered.then(async () => {
    scope.postMessage(await taken())
  })
}

/** What comes of a page; behind one that could not be taken none is. */
async function begin(page: string): Promise<() => Promise<FromApplier>> {
  try {
    if (unread !== null) throw unread
    if (!applier) throw new Error('nothing to write to')
    const changes = changesOfPage(page)
    await askForLacking(changes)
    const written = await applier.begin(changes, () => changesOfPage(page))
    const taken = written().then(
      (taken): FromApplier => ({ tell: 'taken', taken }),
      (error: unknown): FromApplier => ({ tell: 'failed', reason: String(error) }),
    )
    return () => taken
  } catch (error) {
    unread ??= error instanceof Error ? error : new Error(String(error))
    const reason = String(unread)
    return () => Promise.resolve({ tell: 'failed', reason })
  }
}

const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 0)
  })

/** Forms that ship with the program and that this folder does not keep (yet) are known to the window alone. */
async function askForLacking(changes: readonly ReadChange[]): Promise<void> {
  const named = changes.flatMap(({ stored }) => stored.change.template ?? [])
  const hashes = [...new Set(named)].filter((hash) => !templates.has(hash))
  if (hashes.length === 0) return
  const answer = new Promise<void>((resolve) => {
    given = resolve
  })
  scope.postMessage({ tell: 'lacks', hashes })
  await answer
}
