/** A storage that does not answer for so long (milliseconds) never will: it is broken below the browser's notice. */
export const PATIENCE = 15_000

/** What is answered. Rejects when nothing is for too long. */
export async function inTime<T>(answer: PromiseLike<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`no answer for ${String(PATIENCE)} ms`))
    }, PATIENCE)
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}
