import i18next from 'i18next'
import type { Told } from '../../shared/ipc/recovery'
import { assertNever } from '../../shared/kernel/assert-never'
import { findingText } from './finding-text'

/** What a start, or the program while it ran, told of. */
export function toldText(told: Told): string {
  const t = i18next.getFixedT(null, 'start')
  switch (told.told) {
    case 'found':
      return findingText(told.finding)
    case 'rebuilt':
      return t(`news.rebuilt.${told.why}`)
    case 'caughtUp':
      return t('news.caughtUp', { count: told.count })
    case 'broughtBack':
      return t('news.broughtBack', { count: told.count })
    case 'leftAside':
      return t('news.leftAside', { count: told.count })
    case 'aside':
      return t('news.aside', { count: told.count })
    case 'settingsDamaged':
      return t('news.settingsDamaged', { kept: told.kept })
    case 'recovered':
      return t('news.recovered')
    default:
      return assertNever(told)
  }
}
