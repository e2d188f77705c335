import type { MemberStatement, RemovalStatement, TeamRequestBody } from '../format/statements'
import { ArrivingFiles } from './arriving-files'
import { AsideFiles } from './aside-files'
import { Fetching } from './fetching'
import type { FoundNote } from './gather'
import { NOTHING_KEPT, type KeptNote } from './kept-note'
import { LostSegments } from './lost-segments'
import { NOTHING_SEEN, type Seen } from './seen'
import { Strays } from './strays'
import { Verifying } from './verifying'
import { WantedAttachments } from './wanted-attachments'

/** What a computer remembers of the team folder while the program runs. Losing it costs time, nothing else. */
export class SittingMemory {
  /** What the seal said, by path. */
  readonly statements = new Map<string, MemberStatement | RemovalStatement>()
  /** Requests of computers that are not admitted, by path. */
  readonly requests = new Map<string, TeamRequestBody>()
  /** Names of the statements that the team folder had when it was looked at last. */
  membersThere: ReadonlySet<string> = new Set()
  /** The last note that was read of each computer, by device. */
  readonly lastNotes = new Map<string, FoundNote>()
  readonly aside = new AsideFiles()
  readonly arriving = new ArrivingFiles()
  readonly strays = new Strays()
  /** What is known of the team: each part counts as soon as it was read, whatever becomes of the rest of the pass. */
  seen: Seen = NOTHING_SEEN
  /** Stands for all that the seal has said. */
  rosterStamp = ''
  /** Reads what the data folder keeps of the team, once. */
  recalled: Promise<void> | null = null
  /** Whether that is done. */
  isRecalled = false
  /** How far this computer had published when it last said so in the data folder. */
  kept: KeptNote = NOTHING_KEPT
  /** Files in own writers' names that were judged, with size and roster: not read again for that. [TF19] */
  readonly judgedOwn = new Map<string, string>()
  isMarkKept = false
  /** Own segments whose changes another writer has carried, as `writer/number/chain`. */
  readonly carriedOn = new Set<string>()
  /** From which segment on an own former writer's changes are carried by another one. */
  readonly carriedFrom = new Map<string, number>()
  /** Chains at the ends of segments of other branches: what joins one of them belongs to that branch, too. [TF18] */
  readonly partedEnds = new Set<string>()
  /** Segments of other branches of which nothing is lacking here any more, by path. */
  readonly settled = new Set<string>()
  /** In how many passes a branch was met in a file, and in which one last, by path. */
  readonly met = new Map<string, { readonly times: number; readonly pass: number }>()
  /** Own segments that were found in the team folder, by path. */
  readonly published = new Set<string>()
  /** Own writers whose segments in the team folder were listed in this sitting, and so stand in `published`. */
  readonly lookedAt = new Set<string>()
  /** Whether an own segment here is what it was when it was written, as `writer/number`. */
  readonly whole = new Map<string, boolean>()
  readonly verifying = new Verifying()
  /** The same of segments of others that their own computer may not have any more, by path. [TF24] */
  readonly verifyingOthers = new Verifying()
  /** Attachments that changes name and that are not here yet. */
  readonly wanted = new WantedAttachments()
  /** Attachments that own segments name and that were not here when those were published. */
  readonly owed = new Set<string>()
  /** Content names that stand in the team folder. */
  readonly contentsThere = new Set<string>()
  /** From which number on an own writer's segments stand in the team folder as another branch. [TF19] */
  readonly contested = new Map<string, number>()
  /** In how many passes a removal was known, by device and ends; Infinity: its rest is carried. [TF24] */
  readonly removals = new Map<string, number>()
  /** Others' segments that are gone from the team folder. [TF24] */
  readonly lost = new LostSegments()
  /** Writers that nobody answers for, whose changes are not all carried yet. [TF24] */
  readonly partedFrom = new Set<string>()
  passes = 0
  /** Number and tag of this computer's last note, and when and with what it was put. */
  note: { readonly n: number; readonly tag: string; readonly at: number; readonly text: string } | null = null
  /** Names this sitting in its notes; '' before the first. [TF19] */
  sitting = ''
  /** Tags of the notes that were put in this sitting. */
  readonly noted = new Set<string>()
  /** Tags of this device's notes that this sitting did not put and that were looked at. */
  readonly strange = new Set<string>()
  requested = false
  /** The letter that this computer asked for. */
  proposed = ''
  /** Changes of others that arrived in this sitting. */
  arrivedChanges = 0
  readonly fetching = new Fetching()
  /** Segments that wait for a computer to be admitted, by its device. */
  readonly waiting = new Map<string, number>()

  beginPass(): void {
    this.passes++
    this.fetching.begin()
    this.waiting.clear()
    this.aside.beginPass(this.passes)
    this.arriving.beginPass(this.passes)
  }

  /** In how many passes a branch was met in this file, this one counted; a snapshot may hold several segments of it. */
  meet(path: string): number {
    const before = this.met.get(path)
    if (before?.pass === this.passes) return before.times
    const times = (before?.times ?? 0) + 1
    this.met.set(path, { times, pass: this.passes })
    return times
  }

  countWaiting(device: string): void {
    this.waiting.set(device, (this.waiting.get(device) ?? 0) + 1)
  }

  /** The next pass asks for everything that stands aside or is put off: for 立即同步. */
  hurry(): void {
    this.aside.hurry()
    this.arriving.hurry()
    this.verifying.hurry()
    this.verifyingOthers.hurry()
  }

  /** The team folder was found empty: what was there is not taken to be there any more. */
  forgetFolder(): void {
    this.published.clear()
    this.lookedAt.clear()
    this.contentsThere.clear()
    this.kept = { ...this.kept, sent: {} }
    this.removals.clear()
    this.lost.clear()
    this.requested = false
  }
}
