import type { FromChecker, ToChecker } from './check-messages'
import { checkAsking, type AskTemplates } from './checker'

/** The thread beside the window that looks through a large working copy: neither keys nor scrolling wait for its hashing. */
const scope = globalThis as unknown as {
  postMessage: (message: FromChecker) => void
  onmessage: ((event: MessageEvent<ToChecker>) => void) | null
}

/** Milliseconds that it rests between two bites (of some 20) while a person is at work, and that a person counts as being so. */
const AT_WORK = 1000

let lastBusy = -Infinity
let given: (templates: Awaited<ReturnType<AskTemplates>>) => void = () => undefined

const ask: AskTemplates = (hashes) =>
  new Promise((resolve) => {
    given = resolve
    scope.postMessage({ tell: 'lacks', hashes })
  })

scope.onmessage = ({ data }) => {
  switch (data.tell) {
    case 'check':
      void checkAsking(
        {
          database: data.database,
          knownBreaks: new Set(data.knownBreaks),
          kept: () => data.templates,
        },
        ask,
        resting(),
      ).then((isWhole) => {
        scope.postMessage({ tell: 'checked', isWhole })
      })
      return
    case 'busy':
      lastBusy = performance.now()
      return
    case 'templates':
      given(data.templates)
      return
  }
}

/**
 * Lets everything else go first: what is drawn, the lists and the browser's storage share two processors with it. A person at work
 * is hardly met at all; else it rests as long as it worked.
 */
function resting(): () => Promise<void> {
  let from = performance.now()
  return async () => {
    const now = performance.now()
    await rest(now - lastBusy < AT_WORK ? AT_WORK : now - from)
    from = performance.now()
  }
}

const rest = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
