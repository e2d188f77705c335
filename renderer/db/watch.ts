import { liveQuery } from 'dexie'

/** Asks a repository's question now and whenever a change touches what it read. Answers the way to stop. */
export function watch<T>(
  question: () => Promise<T>,
  next: (answer: T) => void,
  failed?: (error: unknown) => void,
): () => void {
  // Dexie follows what is read after an `await` only when the function itself is an async one.
  const subscription = liveQuery(async () => question()).subscribe({
    next,
    ...(failed ? { error: failed } : {}),
  })
  return () => {
    subscription.unsubscribe()
  }
}
