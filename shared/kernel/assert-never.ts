/** Ends the fold of a closed union: the compiler refuses it while a case is missing, and a wrong value fails loudly. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`)
}
