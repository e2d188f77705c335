import i18next from 'i18next'
import type { Finding } from '../../shared/ipc/contract'
import { assertNever } from '../../shared/kernel/assert-never'

/** What the program found in the data folder: what happened, what was kept, what to do. */
export function findingText(finding: Finding): string {
  const t = i18next.getFixedT(null, 'finding')
  switch (finding.finding) {
    case 'tornTail':
      return t(finding.kept === '' ? 'tornTailUnkept' : 'tornTail', {
        file: finding.file,
        bytes: finding.bytes,
        kept: finding.kept,
      })
    case 'damagedFrames':
      return t(finding.kept === '' ? 'damagedFramesUnkept' : 'damagedFrames', {
        file: finding.file,
        offset: finding.offset,
        bytes: finding.bytes,
        kept: finding.kept,
      })
    case 'missingChanges':
      return t('missingChanges', {
        writer: finding.writer.slice(0, 8),
        from: finding.from,
        to: finding.to,
      })
    case 'arriving':
      return t('arriving', { writer: finding.writer.slice(0, 8), from: finding.from, to: finding.to })
    case 'mended':
      return t('mended', { file: finding.file })
    case 'brokenChain':
      return t('brokenChain', { file: finding.file, seq: finding.seq })
    case 'strangeFile':
      return t('strangeFile', { file: finding.file })
    case 'newerFolder':
      return t('newerFolder', { format: finding.format })
    case 'newerSegment':
      return t('newerSegment', { file: finding.file, format: finding.format })
    case 'damagedFile':
      return t(finding.kept === '' ? 'damagedFileUnkept' : 'damagedFile', {
        file: finding.file,
        kept: finding.kept,
      })
    case 'markRestored':
      return t('markRestored', { folder: finding.folder })
    case 'newWriter':
      return t('newWriter', { before: finding.before.slice(0, 8), writer: finding.writer.slice(0, 8) })
    case 'cloudFolder':
      return t('cloudFolder', { path: finding.path, place: t(`cloudPlace.${finding.place}`) })
    default:
      return assertNever(finding)
  }
}

/**
 * A torn tail is routine, a strange file harmless, a new writer and a restored mark only follow from what is told beside;
 * a folder in a cloud drive has lost nothing yet, what is arriving comes by itself, and what was mended is whole.
 */
export function findingIsSerious(finding: Finding): boolean {
  return ![
    'tornTail',
    'strangeFile',
    'newWriter',
    'markRestored',
    'cloudFolder',
    'arriving',
    'mended',
  ].includes(finding.finding)
}
