import type { EntityState } from '../../../shared/store'
import { attachmentsNamedBy } from '../../../node/store'
import { FaultyDisk } from '../faulty-files'
import { must } from '../store'
import { naiveEntities, naiveText, type NaiveEntity } from './oracle'
import { judgeLetters, knowSameMembers } from './numbering'
import { areSame } from './same'
import type { SimDevice } from './sim-device'
import type { SimTeam } from './sim-team'
import { pairNamed } from './sim-keys'

/** So many rounds without faults have to be enough: refused files are looked at again ever more rarely. */
const ROUNDS = 160

/** Ends all faults, lets everybody pass until all have the same, and judges what there is. */
export async function judge(team: SimTeam): Promise<void> {
  const { devices, carrier } = team
  carrier.heal()
  await team.admitAll()
  team.trace('faults end')
  for (const device of devices) {
    device.disk.fault = null
    if (device.isDown || team.dice.chance(0.3)) await device.restart('kept')
    device.parts.view.crashIn = null
    team.atRisk.hasNow(device)
  }
  await untilSame(team)
  const joined = await team.add('新', '新', pairNamed('新'), new FaultyDisk(true))
  await team.admit('新')
  await passOf(team, joined)
  await untilQuiet(team)
  for (const device of devices) if (team.isRemoved(device.parts.pair)) await untilItHasItsOwn(team, device)
  const { present } = team
  const [one] = present
  if (one === undefined) return
  const all = one.copy.changes
  for (const device of devices) {
    // Of a computer that was removed, what nobody had taken by then is on its own disk.
    const lost = lostOf(team, device, team.isRemoved(device.parts.pair) ? device.copy.changes : all)
    if (lost !== undefined) throw new Error(`${device.name} had saved ${lost}, and it is lost`)
  }
  const { writer, seq } = team.newerEnd
  const read = one.folder.ends().find((end) => end.writer === writer)?.seq ?? 0
  if (read !== seq) throw new Error(`of ${seq} changes of a newer program ${read} are there`)
  judgeLetters(team)
  team.numbers.judge(team.clones + team.restores > 0)
  // All that belong to the team have the same changes and the same states: what holds of one of them holds of all.
  compareStates(present)
  compare(one)
  for (const device of devices) {
    if (team.isRemoved(device.parts.pair)) compare(device)
    await readAgain(device)
  }
}

/** Whether a computer has these changes and no other. */
function hasSame(
  { copy }: SimDevice,
  dots: { readonly size: number; readonly has: (dot: string) => boolean },
) {
  if (copy.changes.size !== dots.size) return false
  for (const dot of copy.changes.keys()) if (!dots.has(dot)) return false
  return true
}

async function passOf({ time, atRisk }: SimTeam, device: SimDevice): Promise<void> {
  time.ms += 20_000
  await device.pass()
  atRisk.hasNow(device)
}

const sizesOf = ({ devices }: SimTeam): string => devices.map(({ copy }) => copy.changes.size).join(' ')

/** Lets everybody pass until all that belong to the team have the same changes and files, and know the same members. */
async function untilSame(team: SimTeam): Promise<void> {
  const { devices, present } = team
  for (let round = 0; round < ROUNDS; round++) {
    for (const device of devices) await passOf(team, device)
    const isSame = present.every((device) => hasSame(device, present[0]?.copy.changes ?? new Map()))
    if (isSame && knowSameMembers(team) && (await lackingContents(team)) === '') return
  }
  const sizes = present.map(
    ({ name, copy, desk }) => `${name} ${copy.changes.size} ${JSON.stringify(desk.told.problems)}`,
  )
  throw new Error(
    `not the same after ${ROUNDS} rounds: ${sizes.join('; ')}${differences(present)}\n${await lackingContents(team)}`,
  )
}

/** The same, and after it a round in which nobody gets anything more: that all have the same has to last. */
async function untilQuiet(team: SimTeam): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    const before = sizesOf(team)
    await untilSame(team)
    if (sizesOf(team) === before) return
  }
  throw new Error(`there is no end of new changes after ${ROUNDS} rounds: ${sizesOf(team)}`)
}

