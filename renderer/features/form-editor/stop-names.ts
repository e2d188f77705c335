import type { TFunction } from 'i18next'
import { findField } from '../../../shared/forms'
import type { Path } from '../../../shared/forms/field'
import type { Template } from '../../../shared/forms/template'
import type { FormValues } from '../../../shared/forms/values'
import { rowPlace } from './row-place'

/** What a field is called in full: 第 3 行 数量, 产品满意度：产品质量, 受理日期. */
export function fieldName(
  t: TFunction<'editor'>,
  template: Template,
  values: FormValues,
  path: Path,
): string {
  const field = findField(template, path)
  const label = field?.label ?? path.join(' ')
  if (path.length === 2) return t('field.item', { label, item: path[1] ?? '' })
  const place = rowPlace(path, values)
  return place ? t('field.row', { row: place.index + 1, label }) : label
}
