import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { assertNever } from '../../../shared/kernel/assert-never'
import { failureText } from '../../i18n'
import type { RecordSession, RecordSessionState } from '../../stores'
import { useNotices } from '../../ui'
import { newsOf, type Known } from './told'

/** Failures of saving and of the draft at the foot of the window: each stays until the same thing has worked. */
export function useToldFailures({ store }: RecordSession): void {
  const { t } = useTranslation('editor')
  const notices = useNotices()
  const words = (kind: Kind, state: RecordSessionState): string => {
    if (kind === 'save') {
      return state.failure ? t('notice.notSaved', { reason: failureText(state.failure) }) : ''
    }
    const { draftFailure } = state
    if (!draftFailure) return ''
    const reason = failureText(draftFailure.failure)
    const { act } = draftFailure
    switch (act) {
      case 'write':
        return t('notice.draftNotWritten', { reason })
      case 'remove':
        return t('notice.draftNotRemoved', { reason })
      default:
        return assertNever(act)
    }
  }
  const latest = useRef({ words, notices })
  useEffect(() => {
    latest.current = { words, notices }
  })
  // Heard from the store itself, so that nothing is drawn again for it.
  useEffect(() => {
    const before = new Map<Kind, Known>()
    const tell = () => {
      const state = store.getState()
      for (const kind of KINDS) {
        const now = knownOf(kind, state)
        const news = newsOf(before.get(kind) ?? null, now)
        before.set(kind, now)
        const topic = `${kind} ${state.recordId}`
        if (news === 'failed') latest.current.notices.warn(latest.current.words(kind, state), topic)
        else if (news === 'worked') latest.current.notices.settle(topic)
      }
    }
    tell()
    return store.subscribe(tell)
  }, [store])
}

type Kind = 'save' | 'draft'
const KINDS: readonly Kind[] = ['save', 'draft']

const knownOf = (kind: Kind, state: RecordSessionState): Known =>
  kind === 'save'
    ? { failure: state.failure, doneAt: state.savedAt }
    : { failure: state.draftFailure, doneAt: state.draftSavedAt }
