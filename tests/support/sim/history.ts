import { LEFTOVERS } from '../faulty-files'
import { judge } from './judge'
import { NO_PLANT, type Plant } from './plant'
import type { SimDevice } from './sim-device'
import { nextNumber } from './numbering'
import { remove } from './removal'
import { SimTeam, type Happened } from './sim-team'
import {
  attaching,
  attachment,
  beginSession,
  endSession,
  numbering,
  templateBytes,
  type Session,
} from './work'

const MINUTE = 60_000
const YEAR = 365 * 24 * 60 * MINUTE

/** Fewest edits and faults of a history. */
const EDITS = 50

export class Failure extends Error {
  constructor(
    readonly seed: string,
    readonly why: string,
    readonly lines: readonly string[],
  ) {
    super(`seed ${seed}: ${why}`)
  }
}

/** One history from its seed; answers how often what happened in it. Throws `Failure` when a promise was broken. */
export async function runHistory(seed: string, plant: Plant = NO_PLANT): Promise<Happened> {
  const team = await SimTeam.begin(seed, plant)
  try {
    await new History(team).run()
    await judge(team)
    return team.happened
  } catch (error) {
    if (error instanceof Failure) throw error
    throw new Failure(
      seed,
      error instanceof Error ? (error.stack ?? error.message) : String(error),
      team.lines,
    )
  }
}

class History {
  readonly #team: SimTeam
  readonly #sessions = new Map<SimDevice, Session>()
  readonly #away = new Map<SimDevice, number>()
  #backup: { readonly device: SimDevice; readonly disk: SimDevice['disk'] } | null = null
  #edits = 0
  #stamp = 0
  #faults = 0
  #clones = 0
  #removals = 0
  readonly #numbering

  constructor(team: SimTeam) {
    this.#team = team
    this.#numbering = team.dice.apart('numbers')
  }

  async run(): Promise<void> {
    const { dice, devices, time, weather } = this.#team
    const passShare = dice.pick([0.1, 0.15, 0.25])
    const hasNewer = dice.chance(0.3)
    while (this.#edits < EDITS || this.#faults < 3) {
      time.ms += dice.int(1, 3 * MINUTE)
      const device = dice.pick(devices)
      if (weather.local.length > 0 && dice.chance(0.06)) await this.#fault(device)
      else if (dice.chance(passShare)) await this.#pass(device)
      else await this.#edit(device)
      if (device.isDown) await this.#restart(device)
      if (weather.local.length === 0) this.#faults++
      if (dice.chance(0.02)) await this.#team.admitAll()
      if (hasNewer && dice.chance(0.04)) await this.#team.newerWrites()
    }
  }

  async #pass(device: SimDevice): Promise<void> {
    const until = this.#away.get(device) ?? 0
    if (until > this.#edits) return
    await device.pass()
    this.#team.atRisk.hasNow(device)
  }

