import { catalogue } from '../../shared/catalogue'
import type { Field } from '../../shared/forms/field'
import { isRows } from '../../shared/forms/field-types'
import type { FieldValue } from '../../shared/forms/values'
import { lengthOf } from '../../shared/kernel/text'
import type { Dice } from './random'
import { FAULTS, PRODUCTS, tailsOf, type TailKind } from './words'

/** Texts that stand in fields of one meaning (or, without one, of one label) in the samples of all forms. */
export interface Phrases {
  readonly fitting: (field: Field) => readonly string[]
}

export function phrasesOfSamples(): Phrases {
  const lists = new Map<string, Set<string>>()
  const add = (field: Field, value: FieldValue | undefined) => {
    if (typeof value !== 'string' || !isFree(field)) return
    const list = lists.get(keyOf(field)) ?? new Set()
    lists.set(keyOf(field), list.add(value))
  }
  for (const { template, sample } of catalogue) {
    for (const field of template.fields) {
      if (!isRows(field)) add(field, sample.fields[field.key])
      else
        for (const row of sample.rows[field.key] ?? [])
          for (const column of field.type.columns) add(column, row.cells[column.key])
    }
  }
  const fitting = new Map<Field, readonly string[]>()
  return {
    fitting: (field) => {
      const known = fitting.get(field)
      if (known) return known
      const texts = [...(lists.get(keyOf(field)) ?? [])].filter((text) => lengthOf(text) <= field.max)
      fitting.set(field, texts)
      return texts
    },
  }
}

export const isFree = ({ type }: Field): boolean => type.type === 'text' || type.type === 'longText'

const keyOf = (field: Field): string => `${field.type.type} ${field.meaning ?? field.label}`

function tailKind(field: Field): TailKind {
  const [entity] = (field.meaning ?? '').split('.')
  if (entity === 'complaint') return 'complaint'
  if (entity === 'service') return 'service'
  return entity === 'visit' || entity === 'contact' ? 'visit' : 'other'
}

/** A long text: what was said in another case, told with this case's product and day, and how it went on. */
export function longText(dice: Dice, field: Field, base: string, day: string): string {
  const sentences = base.split(/(?<=[。；\n])/u).filter((sentence) => sentence.trim() !== '')
  const kept = sentences.filter(() => dice.chance(0.7))
  const told = (kept.length > 0 ? kept : sentences.slice(0, 1)).join('').trimEnd()
  const kind = tailKind(field)
  const [, month = '', date = ''] = day.split('-')
  const case_ =
    field.meaning === 'complaint.reason' || field.meaning === 'service.problem'
      ? `${Number(month)} 月 ${Number(date)} 日反映${dice.pick(PRODUCTS)}${dice.pick(FAULTS)}，机号 ${dice.digits(8)}。`
      : ''
  const text = case_ + told + (dice.chance(0.6) ? dice.pick(tailsOf(kind)) : '')
  if (lengthOf(text) <= field.max) return text
  return lengthOf(told) <= field.max ? told : Array.from(told).slice(0, field.max).join('')
}
