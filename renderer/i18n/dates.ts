import i18next from 'i18next'
import { currentLanguage } from './setup'

const dayMs = 24 * 60 * 60 * 1000

/** `14:03`, or with seconds `14:03:26`, in the computer's own time zone. */
export function clockTime(ms: number, seconds = false): string {
  const time = new Date(ms)
  const parts = [time.getHours(), time.getMinutes(), ...(seconds ? [time.getSeconds()] : [])]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}

/** `2026年11月21日` · `21 Nov 2026`, of milliseconds since 1970. */
export function dayText(ms: number): string {
  const day = new Date(ms)
  return currentLanguage() === 'en'
    ? day.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
    : `${day.getFullYear()}年${day.getMonth() + 1}月${day.getDate()}日`
}

/** A stored day (`2026-11-21`) as `dayText`; anything else unchanged. */
export function isoDayText(iso: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso)
  return match ? dayText(new Date(Number(match[1]), Number(match[2]) - 1, Number(match[3])).getTime()) : iso
}

/** The day with its weekday: `2026年11月21日 星期六` · `Saturday, 21 Nov 2026`. */
export function weekdayText(ms: number): string {
  return currentLanguage() === 'en'
    ? `${new Date(ms).toLocaleDateString('en-GB', { weekday: 'long' })}, ${dayText(ms)}`
    : `${dayText(ms)} ${new Date(ms).toLocaleDateString('zh-CN', { weekday: 'long' })}`
}

/** A stored day's weekday, short: `周四` · `Thu`. */
export function weekdayOf(iso: string): string {
  const day = new Date(`${iso}T00:00:00`)
  return day.toLocaleDateString(currentLanguage() === 'en' ? 'en-GB' : 'zh-CN', { weekday: 'short' })
}

/** When something happened, as a person says it: 今天 14:03, 昨天 09:12, 11月18日 16:40, 2025年6月11日. */
export function whenText(ms: number, now: number): string {
  const days = Math.round((startOfDay(now) - startOfDay(ms)) / dayMs)
  if (days === 0) return i18next.t('when.today', { time: clockTime(ms) })
  if (days === 1) return i18next.t('when.yesterday', { time: clockTime(ms) })
  const time = new Date(ms)
  if (time.getFullYear() !== new Date(now).getFullYear()) return dayText(ms)
  const day =
    currentLanguage() === 'en'
      ? time.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' })
      : `${time.getMonth() + 1}月${time.getDate()}日`
  return `${day} ${clockTime(ms)}`
}

function startOfDay(ms: number): number {
  return new Date(ms).setHours(0, 0, 0, 0)
}
