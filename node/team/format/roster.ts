import { compareText } from '../../../shared/store/dot'
import { deviceOf, isMint } from './identity'
import type { MemberStatement, RemovalStatement, WriterSegments } from './statements'

export interface Member {
  readonly device: string
  readonly key: string
  readonly letter: string
  readonly name: string
  readonly at: number
  readonly writers: readonly string[]
  /** `ends`: the last segment that is taken of each writer; of others none. */
  readonly removed: null | { readonly ends: WriterSegments }
}

/** What a segment is worth, by who signed it. `notAdmitted`: it waits. */
export type Judgement = 'taken' | 'foreign' | 'notAdmitted' | 'removed'

export interface Roster {
  /** In order of letters: A … Z, AA … */
  readonly members: readonly Member[]
  readonly of: (device: string) => Member | undefined
  /** Whether a segment of this writer and number, signed with this key (and mint), is to be taken. [TF2] [TF12] */
  readonly judge: (writer: string, segment: number, key: string, mint: number | null) => Judgement
  /** All that were ever given: their numbers may stand on paper. */
  readonly letters: ReadonlySet<string>
}

/** A statement that the seal signed, and its tag, which decides between two of one time. */
export interface Said<T> {
  readonly statement: T
  readonly tag: string
}

/** Who belongs to the team, from all statements of its seal, in whatever order they came. */
export function rosterOf(statements: readonly Said<MemberStatement | RemovalStatement>[]): Roster {
  const admissions = new Map<string, Said<MemberStatement>[]>()
  const removals = new Map<string, RemovalStatement[]>()
  for (const { statement, tag } of statements) {
    if ('removed' in statement) put(removals, statement.device, statement)
    else put(admissions, statement.device, { statement, tag })
  }
  const byDevice = new Map<string, Member>()
  for (const [device, said] of admissions) {
    const member = memberOf(said, removals.get(device) ?? [])
    if (member !== null) byDevice.set(device, member)
  }
  const members = [...byDevice.values()].sort(
    (a, b) => compareLetters(a.letter, b.letter) || compareText(a.device, b.device),
  )
  const letters = new Set([...admissions.values()].flat().map(({ statement }) => statement.letter))
  const claimed = new Set(members.flatMap(({ writers }) => writers))

  const judge: Roster['judge'] = (writer, segment, key, mint) => {
    const isMinted = mint !== null && isMint(key, writer, mint)
    if (mint !== null && !isMinted) return 'foreign'
    const member = byDevice.get(deviceOf(key))
    // The admission that will name the writer may still be on its way, but no other device can have it.
    if (member?.key !== key) return !isMinted && claimed.has(writer) ? 'foreign' : 'notAdmitted'
    if (!isMinted && !member.writers.includes(writer)) return 'foreign'
    if (member.removed === null) return 'taken'
    return segment <= (member.removed.ends[writer] ?? 0) ? 'taken' : 'removed'
  }
  return { members, of: (device) => byDevice.get(device), judge, letters }
}

function put<T>(map: Map<string, T[]>, device: string, value: T): void {
  map.set(device, [...(map.get(device) ?? []), value])
}

function memberOf(
  said: readonly Said<MemberStatement>[],
  removals: readonly RemovalStatement[],
): Member | null {
  const [latest] = [...said].sort((a, b) => b.statement.at - a.statement.at || compareText(a.tag, b.tag))
  if (latest === undefined) return null
  const { device, key, letter, name, at } = latest.statement
  const writers = [...new Set(said.flatMap(({ statement }) => statement.writers))].sort(compareText)
  return { device, key, letter, name, at, writers, removed: removalOf(removals) }
}

/** Of several removals the higher number counts, so that all computers end with the same segments. */
function removalOf(removals: readonly RemovalStatement[]): Member['removed'] {
  if (removals.length === 0) return null
  const ends = new Map<string, number>()
  for (const [writer, segment] of removals.flatMap((removal) => Object.entries(removal.ends))) {
    ends.set(writer, Math.max(segment, ends.get(writer) ?? 0))
  }
  return { ends: Object.fromEntries(ends) }
}

/** A … Z before AA … */
const compareLetters = (a: string, b: string): number => a.length - b.length || compareText(a, b)

/** I and O look like 1 and 0 beside the digits of a number. [TF14] */
const LETTERS = Array.from('ABCDEFGHJKLMNPQRSTUVWXYZ')

/** The first letter that nobody bears: A … Z, AA … ZZZ, without I and O. */
export function firstFreeLetter(taken: Iterable<string>): string {
  const given = new Set(taken)
  let row = LETTERS
  for (let length = 1; length <= 3; length++) {
    const free = row.find((letter) => !given.has(letter))
    if (free !== undefined) return free
    row = row.flatMap((letter) => LETTERS.map((next) => letter + next))
  }
  throw new Error('all letters are given')
}
