import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { assertNever } from '../../../shared/kernel/assert-never'
import { failureText } from '../../i18n'
import type { RecordSessionState } from '../../stores'
import { useNotices } from '../../ui'
import { newsOf, type Known } from './told'

/** Failures of saving and of the draft at the foot of the window: each stays until the same thing has worked. */
export function useToldFailures(state: RecordSessionState): void {
  const { t } = useTranslation('editor')
  const { recordId, failure, savedAt, draftFailure, draftSavedAt } = state
  useTold(`save ${recordId}`, { failure, doneAt: savedAt }, () =>
    failure ? t('notice.notSaved', { reason: failureText(failure) }) : '',
  )
  useTold(`draft ${recordId}`, { failure: draftFailure, doneAt: draftSavedAt }, () => {
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
  })
}

function useTold(topic: string, now: Known, words: () => string): void {
  const notices = useNotices()
  const before = useRef<Known | null>(null)
  useEffect(() => {
    const news = newsOf(before.current, now)
    before.current = now
    if (news === 'failed') notices.warn(words(), topic)
    else if (news === 'worked') notices.settle(topic)
  })
}
