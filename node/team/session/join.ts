import { setTimeout as sleep } from 'node:timers/promises'
import type { FileFailure, StartFailure } from '../../../shared/ipc/contract'
import type { Clock, RandomBytes } from '../../../shared/kernel/clock'
import { err, ok, type Result } from '../../../shared/kernel/result'
import { isCarriable } from '../../../shared/store'
import type { TeamFailure, TeamStatus } from '../../../shared/team'
import { attachmentsNamedBy, type DataFolder } from '../../store'
import { keyPairOf, mintOf } from '../format/identity'
import type { TeamKeys } from './key-ring'
import { keepLeftBehind } from '../sync/left-behind'
import { quietDesk } from '../sync/make-desk'
import { passOnce, type Passed } from '../sync/pass'
import type { TeamDesk } from '../sync/team-desk'
import { carryAllUntaken } from '../sync/untaken'
import type { TeamFolder } from '../carrier/team-folder'
import type { OpenTeamData } from './open-team-data'
import { statusOf } from './status'
import type { WriterNames } from './writer-names'
import { passFailure } from './key-failure'

export interface JoinParts {
  readonly keep: (keys: TeamKeys) => Promise<Result<null, TeamFailure>>
  /** Names new writers of the open data folder. */
  readonly writerNames: WriterNames
  readonly clock: Clock
  readonly random: RandomBytes
  readonly program: string
  readonly carrier: TeamFolder
  /** The data folder that is open now. */
  readonly present: DataFolder | null
  readonly person: () => string
  readonly openData: OpenTeamData
  readonly show: (status: TeamStatus) => void
}

export interface Joining {
  readonly keys: TeamKeys
  readonly data: string
  readonly bring: boolean
}

type Joined = Promise<
  Result<{ readonly is: 'here' | 'elsewhere'; readonly keys: TeamKeys }, TeamFailure | StartFailure>
>

/**
 * Joins a team: `here` when the open data folder is one of that team already (its keys were lost), otherwise a new one at `data` is filled.
 * The keys are kept last: before that nothing of the present state has changed.
 */
export async function joinInto(parts: JoinParts, joining: Joining): Joined {
  const { present } = parts
  const { keys } = joining
  return present?.id === keys.team ? rejoin(parts, keys, present) : joinAnew(parts, joining)
}

async function rejoin(parts: JoinParts, keys: TeamKeys, folder: DataFolder): Joined {
  const desk = quietDesk({ ...parts, keys, folder })
  const passed = await passOnce(desk, false)
  if (!passed.ok) return err(passFailure(passed.error, keys.path))
  const known = { ...keys, letter: letterOf(desk, passed.value) }
  // The others take what a writer says only when its name was made with the key that signs it.
  parts.writerNames.use(desk.pair.key)
  const kept = await startAnew(parts, desk, folder, known, passed.value)
  if (kept.ok) return ok({ is: 'here', keys: known })
  parts.writerNames.use(null)
  return kept
}

async function startAnew(
  { keep }: JoinParts,
  desk: TeamDesk,
  folder: DataFolder,
  keys: TeamKeys,
  passed: Passed | null,
): Promise<Result<null, TeamFailure | FileFailure>> {
  const forked = await folder.fork()
  if (!forked.ok) return err(asFile(forked.error, folder.path))
  const carried = await carryLeft(desk, passed)
  return carried.ok ? keep(keys) : carried
}

/** What stands in the data folder from before and the others do not take, is said again by who joins. [TF24] */
async function carryLeft(
  desk: TeamDesk,
  passed: Passed | null,
): Promise<Result<null, TeamFailure | FileFailure>> {
  if (passed === null) return err({ type: 'NotATeamFolder', path: desk.keys.path })
  const carried = await carryAllUntaken(desk, passed.roster)
  return carried.ok ? ok(null) : err(passFailure(carried.error, desk.keys.path))
}

const letterOf = ({ device, memory }: TeamDesk, passed: Passed | null): string =>
  passed?.roster.of(device)?.letter ?? memory.proposed

