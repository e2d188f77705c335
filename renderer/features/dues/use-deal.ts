import { useTranslation } from 'react-i18next'
import { failureText } from '../../i18n'
import { usePersonRef, useServices } from '../../stores'
import { goOn, useNotices } from '../../ui'
import { keyOf, type DueLine } from './due-lines'

export interface Dealing {
  /** These days are dealt with (已联系), without 办结; `after`: the line at which the keyboard goes on. */
  readonly deal: (dues: readonly DueLine[], word: string, after?: DueLine) => Promise<void>
  /** They are due again. */
  readonly takeBack: (dues: readonly DueLine[], after?: DueLine) => Promise<void>
}

/** Topic of the notices about what could not be written. */
const TOPIC = 'dues'

/** Marks what is due as dealt with and takes that back; the person is told, with the way back at hand. */
export function useDeal(): Dealing {
  const { t } = useTranslation('dues')
  const { workingCopy } = useServices()
  const person = usePersonRef()
  const notices = useNotices()
  const write = async (dues: readonly DueLine[], word: string | null, after: DueLine | undefined) => {
    const done = await workingCopy.records.dealWith(dues, word, person)
    if (!done.ok) {
      notices.warn(t('notDealt', { reason: failureText(done.error) }), TOPIC)
      return false
    }
    notices.settle(TOPIC)
    goOn(() => after && lineOf(after))
    return true
  }
  const takeBack = async (dues: readonly DueLine[], after?: DueLine) => {
    if (await write(dues, null, after)) notices.tell(t('dueAgain', { count: dues.length }))
  }
  return {
    deal: async (dues, word, after) => {
      if (!(await write(dues, word, after))) return
      notices.tell(t('dealt', { count: dues.length }), {
        label: t('takeBack'),
        run: () => void takeBack(dues, dues[0]),
      })
    },
    takeBack,
  }
}

const lineOf = (due: DueLine): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-due="${CSS.escape(keyOf(due))}"]`)
