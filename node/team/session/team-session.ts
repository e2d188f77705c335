import type { StartFailure } from '../../../shared/ipc/contract'
import type { TeamCalls } from '../../../shared/ipc/team'
import { err, ok, type Result } from '../../../shared/kernel/result'
import type { TeamFailure, TeamStatus } from '../../../shared/team'
import type { DataFolder } from '../../store'
import { keyPairOf } from '../format/identity'
import { cleanText } from '../format/texts'
import type { Passed } from '../sync/pass'
import { lookForSameKey } from '../sync/same-key'
import type { TeamDesk } from '../sync/team-desk'
import { admitFounder, isFoundingOpen } from './admit-founder'
import { admitMember } from './admit-member'
import { foundTeam, resumeFounding } from './found-team'
import { joinTeam, suggestData } from './join-team'
import { leaveTeam } from './leave-team'
import { openLock } from '../format/mark'
import { lookAtPlace, markOf, teamsBelow } from './look'
import { moveTeam } from './move-team'
import { refillFolder } from './refill-folder'
import { removeMember } from './remove-member'
import { renewKey } from './renew-key'
import { SessionContext, type ActInput, type Done, type SessionParts } from './session-context'
import { recoveryCode, takeOver } from './take-over'

export type { SessionParts } from './session-context'

/** The team of this run's data folder, or none yet. What changes how this computer stands to it happens one after the other. */
export class TeamSession {
  readonly #context: SessionContext
  #last: Promise<unknown> = Promise.resolve()

  constructor(parts: SessionParts) {
    this.#context = new SessionContext(parts, (context, desk, passed) =>
      this.#afterPass(context, desk, passed),
    )
  }

  /** Called before a writer of the data folder is chosen: new ones are named with this computer's key of that team. */
  async prepare(folderId: string): Promise<void> {
    const { ring, writerNames } = this.#context.parts
    const keys = await ring.read(folderId)
    const secret = keys.ok ? keys.value?.deviceSecret : undefined
    writerNames.use(secret === undefined ? null : keyPairOf(secret).key)
  }

  /** Called when the data folder is open: goes on with the team that this computer belongs to. */
  async begin(folder: DataFolder): Promise<void> {
    const context = this.#context
    const keys = await context.parts.ring.read(folder.id)
    context.keptLetter = await folder.letter()
    if (keys.ok && keys.value !== null) {
      await context.keepLetter(folder, keys.value.letter)
      context.serve(folder, keys.value)
      await context.service?.begin()
      return
    }
    if (!keys.ok) context.keysLost = true
    context.tell()
    // Not waited for: the folder of a founding that was cut short may be slow, or not there today.
    void this.#inTurn(() => resumeFounding(context, folder))
  }

  status(): TeamStatus {
    return this.#context.status()
  }

  async look(path: string): Promise<TeamCalls['team:look']['out']> {
    const carrier = this.#context.openCarrier(path)
    if (!carrier.ok) return carrier
    try {
      const looked = await lookAtPlace(carrier.value, path)
      if (!looked.ok) return looked
      const { place, dirs } = looked.value
      if (place.is !== 'other') return ok(place)
      const teams = await teamsBelow((below) => this.#context.openCarrier(below), path, dirs)
      return ok(teams.length === 0 ? place : { ...place, teams })
    } finally {
      await carrier.value.close()
    }
  }

  /** Whether the passphrase opens the team at a place. */
  async opens(path: string, passphrase: string): Done {
    const carrier = this.#context.openCarrier(path)
    if (!carrier.ok) return carrier
    try {
      const looked = await lookAtPlace(carrier.value, path)
      if (!looked.ok) return looked
      const mark = markOf(looked.value, path)
      if (!mark.ok) return mark
      if (mark.value.lock === null) return ok(null)
      const opened = await openLock(mark.value, passphrase)
      return opened.ok ? ok(null) : opened
    } finally {
      await carrier.value.close()
    }
  }

  found(input: ActInput<'team:found'>): Done<{ recoveryCode: string }> {
    return this.#inTurn(() => foundTeam(this.#context, input))
  }

  suggestData(name: string): { readonly path: string } {
    return suggestData(this.#context, name)
  }

  join(input: ActInput<'team:join'>): Promise<Result<null, TeamFailure | StartFailure>> {
    if (this.#context.joining) return Promise.resolve(err({ type: 'AlreadyInTeam' }))
    return this.#inTurn(() => joinTeam(this.#context, input))
  }

  admit(input: ActInput<'team:admit'>): Done {
    return this.#inTurn(() => admitMember(this.#context, input))
  }

  remove(device: string): Done {
    return this.#inTurn(() => removeMember(this.#context, device))
  }

  leave(): Done {
    return this.#inTurn(() => leaveTeam(this.#context))
  }

  move(path: string): Done {
    return this.#inTurn(() => moveTeam(this.#context, path))
  }

  /** Fills a team folder that was emptied with what is kept here. */
  refill(): Done {
    return this.#inTurn(() => refillFolder(this.#context.service))
  }

  async syncNow(): Done {
    const { service } = this.#context
    if (!service) return err({ type: 'NotInTeam' })
    return service.meetNow()
  }

  recoveryCode(): Done<{ recoveryCode: string }> {
    return recoveryCode(this.#context)
  }

  takeOver(code: string): Done {
    return this.#inTurn(() => takeOver(this.#context, code))
  }

  rename(computer: string): Done {
    return this.#inTurn(async () => {
      const keys = this.#context.service?.keys
      return keys ? this.#context.goOn({ ...keys, name: cleanText(computer) }) : err({ type: 'NotInTeam' })
    })
  }

  person(name: string): void {
    this.#context.person = name
    this.#context.service?.used()
  }

  saved(): void {
    this.#context.service?.saved()
  }

  used(): void {
    this.#context.service?.used()
  }

  want(hashes: readonly string[]): void {
    this.#context.service?.want(hashes)
  }

  /** Ends; an act that runs is not waited for. */
  async close(): Promise<{ readonly stuck: boolean }> {
    this.#context.isClosed = true
    return (await this.#context.service?.close({ publish: true })) ?? { stuck: false }
  }

  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(act)
    this.#last = turn.catch(() => undefined)
    return turn
  }

  async #afterPass(context: SessionContext, desk: TeamDesk, passed: Passed): Promise<void> {
    if (isFoundingOpen(desk, passed)) await admitFounder(desk)
    const same = await lookForSameKey(desk)
    if (!same.ok || same.value === 'alone') return
    // The other one is to hear of this one soon.
    if (desk.memory.note) desk.memory.note = { ...desk.memory.note, text: '' }
    // Behind the pass: it ends the service that this pass belongs to.
    if (same.value === 'yields') void this.#inTurn(() => renewKey(context, desk))
  }
}
