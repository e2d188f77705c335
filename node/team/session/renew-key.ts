import { deviceOf, keyPairOf, newKeyPair } from '../format/identity'
import type { TeamDesk } from '../sync/team-desk'
import { admitFounder } from './admit-founder'
import { joinInto } from './join'
import { joinParts } from './join-team'
import type { SessionContext } from './session-context'

/**
 * Another computer writes with this one's key: this one becomes another device, in the same data folder. It gets a key, a writer and a letter of its
 * own; what it wrote and nobody else can send is carried. It asks to be admitted, or admits itself where it holds the seal. [TF19]
 */
export async function renewKey(context: SessionContext, desk: TeamDesk): Promise<void> {
  const { service, parts } = context
  const folder = parts.folder()
  if (service?.desk !== desk || !folder || folder.readOnly) return
  const before = service.keys
  const carrier = context.openCarrier(before.path)
  if (!carrier.ok) return
  await service.close()
  context.service = null
  try {
    const keys = { ...before, deviceSecret: newKeyPair(parts.random).secret, letter: '' }
    const joined = await joinInto(joinParts(context, carrier.value), { keys, data: '', bring: false })
    context.serve(folder, joined.ok ? joined.value.keys : before)
    if (!joined.ok) return
    await context.keepLetter(folder, joined.value.keys.letter)
    await admitFounder(context.deskOn(folder, joined.value.keys, carrier.value))
    context.events.push({ problem: 'sameKey', device: deviceOf(keyPairOf(before.deviceSecret).key) })
    context.tell()
  } finally {
    context.joining = null
    await carrier.value.close()
  }
}