async function joinAnew(parts: JoinParts, { keys, data, bring }: Joining): Joined {
  const { present, show } = parts
  const opened = await parts.openData(data, keys.team, keys.deviceSecret)
  if (!opened.ok) return opened
  const folder = opened.value
  const desk = quietDesk({ ...parts, keys, folder })
  let last: Passed | null = null
  const tell = () => {
    show(statusOf({ desk, state: 'syncing', lastSync: null }))
  }
  const shows = setInterval(tell, 500)
  try {
    // Left there by an attempt under another key.
    if (mintOf(keyPairOf(keys.deviceSecret).key, folder.writer) === null) {
      const forked = await folder.fork()
      if (!forked.ok) return err(asFile(forked.error, data))
    }
    tell()
    const passed = await passOnce(desk, false)
    if (!passed.ok) return err(passFailure(passed.error, keys.path))
    last = passed.value
    const carried = await carryLeft(desk, last)
    if (!carried.ok) return carried
    if (bring && present) {
      const brought = await bringAlong(present, folder)
      if (!brought.ok) return brought
    }
    const known = { ...keys, letter: letterOf(desk, last) }
    const kept = await parts.keep(known)
    return kept.ok ? ok({ is: 'elsewhere', keys: known }) : kept
  } finally {
    clearInterval(shows)
    await folder.close()
  }
}

const PAGE = 1000

/** A virus scanner or a cloud drive holds a file for a moment: so often, and with such pauses in milliseconds, it is read again. */
const TRIES = 3
const PAUSE = 100

const isHopeless = ({ type }: FileFailure): boolean => type === 'NotFound' || type === 'BadFile'

async function readPatiently<T>(
  read: () => Promise<Result<T, FileFailure>>,
): Promise<Result<T, FileFailure>> {
  let done = await read()
  for (let tries = 1; tries < TRIES && !done.ok && !isHopeless(done.error); tries++) {
    await sleep(PAUSE)
    done = await read()
  }
  return done
}

/**
 * Writes what one data folder has into another, every change under its own name. What is there already is passed over; attachments that
 * cannot be read are written down there.
 */
async function bringAlong(
  from: DataFolder,
  into: DataFolder,
): Promise<Result<null, TeamFailure | FileFailure>> {
  const templates = await from.exchange.templates()
  if (!templates.ok) return err(asFile(templates.error, from.path))
  for (const hash of templates.value) {
    const bytes = await readPatiently(() => from.exchange.template(hash))
    // A damaged one is told of where it stands; one that cannot be read now may well be later.
    if (!bytes.ok && !isHopeless(bytes.error)) return bytes
    const kept = bytes.ok ? await into.exchange.keepTemplate(bytes.value) : ok(null)
    if (!kept.ok) return kept
  }
  const left = new Set<string>()
  for (const { writer, seq } of from.ends()) {
    let after = 0
    while (after < seq) {
      const page = await from.read(writer, after, PAGE)
      if (!page.ok) return err(asFile(page.error, from.path))
      const last = page.value.at(-1)
      if (!last) break
      for (const hash of attachmentsNamedBy(page.value)) {
        const bytes = await readPatiently(() => from.exchange.attachment(hash))
        if (!bytes.ok && bytes.error.type !== 'NotFound') left.add(hash)
        const kept = bytes.ok ? await into.exchange.keepAttachment(hash, bytes.value) : ok(true)
        if (!kept.ok) return kept
      }
      const lacking = await into.exchange.lacking(page.value.filter(isCarriable))
      const carried = lacking.ok ? await into.exchange.carry(lacking.value) : lacking
      if (!carried.ok) return err(asFile(carried.error, into.path))
      after = last.carriedBy?.[0]?.seq ?? last.change.seq
    }
  }
  if (left.size > 0) {
    const kept = await keepLeftBehind(into.exchange, from.path, [...left])
    if (!kept.ok) return kept
  }
  const drafts = await from.drafts.list()
  if (!drafts.ok) return drafts
  for (const draft of drafts.value) {
    const kept = await into.drafts.put(draft)
    if (!kept.ok) return kept
  }
  return ok(null)
}

const asFile = (
  failure: FileFailure | { readonly type: 'BadChange'; readonly reason: string },
  path: string,
): FileFailure => (failure.type === 'BadChange' ? { type: 'BadFile', path, reason: failure.reason } : failure)
