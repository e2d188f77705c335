import type { TFunction } from 'i18next'
import { formatValue } from '../../../shared/forms'
import type { Field } from '../../../shared/forms/field'
import type { CorrectedCell } from '../../../shared/store'
import { whenText } from '../../i18n'

/** 更正：原为 …（谁，何时）. */
export function correctedText(
  t: TFunction<'editor'>,
  field: Field,
  { before, at, person }: CorrectedCell,
  now: number,
): string {
  return t('field.corrected', {
    before: before === null ? t('panel.empty') : formatValue(field, before),
    who: person?.name ?? t('panel.somebody'),
    when: whenText(at, now),
  })
}
