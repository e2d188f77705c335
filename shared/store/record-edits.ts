import type { FieldValue, FormValues } from '../forms/values'
import { assertNever } from '../kernel/assert-never'
import type { Dot, Edit } from './change'
import type { EntityState } from './entity-state'
import { makeEdits } from './make-edits'
import { isOrderKey, orderKeysBetween } from './order-key'
import { takesBack } from './replaced'
import { CORRECTIONS, KNOWN, orderOf, survivorsAt } from './values-of'

/**
 * What a person does with a record. A record goes 草稿 → 已登记 → 已办结; 办结 can be taken back, and 作废 keeps it visible with
 * its reason.
 */
export type RecordAct =
  { readonly act: 'save' | 'submit' | 'close' | 'reopen' } | { readonly act: 'void'; readonly reason: string }

export interface RecordStep {
  readonly act: RecordAct
  /** The record as it stands now; null for a new one. */
  readonly state: EntityState | null
  /** What the person saw and replaces, by `pathKey`. */
  readonly seen: { readonly [pathKey: string]: readonly Dot[] }
  /** What was filled in when editing began, and now; without what is derived. */
  readonly from: FormValues
  readonly to: FormValues
  /** The number that it bears or that 登记 gives; empty for none. */
  readonly number: string
  /** Id of the record that it is made from; written once. */
  readonly madeFrom?: string
  /** What of its customer a card knew when that was chosen [ST41]; written with what is saved of a draft. */
  readonly known?: string
  /** Should this be a 更正: its row's id, and why (may be empty). */
  readonly correction: { readonly row: string; readonly reason: string }
}

/** The fewest edits that do it. [ST36] [ST37] */
export function recordEdits(step: RecordStep): readonly Edit[] {
  const { state, seen, from, to } = step
  const filled = makeEdits({ state, seen, from, to })
  const own = makeEdits({ state, seen, from: to, to, registers: registersOf(step) })
  const corrects = filled.length > 0 && isFinal(shown(state, '@state')) && takesBack(from, to)
  return [...filled, ...own, ...(corrects ? correctionEdits(state, step.correction) : [])]
}

/** One 更正 more: the row that stands for it, with its reason if there is one. */
export function correctionEdits(
  state: EntityState | null,
  { row, reason }: RecordStep['correction'],
): readonly Edit[] {
  const keys = Object.values(state?.rows ?? {})
    .filter(({ rows }) => rows === CORRECTIONS)
    .flatMap((known) => (state && orderOf(state, CORRECTIONS, known.row)) ?? [])
    .filter(isOrderKey)
    .sort()
  const [order = 'a0'] = orderKeysBetween(keys.at(-1) ?? null, null, 1)
  const why = reason.trim()
  return [
    { op: 'addRow', rows: CORRECTIONS, row, order },
    ...(why === '' ? [] : [{ op: 'set', path: [CORRECTIONS, row, 'reason'], value: why, over: [] } as const]),
  ]
}

/** From 登记 on, a change that takes back what is filled in is a 更正. */
const isFinal = (state: string): boolean => state !== '' && state !== 'draft'

/** The record's own registers that an act writes; those that already stand so are left alone. */
function registersOf(step: RecordStep): { readonly [name: string]: FieldValue } {
  const { state, madeFrom = '', known = '' } = step
  const origin = madeFrom !== '' && shown(state, '@from') === '' ? { '@from': madeFrom } : {}
  const card = known !== '' && !isFinal(shown(state, '@state')) ? { [KNOWN]: known } : {}
  const registers = { ...origin, ...card, ...actRegisters(step.act, shown(state, '@state'), step.number) }
  return Object.fromEntries(Object.entries(registers).filter(([name, value]) => shown(state, name) !== value))
}

function actRegisters(act: RecordAct, life: string, number: string): { readonly [name: string]: string } {
  switch (act.act) {
    case 'save':
      return life === '' ? { '@state': 'draft' } : {}
    case 'submit':
      return { '@state': 'submitted', ...(number === '' ? {} : { '@number': number }) }
    case 'close':
      return life === 'submitted' ? { '@state': 'closed' } : {}
    case 'reopen':
      return life === 'closed' ? { '@state': 'submitted' } : {}
    case 'void':
      return { '@state': 'void', '@voidReason': act.reason }
    default:
      return assertNever(act)
  }
}

function shown(state: EntityState | null, name: string): string {
  const value = state ? survivorsAt(state, [name])[0]?.value : undefined
  return typeof value === 'string' ? value : ''
}
