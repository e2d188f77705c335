import type { Finding } from '../../../shared/ipc/contract'
import type { HurtAttachment, LostChanges, Survey, Told } from '../../../shared/ipc/recovery'
import { assertNever } from '../../../shared/kernel/assert-never'

/** Something that is not whole. */
export type Hurt =
  | { readonly hurt: 'lost'; readonly lost: LostChanges }
  | {
      readonly hurt: 'found'
      readonly finding: Extract<
        Finding,
        { readonly finding: 'damagedFrames' | 'brokenChain' | 'damagedFile' | 'newerFolder' | 'newerSegment' }
      >
    }
  | { readonly hurt: 'newerChanges' | 'unreadableChanges'; readonly count: number }
  | { readonly hurt: 'attachment'; readonly attachment: HurtAttachment }

/** Something to be known that takes nothing away. */
export type Note =
  | { readonly note: 'tornTail'; readonly file: string; readonly bytes: number }
  | { readonly note: 'strangeFile'; readonly file: string }
  | { readonly note: 'markMended' }
  | { readonly note: 'arriving'; readonly finding: Finding }
  | { readonly note: 'destroyed' | 'copies' | 'aside' | 'asideUnreadable'; readonly count: number }

/** What a person can do about it. */
export type Todo = 'backup' | 'putBack' | 'upgrade' | 'disk'

export interface Diagnosis {
  readonly hurt: readonly Hurt[]
  readonly notes: readonly Note[]
  /** In the order in which they help, each once. */
  readonly todo: readonly Todo[]
}

/** What a survey comes to: what is not whole, what does no harm, and what can be done. */
export function diagnose(survey: Survey): Diagnosis {
  const { findings, lost, attachments, unread, aside, copies } = survey
  const sorted = findings.map(sortFinding)
  const hurt: readonly Hurt[] = [
    ...lost.map((each): Hurt => ({ hurt: 'lost', lost: each })),
    ...sorted.flatMap(({ hurt: each }) => each ?? []),
    ...counted('unreadableChanges', unread.unreadable),
    ...counted('newerChanges', unread.newer),
    ...attachments.map((attachment): Hurt => ({ hurt: 'attachment', attachment })),
  ]
  const notes: readonly Note[] = [
    ...sorted.flatMap(({ note }) => note ?? []),
    ...noted('destroyed', unread.destroyed),
    ...noted('copies', copies),
    // What lacks is offered to be brought back, and is no note.
    ...noted('aside', aside.lacking === 0 ? aside.changes : 0),
    ...noted('asideUnreadable', aside.unreadable),
  ]
  const wanted = new Set(hurt.flatMap(todoFor))
  return { hurt, notes, todo: ORDER.filter((each) => wanted.has(each)) }
}

const ORDER: readonly Todo[] = ['backup', 'putBack', 'upgrade', 'disk']

const counted = (hurt: 'newerChanges' | 'unreadableChanges', count: number): readonly Hurt[] =>
  count > 0 ? [{ hurt, count }] : []

const noted = (note: 'destroyed' | 'copies' | 'aside' | 'asideUnreadable', count: number): readonly Note[] =>
  count > 0 ? [{ note, count }] : []

function sortFinding(finding: Finding): { readonly hurt?: Hurt; readonly note?: Note } {
  switch (finding.finding) {
    case 'damagedFrames':
    case 'brokenChain':
    case 'newerFolder':
    case 'newerSegment':
      return { hurt: { hurt: 'found', finding } }
    case 'damagedFile':
      // The mark says nothing that the segments do not say.
      return finding.file === 'zhike.json'
        ? { note: { note: 'markMended' } }
        : { hurt: { hurt: 'found', finding } }
    case 'tornTail':
      return { note: { note: 'tornTail', file: finding.file, bytes: finding.bytes } }
    case 'strangeFile':
      return { note: { note: 'strangeFile', file: finding.file } }
    case 'arriving':
      return { note: { note: 'arriving', finding } }
    // Missing changes stand among those that are lost, with what they concern; the rest only an open folder finds.
    case 'missingChanges':
    case 'markRestored':
    case 'newWriter':
    case 'mended':
    case 'cloudFolder':
      return {}
    default:
      return assertNever(finding)
  }
}

function todoFor(hurt: Hurt): readonly Todo[] {
  switch (hurt.hurt) {
    case 'lost':
    case 'unreadableChanges':
      return ['backup', 'disk']
    case 'newerChanges':
      return ['upgrade']
    case 'attachment':
      return hurt.attachment.is === 'missing' ? ['putBack'] : ['putBack', 'disk']
    case 'found':
      return hurt.finding.finding === 'newerFolder' || hurt.finding.finding === 'newerSegment'
        ? ['upgrade']
        : ['backup', 'disk']
    default:
      return assertNever(hurt)
  }
}

/** Whether something that was told is what the program did, rather than what it found. */
export function isDeed(told: Told): boolean {
  if (told.told !== 'found') return told.told !== 'aside' && told.told !== 'leftAside'
  return ['markRestored', 'newWriter', 'mended'].includes(told.finding.finding)
}
