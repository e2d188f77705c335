import type { TeamCalls } from '../../../shared/ipc/team'
import { toHex } from '../../../shared/kernel/bytes'
import { err, ok } from '../../../shared/kernel/result'
import type { DataFolder } from '../../store'
import type { TeamFolder } from '../carrier/team-folder'
import { keyPairOf, newKeyPair } from '../format/identity'
import { makeMark, openLock, type TeamMark } from '../format/mark'
import { paths } from '../format/names'
import { recoveryCodeOf } from '../format/recovery-code'
import { cleanText } from '../format/texts'
import { admitFounder } from './admit-founder'
import { keyFailure } from './key-failure'
import type { TeamKeys } from './key-ring'
import { areNested, carrierFailure, lookAtPlace } from './look'
import type { ActInput, Done, SessionContext } from './session-context'

/** A passphrase that is shorter could be guessed by trying. */
const LEAST_PASSPHRASE = 8

type Founded = Done<{ recoveryCode: string }>

/**
 * Makes a team out of the open data folder. The keys are kept as those of a founding that has begun; the mark is the one file that decides:
 * without it nothing has happened, with it the founding is ended whenever the folder is met again. [TF25]
 */
export async function foundTeam(context: SessionContext, input: ActInput<'team:found'>): Founded {
  const { path, passphrase } = input
  const { ring } = context.parts
  const folder = context.parts.folder()
  if (context.service || folder === null) return err({ type: 'AlreadyInTeam' })
  if (passphrase !== null && passphrase.length < LEAST_PASSPHRASE)
    return err({ type: 'WeakPassphrase', least: LEAST_PASSPHRASE })
  if (areNested(path, folder.path)) return err({ type: 'InsideDataFolder', path })
  const carrier = context.openCarrier(path)
  if (!carrier.ok) return carrier
  try {
    const looked = await lookAtPlace(carrier.value, path)
    if (!looked.ok) return looked
    const { place, mark } = looked.value
    const begun = await ring.readBegun(folder.id)
    if (begun.ok && begun.value !== null && mark !== null && isOf(mark, begun.value))
      return await goOnWith(context, { folder, keys: begun.value, carrier: carrier.value, mark, passphrase })
    if (place.is === 'team') return err({ type: 'OtherTeam', path, name: place.name })
    if (place.is !== 'empty') return err({ type: 'FolderNotEmpty', path })
    const made = await newTeam(context, folder, input)
    const kept = await ring.writeBegun(made.keys)
    if (!kept.ok) return err(keyFailure(kept.error))
    const put = await carrier.value.putNew(paths.mark, made.mark)
    // Whether it arrived all the same, only the folder can say: the next founding and the next start look.
    if (!put.ok) return err(carrierFailure(put.error, path))
    return await finish(context, folder, made.keys, carrier.value)
  } finally {
    await carrier.value.close()
  }
}

/** Ends a founding whose mark arrived, and that the end of the program, or of the folder, cut short. [TF25] */
export async function resumeFounding(context: SessionContext, folder: DataFolder): Promise<void> {
  const begun = await context.parts.ring.readBegun(folder.id)
  if (!begun.ok || begun.value === null || context.service) return
  const keys = begun.value
  const carrier = context.openCarrier(keys.path)
  if (!carrier.ok) return
  try {
    const looked = await lookAtPlace(carrier.value, keys.path)
    const mark = looked.ok ? looked.value.mark : null
    if (mark === null || !isOf(mark, keys) || context.isClosed) return
    const done = await finish(context, folder, keys, carrier.value)
    if (!done.ok) return
    context.events.push({ problem: 'foundingFinished' })
    context.tell()
  } finally {
    await carrier.value.close()
  }
}

const isOf = (mark: TeamMark, keys: TeamKeys): boolean => mark.team === keys.team && mark.seal === keys.seal

async function newTeam(
  { parts: { random, clock, log2N }, keptLetter }: SessionContext,
  folder: DataFolder,
  { path, name, computer, passphrase }: TeamCalls['team:found']['in'],
): Promise<{ readonly keys: TeamKeys; readonly mark: Uint8Array }> {
  const seal = newKeyPair(random)
  const title = cleanText(name)
  const made = await makeMark(
    { team: folder.id, seal, name: title, created: clock.now(), random },
    { passphrase, ...(log2N === undefined ? {} : { log2N }) },
  )
  const keys: TeamKeys = {
    team: folder.id,
    seal: seal.key,
    sealSecret: seal.secret,
    deviceSecret: newKeyPair(random).secret,
    teamSecret: made.secret === null ? null : toHex(made.secret),
    path,
    name: cleanText(computer),
    title,
    // A team that is founded anew, for another passphrase say: its computers keep their letters. [TF14]
    letter: keptLetter || 'A',
  }
  return { keys, mark: made.bytes }
}

interface Begun {
  readonly folder: DataFolder
  readonly keys: TeamKeys
  readonly carrier: TeamFolder
  readonly mark: TeamMark
  readonly passphrase: string | null
}

/** The mark of an earlier attempt stands there: the team is founded, with the passphrase that was given then. */
async function goOnWith(
  context: SessionContext,
  { folder, keys, carrier, mark, passphrase }: Begun,
): Founded {
  const done = await finish(context, folder, keys, carrier)
  if (!done.ok) return done
  const opened = mark.lock === null ? null : await openLock(mark, passphrase ?? '')
  const isSame = opened === null ? passphrase === null : opened.ok
  return isSame ? done : err({ type: 'FoundedBefore' })
}

/** From here on this computer belongs to the team. That it is admitted, every pass sees to. */
async function finish(
  context: SessionContext,
  folder: DataFolder,
  keys: TeamKeys,
  carrier: TeamFolder,
): Founded {
  const promoted = await context.parts.ring.promote(keys.team)
  if (!promoted.ok) return err(keyFailure(promoted.error))
  // Before the writers are listed: one that is made from now on bears the key's name and needs no listing.
  context.parts.writerNames.use(keyPairOf(keys.deviceSecret).key)
  await admitFounder(context.deskOn(folder, keys, carrier))
  await context.keepLetter(folder, keys.letter)
  context.serve(folder, keys)
  return ok({ recoveryCode: recoveryCodeOf(keys.sealSecret ?? '') })
}
