import {
  deviceOf as makeDevice,
  isSignedBy as isSigned,
  keyPairOf,
  sign as makeSignature,
} from '../../../../node/team/format/identity'

export * from '../../../../node/team/format/identity'

/** So many are remembered; a history needs some hundreds. */
const MOST = 20_000

const known = new Map<string, boolean>()

const nameOf = (key: string, message: Uint8Array, signature: Uint8Array): string =>
  `${key} ${Buffer.concat([signature, message]).toString('latin1')}`

function remember(name: string, answer: boolean): boolean {
  if (known.size >= MOST) known.clear()
  known.set(name, answer)
  return answer
}

/** What a key has signed here holds for everybody who looks at exactly these bytes; everything else is verified. */
export const sign: typeof makeSignature = (message, pair) => {
  const signature = makeSignature(message, pair)
  remember(nameOf(keyPairOf(pair.secret).key, message, signature), true)
  return signature
}

/** Copies of one file, and what stands in several files, are signed once and verified once. */
export const isSignedBy: typeof isSigned = (key, message, signature) => {
  const name = nameOf(key, message, signature)
  return known.get(name) ?? remember(name, isSigned(key, message, signature))
}

const devices = new Map<string, string>()

/** A history has some ten keys. */
export const deviceOf: typeof makeDevice = (key) => {
  let device = devices.get(key)
  if (device === undefined) {
    if (devices.size >= MOST) devices.clear()
    devices.set(key, (device = makeDevice(key)))
  }
  return device
}
