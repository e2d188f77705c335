import type { CatalogueEntry } from '../../shared/catalogue'
import { formatNumber, numberScope, parseNumberRule } from '../../shared/forms/number-rule'
import type { FieldValue, FormValues, PersonRef } from '../../shared/forms/values'
import { pathKey, type Field, type Path } from '../../shared/forms/field'
import { makeEdits, type Dot, type Edit } from '../../shared/store'
import { emptyValues } from '../../shared/forms/values'
import { MS_A_DAY, workDaysLater } from './days'
import { fillForm, type Occasion } from './fill'
import { isWorkedOff } from './plan'
import { CORRECTION_REASONS, VOID_REASONS } from './words'

/** Gives numbers by each form's rule; call it in order of time. */
export type GiveNumber = (entry: CatalogueEntry, day: string) => string

export function numberGiver(): GiveNumber {
  const counters = new Map<string, number>()
  const rules = new Map<string, ReturnType<typeof parseNumberRule>>()
  return ({ code, template }, day) => {
    const serial = template.fields.find(({ type }) => type.type === 'serial')
    if (serial?.type.type !== 'serial') return ''
    const rule = rules.get(code) ?? parseNumberRule(serial.type.rule)
    rules.set(code, rule)
    if (!rule.ok) return ''
    const scope = `${code} ${numberScope(rule.value, day)}`
    const counter = (counters.get(scope) ?? 0) + 1
    counters.set(scope, counter)
    return formatNumber(rule.value, day, counter)
  }
}

/** One change to come: what it writes is worked out when the dots that it replaces are known; nothing: it is left out. */
export interface Step {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly person: PersonRef
  readonly edits: (dots: Dots, day: string) => readonly Edit[]
}

/** The dot that stands under each path of a record. */
export interface Dots {
  readonly under: (path: Path) => readonly Dot[]
}

/** The life of one record: its first change and what happens to it later, up to `until`. */
export interface Life {
  readonly first: readonly Edit[]
  readonly later: readonly Step[]
}

export interface LifeParts {
  readonly at: number
  readonly until: number
  readonly occasion: Occasion
  readonly from: string | null
  readonly number: GiveNumber
}

export function liveRecord({ at, until, occasion, from, number }: LifeParts): Life {
  const { dice, entry, person, staff } = occasion
  const age = until - at
  const filled = fillForm(occasion)
  const done = entry.template.fields.find(
    (field) => field.meaning === 'done.on' && field.type.type === 'date' && !field.required,
  )
  const values = done ? without(filled, done.key) : filled
  const tidy = occasion.tidy === true
  const isDraft = tidy
    ? dice.chance(age < 21 * MS_A_DAY ? 0.14 : 0)
    : dice.chance(age < 14 * MS_A_DAY ? 0.12 : 0.006)
  const draftedFirst = isDraft || dice.chance(0.04)
  const registers: { readonly [name: string]: FieldValue | null } = {
    '@state': draftedFirst ? 'draft' : 'submitted',
    ...(from === null ? {} : { '@from': from }),
  }
  const given = draftedFirst ? '' : number(entry, occasion.day)
  const first = makeEdits({
    state: null,
    seen: {},
    from: emptyValues,
    to: values,
    registers: given === '' ? registers : { ...registers, '@number': given },
  })
  const later: Step[] = []
  const by = () => (dice.chance(0.7) ? person : dice.pick(staff))
  let time = at
  const next = (days: number, edits: Step['edits']) => {
    time = workDaysLater(dice, time, days)
    if (time < until) later.push({ at: time, person: by(), edits })
  }
  if (draftedFirst) for (let i = dice.int(0, 2); i > 0; i--) next(0, rewrite(occasion, values))
  if (draftedFirst && !isDraft) {
    next(dice.int(0, 2), (dots, day) => {
      const late = number(entry, day)
      return [set(dots, '@state', 'submitted'), ...(late === '' ? [] : [set(dots, '@number', late)])]
    })
  }
  if (!isDraft) {
    for (let i = dice.chance(0.08) ? dice.int(1, 2) : 0; i > 0; i--)
      next(dice.int(0, 12), correct(occasion, values))
    const reason = dice.pick(VOID_REASONS)
    if (dice.chance(0.01)) {
      next(dice.int(0, 5), (dots) => [set(dots, '@state', 'void'), set(dots, '@voidReason', reason)])
    } else if (dice.chance(chanceOfClosing(entry, age, tidy))) {
      next(dice.int(1, 12), (dots, day) => [
        set(dots, '@state', 'closed'),
        ...(done ? [set(dots, done.key, day)] : []),
      ])
    }
  }
  return { first, later }
}

