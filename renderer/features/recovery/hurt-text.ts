import i18next from 'i18next'
import type { Concerned, LostChanges } from '../../../shared/ipc/recovery'
import { assertNever } from '../../../shared/kernel/assert-never'
import { findingText } from '../../i18n'
import type { Hurt, Note } from './model'

/** Names that are listed in one line. */
const MOST_NAMES = 8

const translator = () => i18next.getFixedT(null, 'recovery')

export function hurtText(hurt: Hurt): string {
  const t = translator()
  switch (hurt.hurt) {
    case 'lost':
      return lostText(hurt.lost)
    case 'newerChanges':
      return t('hurt.newerChanges', { count: hurt.count })
    case 'unreadableChanges':
      return t('hurt.unreadableChanges', { count: hurt.count })
    case 'attachment': {
      const { is, name, concerns } = hurt.attachment
      return t(`hurt.${is}Attachment`, {
        name: name === '' ? '' : t('hurt.attachmentName', { name }),
        concerns: concerns ? t('hurt.attachmentOf', { name: nameOf(concerns) }) : '',
      }).trim()
    }
    case 'found': {
      const { finding } = hurt
      switch (finding.finding) {
        case 'damagedFrames':
          return t('hurt.damagedFrames', {
            file: finding.file,
            offset: finding.offset,
            bytes: finding.bytes,
          })
        case 'brokenChain':
          return t('hurt.brokenChain', { file: finding.file, seq: finding.seq })
        case 'damagedFile':
          return t('hurt.damagedFile', { file: finding.file })
        case 'newerFolder':
          return t('hurt.newerFolder', { format: finding.format })
        case 'newerSegment':
          return t('hurt.newerSegment', { file: finding.file, format: finding.format })
        default:
          return assertNever(finding)
      }
    }
    default:
      return assertNever(hurt)
  }
}

export function noteText(note: Note): string {
  const t = translator()
  switch (note.note) {
    case 'tornTail':
      return t('notes.tornTail', { file: note.file, bytes: note.bytes })
    case 'strangeFile':
      return t('notes.strangeFile', { file: note.file })
    case 'markMended':
      return t('notes.markMended')
    case 'arriving':
      return findingText(note.finding)
    case 'destroyed':
    case 'copies':
    case 'aside':
    case 'asideUnreadable':
      return t(`notes.${note.note}`, { count: note.count })
    default:
      return assertNever(note)
  }
}

function lostText({ writer, from, to, concerns, count }: LostChanges): string {
  const t = translator()
  const which = from === to ? 'hurt.lostOne' : 'hurt.lost'
  const gone = t(which, { writer: writer.slice(0, 8), from, to, count: to - from + 1 })
  if (count === 0) return `${gone}${t('hurt.lostUnknown')}`
  const names = concerns.slice(0, MOST_NAMES).map(nameOf).join(i18next.t('recovery:hurt.between'))
  const told = count > MOST_NAMES ? 'hurt.lostConcernsMore' : 'hurt.lostConcerns'
  return `${gone}${t(told, { names, count })}`
}

/** A record by its form and number, a customer by its name. */
function nameOf({ entity, name, form }: Concerned): string {
  const t = translator()
  const kind = form !== '' ? form : t(`kinds.${entity.kind}`)
  return name === '' ? t('noNumber', { kind }) : `${kind} ${name}`
}
