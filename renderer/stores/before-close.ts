type Flush = () => Promise<void>

const flushes = new Set<Flush>()

/** Something that has to be put down before the window closes (an open form's draft). Answers its removal. */
export function beforeClose(flush: Flush): () => void {
  flushes.add(flush)
  return () => {
    flushes.delete(flush)
  }
}

/** Everything put down; a failure of one keeps nobody else back. */
export async function flushAll(): Promise<void> {
  await Promise.allSettled([...flushes].map((flush) => flush()))
}