  async #edit(device: SimDevice): Promise<void> {
    const { dice } = this.#team
    this.#edits++
    const stamp = `${device.name}${this.#stamp++}`
    if (this.#numbering.chance(0.1)) await this.#register(device, `n${this.#stamp}`)
    if (dice.chance(0.06)) return this.#attach(device, stamp)
    const begun = this.#sessions.get(device)
    if (begun === undefined && dice.chance(0.3)) {
      this.#sessions.set(device, beginSession(device, dice, stamp))
      return
    }
    // Two at one computer: what one began to edit is saved after the other's saves and passes.
    const ended = begun !== undefined && dice.chance(0.4) ? begun : undefined
    if (ended !== undefined) this.#sessions.delete(device)
    const saved = endSession(device, ended ?? beginSession(device, dice, stamp))
    if (saved === null) return
    const written = await device.save([saved])
    this.#team.trace(
      `${device.name} saves ${written?.map(({ change }) => `${change.writer.slice(0, 4)}:${change.seq}`).join(' ') ?? 'nothing: refused'}`,
    )
  }

  async #register(device: SimDevice, record: string): Promise<void> {
    const number = nextNumber(device)
    if (number === null || device.isDown) return
    const saved = await device.save([numbering(record, number)])
    if (saved !== null) this.#team.numbers.gave(device, number, record)
    this.#team.trace(`${device.name} gives the number ${number}${saved === null ? ': refused' : ''}`)
  }

  async #attach(device: SimDevice, stamp: string): Promise<void> {
    const { dice } = this.#team
    const { exchange } = device.folder
    await exchange.keepTemplate(templateBytes(dice.int(0, 3)))
    const { hash, bytes } = attachment(dice.int(0, 5))
    const kept = await exchange.keepAttachment(hash, bytes)
    if (!kept.ok) return
    const entity = { kind: 'record', id: 'r1' } as const
    await device.save([{ entity, edits: attaching(device.copy.state(entity), stamp, hash) }])
    this.#team.trace(`${device.name} attaches`)
  }

  async #fault(device: SimDevice): Promise<void> {
    const { dice, weather } = this.#team
    const fault = dice.pick(weather.local)
    this.#faults++
    this.#team.trace(`${device.name}: ${fault}`)
    switch (fault) {
      case 'crash':
        device.disk.fault = {
          at: device.disk.steps + dice.int(0, 25),
          what: dice.pick(['crashBefore', 'crashAfter']),
        }
        return
      case 'crashAtCarrier':
        device.parts.view.crashIn = dice.int(0, 25)
        return
      case 'clock':
        device.skew = dice.pick([-YEAR, YEAR, -10 * YEAR, 10 * YEAR, -5 * MINUTE, 20 * MINUTE, 0])
        return
      case 'quit':
        device.disk.crash()
        return
      case 'away':
        this.#away.set(device, this.#edits + dice.int(5, 30))
        return
      case 'diskFull':
        device.disk.fault = {
          at: device.disk.steps + dice.int(0, 20),
          what: 'fail',
          code: dice.pick(['DiskFull', 'Io', 'NotWritable']),
        }
        return
      case 'clone':
        return this.#clone(device)
      case 'restore':
        return this.#restore(device)
      case 'remove':
        return this.#remove(device)
    }
  }

  async #clone(device: SimDevice): Promise<void> {
    const { dice } = this.#team
    if (this.#clones >= 1 || device.isDown) return
    this.#clones++
    this.#team.clones++
    const { computer, pair } = device.parts
    // An image keeps the computer's name; a copied folder on another one has another.
    const same = dice.chance(0.7)
    const clone = await this.#team.add(
      `${device.name}'`,
      same ? computer : `${computer}'`,
      pair,
      device.disk.clone(),
    )
    clone.skew = device.skew
  }

  async #restore(device: SimDevice): Promise<void> {
    if (this.#backup === null) {
      this.#backup = { device, disk: device.disk.clone() }
      return
    }
    const { device: of, disk } = this.#backup
    if (of.isDown) return
    this.#backup = null
    const { devices, atRisk } = this.#team
    await atRisk.loses(of, devices)
    this.#team.restores++
    this.#team.trace(`${of.name} gets its older disk back`)
    of.disk = disk
    this.#sessions.delete(of)
    await this.#restart(of)
  }

  async #remove(device: SimDevice): Promise<void> {
    const { devices, isRemoved } = this.#team
    const [holder] = devices
    // The founder's computer is not removed, nor two of three.
    if (holder === undefined || this.#removals >= 1 || device.parts.pair.secret === holder.parts.pair.secret)
      return
    if (holder.isDown || isRemoved(device.parts.pair) || !(await remove(this.#team, holder, device))) return
    this.#removals++
    this.#team.removes(device.parts.pair)
  }

  async #restart(device: SimDevice): Promise<void> {
    this.#sessions.delete(device)
    const leftover = this.#team.dice.pick(LEFTOVERS)
    await device.restart(leftover)
    this.#team.atRisk.hasNow(device)
    this.#team.trace(`${device.name} starts again (${leftover}), has ${device.copy.changes.size}`)
  }
}
