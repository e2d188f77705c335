import { lazy, Suspense, useState, type ComponentType } from 'react'

/** Everything that was put off and has not been asked for yet, in the order in which it was declared. */
const waiting = new Set<() => Promise<unknown>>()

/**
 * A component whose code is read after the window can be used: as soon as nothing else is to be done (`takeLater`), or when it is
 * first shown. Where it was read before it is there at once. What cannot be read throws into the nearest error boundary, and
 * is read again when it is shown anew.
 */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let taken: ComponentType<P> | null = null
  const take = async () => {
    taken = await load()
    waiting.delete(take)
    return taken
  }
  waiting.add(take)
  return function Later(props: P) {
    // Chosen once: another component in its place would forget what stands in it.
    const [Chosen] = useState<ComponentType<P>>(() => taken ?? lazy(async () => ({ default: await take() })))
    return (
      <Suspense fallback={null}>
        <Chosen {...props} />
      </Suspense>
    )
  }
}

/** Reads what was put off, one after the other, each when `idle` says so: a click waits for none of it, and it for every click. */
export async function takeLater(idle: () => Promise<unknown>): Promise<void> {
  for (const take of waiting) {
    await idle()
    // What cannot be read now is read when it is shown, and tells of it there.
    await take().catch(() => undefined)
  }
}
