import type { FromChecker, ToChecker } from './check-messages'
import { checkAsking, type AskTemplates } from './checker'

/** The thread beside the window that looks through a large working copy: neither keys nor scrolling wait for its hashing. */
const scope = globalThis as unknown as {
  postMessage: (message: FromChecker) => void
  onmessage: ((event: MessageEvent<ToChecker>) => void) | null
}

/** Milliseconds after the last sign of a person at work before it goes on. */
const QUIET = 1000
/** Milliseconds after which it takes a bite (of some 20) all the same. */
const LONGEST = 30_000

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
      ).then(
        (isWhole) => {
          scope.postMessage({ tell: 'checked', isWhole })
        },
        // What cannot be read is checked again while nothing is written.
        () => {
          scope.postMessage({ tell: 'checked', isWhole: false })
        },
      )
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
 * Lets everything else go first: what is drawn, the lists and the browser's storage share two processors with it. While a person is at
 * work it stands still; else it rests as long as it worked.
 */
function resting(): () => Promise<void> {
  let from = performance.now()
  return async () => {
    const end = performance.now()
    await rest(end - from)
    const quietIn = () => Math.min(lastBusy + QUIET, end + LONGEST) - performance.now()
    for (let left = quietIn(); left > 0; left = quietIn()) await rest(left)
    from = performance.now()
  }
}

const rest = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
