import i18next from 'i18next'
import { isoDayText, weekdayOf } from '../../i18n'
import { assertNever } from '../../../shared/kernel/assert-never'
import type { Day } from '../../../shared/kernel/dates'
import type { DueLine } from './due-lines'

/** 逾期 3 个工作日 · 今天 · 还有 2 个工作日; days off alone between are said as such. */
export function stateText({ state, workdays }: Pick<DueLine, 'state' | 'workdays'>): string {
  const t = i18next.getFixedT(null, 'dues')
  switch (state) {
    case 'overdue':
      return workdays === 0 ? t('overdueByDaysOff') : t('overdueBy', { count: workdays })
    case 'today':
      return t('state.today')
    case 'soon':
    case 'later':
      return workdays === 0 ? t('leftDaysOff') : t('left', { count: workdays })
    default:
      return assertNever(state)
  }
}

/** `2026年11月26日 周四`. */
export const dayWithWeekday = (day: Day): string => `${isoDayText(day)} ${weekdayOf(day)}`