/** What somebody promised is nearly always done after some weeks; of other sheets only some are ever called done. */
function chanceOfClosing(entry: CatalogueEntry, age: number, tidy: boolean): number {
  const recent = age < 20 * MS_A_DAY
  if (hasDeadline(entry.template.fields)) return recent ? (tidy ? 0.2 : 0.4) : tidy ? 1 : 0.995
  return isWorkedOff(entry.code) ? (recent ? 0.25 : 0.5) : 0.02
}

const hasDeadline = (fields: readonly Field[]): boolean =>
  fields.some(
    (field) =>
      field.meaning === 'due.on' ||
      field.meaning === 'due.next' ||
      (field.type.type === 'rows' && hasDeadline(field.type.columns)),
  )

const set = (dots: Dots, name: string, value: FieldValue | null): Edit => ({
  op: 'set',
  path: [name],
  value,
  over: dots.under([name]),
})

const without = (values: FormValues, key: string): FormValues => ({
  ...values,
  fields: Object.fromEntries(Object.entries(values.fields).filter(([name]) => name !== key)),
})

/** Writes one or two fields anew, as somebody does who knows more now. */
function rewrite(occasion: Occasion, values: FormValues): Step['edits'] {
  const changed = changedFields(occasion, values)
  return (dots) => changed.map(([key, value]) => set(dots, key, value))
}

/** The same after 登记, with the reason. */
function correct(occasion: Occasion, values: FormValues): Step['edits'] {
  const again = rewrite(occasion, values)
  const row = occasion.newId()
  const reason = occasion.dice.pick(CORRECTION_REASONS)
  return (dots, day) => [
    { op: 'addRow', rows: '@corrections', row, order: 'a0' },
    { op: 'set', path: ['@corrections', row, 'reason'], value: reason, over: [] },
    ...again(dots, day),
  ]
}

const CHANGES_ALONE = ['text', 'longText', 'phone', 'rating']

function changedFields(occasion: Occasion, values: FormValues): readonly [string, FieldValue][] {
  const { dice, entry } = occasion
  const able = entry.template.fields.filter(
    ({ key, type, meaning }) =>
      CHANGES_ALONE.includes(type.type) &&
      values.fields[key] !== undefined &&
      meaning?.startsWith('customer.') !== true,
  )
  if (able.length === 0) return []
  const told = fillForm(occasion)
  const keys = new Set(Array.from({ length: dice.int(1, 2) }, () => dice.pick(able).key))
  return [...keys].flatMap((key): [string, FieldValue][] => {
    const value = told.fields[key]
    return value === undefined || value === values.fields[key] ? [] : [[key, value]]
  })
}

/** Remembers which dot a record's changes have left under each path. */
export class RecordDots implements Dots {
  readonly #dots = new Map<string, Dot>()

  take(edits: readonly Edit[], dot: Dot): void {
    for (const edit of edits) if (edit.op === 'set') this.#dots.set(pathKey(edit.path), dot)
  }

  under(path: Path): readonly Dot[] {
    const dot = this.#dots.get(pathKey(path))
    return dot === undefined ? [] : [dot]
  }
}
