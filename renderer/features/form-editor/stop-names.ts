import type { TFunction } from 'i18next'
import { findField, presetPlace, rowsField } from '../../../shared/forms'
import type { Path } from '../../../shared/forms/field'
import type { Template } from '../../../shared/forms/template'
import type { FormValues } from '../../../shared/forms/values'
import { rowPlace } from './row-place'
import type { Stop } from './stops'

/** What a field is called in full: 第 3 行 数量, 第 3 列 客户, 西安 销售额, 产品满意度：产品质量, 受理日期. */
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
  if (!place) return label
  const type = rowsField(template, place.rows)?.type
  const preset = presetPlace(path[1] ?? '')
  const printed = preset === null ? undefined : type?.preset?.labels[preset - 1]
  if (printed !== undefined) return t('field.presetRow', { row: printed, label })
  return t(type?.direction === 'across' ? 'field.column' : 'field.row', { row: place.index + 1, label })
}

/** The names of a form's stops, each worked out once: a stop's key says all that its name depends on. */
export function stopNames(
  t: TFunction<'editor'>,
  template: Template,
): (stop: Pick<Stop, 'key' | 'path'>, values: FormValues) => string {
  const known = new Map<string, string>()
  return ({ key, path }, values) => {
    const name = known.get(key) ?? fieldName(t, template, values, path)
    known.set(key, name)
    return name
  }
}
