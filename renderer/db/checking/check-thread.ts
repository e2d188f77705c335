import type { FromChecker, ToChecker } from './check-messages'
import { checkAsking, type AskTemplates } from './checker'

/** The thread beside the window that looks through a large working copy: neither keys nor scrolling wait for its hashing. */
const scope = globalThis as unknown as {
  postMessage: (message: FromChecker) => void
  onmessage: ((event: MessageEvent<ToChecker>) => void) | null
}

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
    case 'templates':
      given(data.templates)
      return
  }
}

/** As long as it worked: of two processors this takes half a one, and what a person does the rest. */
function resting(): () => Promise<void> {
  let from = performance.now()
  return async () => {
    const worked = performance.now() - from
    await new Promise((resolve) => setTimeout(resolve, worked))
    from = performance.now()
  }
}
