import type { SimDevice } from './sim-device'
import type { SimTeam } from './sim-team'

const NUMBER = /^([A-Z]+)(\d+)$/
const REGISTER = JSON.stringify(['@number'])

/** 登记 of a new record: the next counter behind this computer's letter. null while nobody has admitted it. [TF14] */
export function nextNumber({ copy, passed, desk, parts }: SimDevice): string | null {
  const member = passed?.roster.of(desk.device)
  if (member === undefined) return null
  const letter = parts.plant.letter?.(member.letter) ?? member.letter
  let most = 0
  for (const { registers } of copy.entities.values()) {
    for (const { value } of registers[REGISTER]?.survivors ?? []) {
      const [, of, counter] = NUMBER.exec(typeof value === 'string' ? value : '') ?? []
      if (of === letter) most = Math.max(most, Number(counter))
    }
  }
  return `${letter}${most + 1}`
}

/** Who gave which number, by number: the secret halves of keys, each once, and how many records got it. */
interface Given {
  readonly keys: Set<string>
  readonly records: Set<string>
}

/** Numbers that were given in a history, and what may be said of them in the end. */
export class Numbers {
  readonly #given = new Map<string, Given>()

  gave({ parts }: SimDevice, number: string, record: string): void {
    const given = this.#given.get(number) ?? { keys: new Set(), records: new Set() }
    this.#given.set(number, given)
    given.keys.add(parts.pair.secret)
    given.records.add(record)
  }

  get count(): number {
    return this.#given.size
  }

  /** `again`: a copy or an older disk of a computer may have given a number a second time; two computers never do. */
  judge(again: boolean): void {
    for (const [number, { keys, records }] of this.#given) {
      if (keys.size > 1) throw new Error(`${keys.size} computers gave the number ${number}`)
      if (records.size > 1 && !again) throw new Error(`the number ${number} was given ${records.size} times`)
    }
  }
}

const membersKnownTo = ({ passed }: SimDevice) => passed?.roster.members ?? []

const saidOf = (device: SimDevice): string =>
  membersKnownTo(device)
    .map(({ device: of, letter }) => `${of} ${letter}`)
    .join(', ')

/** Whether everybody who is in the team knows the same members: a statement that could not be read is read again ever more rarely. */
export const knowSameMembers = ({ devices, isRemoved }: SimTeam): boolean =>
  new Set(devices.filter(({ parts }) => !isRemoved(parts.pair)).map(saidOf)).size <= 1

/** Everybody who is in the team bears a letter that nobody else bears, and everybody knows the same. [TF14] */
export function judgeLetters({ devices, isRemoved }: SimTeam): void {
  let first = ''
  for (const device of devices) {
    if (isRemoved(device.parts.pair)) continue
    const letters = membersKnownTo(device).map(({ letter }) => letter)
    if (new Set(letters).size < letters.length)
      throw new Error(`${device.name} knows letters ${letters.join(' ')}`)
    const known = saidOf(device)
    first ||= known
    if (known !== first) throw new Error(`${device.name} knows ${known}, not ${first}`)
  }
}
