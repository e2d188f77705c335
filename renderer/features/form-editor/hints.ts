import type { Field, FieldType } from '../../../shared/forms/field'

type HintKey =
  'date' | 'time' | 'dateTime' | 'month' | 'year' | 'number' | 'money' | 'percent' | 'digits' | 'scale'

const hints: Readonly<Partial<Record<FieldType['type'], HintKey>>> = {
  date: 'date',
  time: 'time',
  dateTime: 'dateTime',
  month: 'month',
  year: 'year',
  number: 'number',
  money: 'money',
  percent: 'percent',
  choice: 'digits',
  choices: 'digits',
  rating: 'scale',
  matrix: 'scale',
  yesNo: 'digits',
}

/** How a field is typed, where that does not go without saying: a key of `editor:hint`. */
export const hintOf = (field: Field): HintKey | null => hints[field.type.type] ?? null
