import type { TFunction } from 'i18next'
import { fieldText } from './cell-text'
import type { Column } from './columns'
import { isoDayText } from '../../i18n'
import type { Condition } from './view'

/** A wish in a few words: 投诉类型：商品、服务. */
export function conditionText(
  t: TFunction<readonly ['records', 'common']>,
  condition: Condition,
  column: Column,
): string {
  const read = (text: string) => valueText(t, text, column)
  switch (condition.test) {
    case 'contains':
    case 'is':
    case 'isNot':
      return t(`records:chip.${condition.test}`, { name: column.label, value: read(condition.value) })
    case 'oneOf':
      return t('records:chip.oneOf', {
        name: column.label,
        value: condition.values.map(read).join(t('common:listSeparator')),
      })
    case 'empty':
    case 'filled':
      return t(`records:chip.${condition.test}`, { name: column.label })
    case 'between': {
      const { from, to } = condition
      const test = to === '' ? 'atLeast' : from === '' ? 'atMost' : 'between'
      return t(`records:chip.${test}`, { name: column.label, from: read(from), to: read(to) })
    }
  }
}

const states = ['draft', 'submitted', 'closed', 'void'] as const

/** A stored text of a column as people read it. */
export function valueText(
  t: TFunction<readonly ['records', 'common']>,
  text: string,
  column: Column,
): string {
  const state = column.kind === 'state' ? states.find((each) => each === text) : undefined
  if (state !== undefined) return t(`common:state.${state}`)
  if (column.kind === 'moment' || column.key === '@on') return isoDayText(text)
  return fieldText(column, text, { mask: (shown) => shown })
}
