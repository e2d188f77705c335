import i18next from 'i18next'
import type { CalendarFailure, CalendarFault } from '../../shared/kernel/calendar-file'
import { assertNever } from '../../shared/kernel/assert-never'
import { isoDayText } from './dates'
import type { FailureParts } from './failure-text'

/** Why a file is no calendar of working days, with everything that is wrong in it, a line each. */
export function calendarFailureParts(
  failure: CalendarFailure,
  name: string,
): FailureParts & { readonly faults: readonly string[] } {
  const t = i18next.getFixedT(null, 'calendar')
  const parts = { kept: t('failed.kept'), todo: t('failed.todo'), faults: [] }
  switch (failure.type) {
    case 'NotJson': {
      const { line } = failure
      const happened = line ? t('failed.NotJsonLine', { name, line }) : t('failed.NotJson', { name })
      return { ...parts, happened }
    }
    case 'OtherFormat':
      return { ...parts, happened: t('failed.OtherFormat', { name }) }
    case 'NewerFormat': {
      const { found, known } = failure
      const happened = t('failed.NewerFormat', { name, found, known })
      return { ...parts, happened, todo: t('failed.todoNewer', { known }) }
    }
    case 'BadCalendar':
      return { ...parts, happened: t('failed.BadCalendar', { name }), faults: failure.faults.map(faultText) }
    default:
      return assertNever(failure)
  }
}

function faultText(fault: CalendarFault): string {
  const t = i18next.getFixedT(null, 'calendar')
  const { year, list, entry } = fault
  const place =
    list === 'years' && entry !== undefined
      ? [t('place.yearAt', { entry })]
      : [
          ...(year === undefined ? [] : [t('place.year', { year })]),
          ...(list === undefined ? [] : [t(`place.${list}`)]),
          ...(entry === undefined ? [] : [t('place.entry', { entry })]),
        ]
  const what = whatIsWrong(fault)
  return place.length === 0 ? what : t('place.line', { place: place.join(t('place.separator')), what })
}

function whatIsWrong(fault: CalendarFault): string {
  const t = i18next.getFixedT(null, 'calendar')
  switch (fault.fault) {
    case 'missing':
    case 'unknown':
    case 'notText':
    case 'notAList':
      return t(`fault.${fault.fault}`, { member: fault.member })
    case 'notAnObject':
    case 'yearTwice':
    case 'noYears':
    case 'noHolidays':
    case 'tooMany':
      return t(`fault.${fault.fault}`)
    case 'notAYear':
    case 'notADay':
      return t(`fault.${fault.fault}`, { found: fault.found })
    case 'endBeforeStart':
    case 'tooLong':
    case 'otherYear':
    case 'dayTwice':
    case 'notAWeekend':
      return t(`fault.${fault.fault}`, { day: isoDayText(fault.day) })
    default:
      return assertNever(fault)
  }
}
