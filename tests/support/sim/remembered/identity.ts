import { isSignedBy as isSigned } from '../../../../node/team/format/identity'

export * from '../../../../node/team/format/identity'

/** So many are remembered; a history needs some hundreds. */
const MOST = 20_000

const known = new Map<string, boolean>()

/** Copies of one file, and what stands in several files, are signed once and verified by everybody. */
export const isSignedBy: typeof isSigned = (key, message, signature) => {
  const name = `${key} ${Buffer.concat([signature, message]).toString('latin1')}`
  let answer = known.get(name)
  if (answer === undefined) {
    if (known.size >= MOST) known.clear()
    known.set(name, (answer = isSigned(key, message, signature)))
  }
  return answer
}