/** Something that a computer had saved, that is not among these and that somebody could have got. */
function lostOf({ atRisk, present }: SimTeam, device: SimDevice, among: SimDevice['copy']['changes']) {
  const givers = [...present, device]
  return [...device.acknowledged.keys()].find((dot) => !among.has(dot) && !atRisk.isGone(dot, givers))
}

/**
 * The others do not wait for a computer that was removed: their rounds may end before it met often enough what it had published and an
 * older disk of it lacks. It has the same time as they.
 */
async function untilItHasItsOwn(team: SimTeam, device: SimDevice): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    if (lostOf(team, device, device.copy.changes) === undefined) return
    await passOf(team, device)
  }
}

function differences(devices: readonly SimDevice[]): string {
  const all = new Set(devices.flatMap(({ copy }) => [...copy.changes.keys()]))
  const lacking = devices.map(
    ({ name, copy }) =>
      `\n${name} lacks ${[...all]
        .filter((dot) => !copy.changes.has(dot))
        .map((dot) => dot.slice(0, 24))
        .join(' ')}`,
  )
  return lacking.join('')
}

/** The fold against the naive reading, register by register and row by row. */
function compare({ name, copy }: SimDevice): void {
  for (const [key, wanted] of naiveEntities(copy.changes.values())) {
    const state = copy.entities.get(key)
    const found = state === undefined ? 'nothing' : naiveText(asNaive(state))
    if (found !== naiveText(wanted))
      throw new Error(`${name} has of ${key}\n${found}\nnot\n${naiveText(wanted)}`)
  }
}

function asNaive({ registers, rows }: EntityState): NaiveEntity {
  const dots = (list: readonly { readonly dot: string }[]) => new Set(list.map(({ dot }) => dot))
  const some = Object.values(rows).map((row) => [`${row.rows} ${row.row}`, row] as const)
  return {
    registers: new Map(
      Object.entries(registers).map(([key, { survivors }]) => [
        key,
        new Map(survivors.map(({ dot, value }) => [dot, JSON.stringify(value)])),
      ]),
    ),
    adds: new Map(some.filter(([, { adds }]) => adds.length > 0).map(([key, { adds }]) => [key, dots(adds)])),
    removals: new Map(
      some
        .filter(([, { removals }]) => removals.length > 0)
        .map(([key, { removals }]) => [key, dots(removals)]),
    ),
  }
}

/** All of the state is the same everywhere, the order of show included. */
function compareStates(devices: readonly SimDevice[]): void {
  const [first, ...others] = devices
  for (const other of others) {
    if (first !== undefined && !areSame(first.copy.entities, other.copy.entities))
      throw new Error(`${other.name} shows something else than ${first.name}`)
  }
}

/** What a start of the program reads from the disk is what it had, also after the power went. */
async function readAgain(device: SimDevice): Promise<void> {
  const before = new Set(device.copy.changes.keys())
  const states = new Map(device.copy.entities)
  device.disk.restart('lost')
  if (!(await device.start())) throw new Error(`${device.name} does not start in the end`)
  const missing = device.folder.findings.filter(({ finding }) => finding === 'missingChanges')
  if (missing.length > 0) throw new Error(`${device.name}: ${JSON.stringify(missing)}`)
  if (!hasSame(device, before)) throw new Error(`${device.name} reads other changes after a restart`)
  if (!areSame(states, device.copy.entities))
    throw new Error(`${device.name} shows something else after a restart`)
}

/** Every attachment and template that somebody has is with everybody. */
async function lackingContents(team: SimTeam): Promise<string> {
  const { present: devices } = team
  const [one] = devices
  for (const hash of attachmentsNamedBy([...(one?.copy.changes.values() ?? [])])) {
    const lacking: string[] = []
    for (const { name, folder } of devices)
      if (!(await folder.exchange.hasAttachment(hash))) lacking.push(name)
    // Whoever had it got an older disk, or was removed, and the carrier lost it as well.
    const isGone = lacking.length === devices.length && team.mayLose && !team.isWhole(hash)
    if (lacking.length > 0 && !isGone)
      return `${lacking.join(' ')} lacks the attachment ${hash}, which is ${team.isWhole(hash) ? 'whole' : 'not whole'} in the folder`
  }
  const templates = new Set<string>()
  for (const { folder } of devices) templates.add(must(await folder.exchange.templates()).join(' '))
  return templates.size > 1 ? 'not everybody has the same templates' : ''
}
