import { basename, dirname, isAbsolute, join } from 'node:path'
import type { StartFailure } from '../../../shared/ipc/contract'
import { toHex } from '../../../shared/kernel/bytes'
import { err, ok, type Result } from '../../../shared/kernel/result'
import type { TeamFailure } from '../../../shared/team'
import { newKeyPair } from '../format/identity'
import { openLock, type TeamMark } from '../format/mark'
import { cleanText } from '../format/texts'
import { joinInto, type JoinParts } from './join'
import type { TeamKeys } from './key-ring'
import { areNested, lookAtPlace, markOf } from './look'
import type { ActInput, Done, SessionContext } from './session-context'

/** A place for the new data folder, beside the present one. */
export function suggestData({ parts }: SessionContext, name: string): { readonly path: string } {
  const present = parts.folder()?.path ?? ''
  const title = name
    .replace(/[\\/:*?"<>|\s]+/g, ' ')
    .trim()
    .slice(0, 40)
  return { path: join(dirname(present), `${basename(present)} ${title || '团队'}`) }
}

/** Joins the team of a folder; afterwards the program works on a data folder of that team. */
export async function joinTeam(
  context: SessionContext,
  input: ActInput<'team:join'>,
): Promise<Result<null, TeamFailure | StartFailure>> {
  const { path, passphrase, computer, person, data, bring } = input
  const folder = context.parts.folder()
  if (context.service || context.joining) return err({ type: 'AlreadyInTeam' })
  if (!isAbsolute(data)) return err({ type: 'NotATeamFolder', path: data })
  if (areNested(path, data)) return err({ type: 'InsideDataFolder', path })
  const carrier = context.openCarrier(path)
  if (!carrier.ok) return carrier
  try {
    const looked = await lookAtPlace(carrier.value, path)
    if (!looked.ok) return looked
    const mark = markOf(looked.value, path)
    if (!mark.ok) return mark
    const keys = await newKeys(context, mark.value, passphrase, path, cleanText(computer))
    if (!keys.ok) return keys
    context.person = person
    const joined = await joinInto(joinParts(context, carrier.value), { keys: keys.value, data, bring })
    if (!joined.ok) {
      context.joining = null
      context.tell()
      return joined
    }
    if (folder && joined.value.is === 'here') {
      await context.keepLetter(folder, joined.value.keys.letter)
      context.serve(folder, joined.value.keys)
      return ok(null)
    }
    return await context.parts.startAgainOn(data)
  } finally {
    context.joining = null
    await carrier.value.close()
  }
}

/** What a joining needs of the session. */
export const joinParts = (context: SessionContext, carrier: JoinParts['carrier']): JoinParts => ({
  ...context.parts,
  keep: (kept) => context.keep(kept),
  carrier,
  present: context.parts.folder(),
  person: () => context.person,
  show: (status) => {
    context.joining = status
    context.tell()
  },
})

async function newKeys(
  context: SessionContext,
  mark: TeamMark,
  passphrase: string | null,
  path: string,
  name: string,
): Done<TeamKeys> {
  let teamSecret: string | null = null
  if (mark.lock !== null) {
    const secret = await openLock(mark, passphrase ?? '')
    if (!secret.ok) return secret
    teamSecret = toHex(secret.value)
  }
  const { team, seal, name: title } = mark
  const before = context.attempt
  const deviceSecret =
    before?.team === team && before.seal === seal
      ? before.deviceSecret
      : newKeyPair(context.parts.random).secret
  // Into the data folder that is open: the letter that this computer bore, unless somebody has it. [TF14]
  const letter = context.parts.folder()?.id === team ? context.keptLetter : ''
  context.attempt = { team, seal, sealSecret: null, deviceSecret, teamSecret, path, name, title, letter }
  return ok(context.attempt)
}
