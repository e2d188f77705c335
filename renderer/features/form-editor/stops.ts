import { findField, rowsField } from '../../../shared/forms'
import { pathKey } from '../../../shared/forms/field'
import type { Field, FieldType, Path } from '../../../shared/forms/field'
import type { Template } from '../../../shared/forms/template'
import type { FormValues } from '../../../shared/forms/values'
import type { LaidOutForm, LaidOutPage, Slot, TickBox } from '../../../shared/print/page'
import { sameRows } from '../../../shared/print/same-values'
import { placeKey, rowPlace } from './row-place'
import type { RowPlace } from './row-place'

/** One place on the sheet where the keyboard stops: a text to type, or one field's tick boxes together. */
export interface Stop {
  /** Stays the same while a row that is only printed comes to exist, so that the focus is kept. */
  readonly key: string
  readonly path: Path
  /** The field; for a row's cell, the column's. */
  readonly field: Field
  readonly kind: 'text' | 'ticks'
  /** Where it stands; tick boxes in several cells have several. Never empty. */
  readonly slots: readonly PlacedSlot[]
  readonly ticks: readonly PlacedTick[]
  readonly row: RowPlace | null
}

export interface PlacedSlot {
  /** Index of the page. */
  readonly page: number
  readonly slot: Slot
}

export interface PlacedTick {
  readonly page: number
  readonly tick: TickBox
}

/**
 * Every stop in the order in which it is filled in: reading order, but a case a column goes down. What the program fills in (numbers, sums) and what is for ink is passed over. Boxes of
 * one field that stand in different cells are one stop, where the first of them stands; so is a text over two pages.
 */
export const stopsOf = (layout: LaidOutForm, template: Template, values: FormValues): readonly Stop[] =>
  stopFinder()(layout, template, values)

/** Finds the stops of one open form again and again: those of a page that stayed as it was are the very same objects. */
export function stopFinder(): typeof stopsOf {
  let known = new WeakMap<LaidOutPage, PageStops>()
  let bySlot = new WeakMap<Slot, Stop>()
  let from: { readonly template: Template; readonly values: FormValues } | undefined
  return (layout, template, values) => {
    if (from?.template !== template || !sameRows(from.values, values)) {
      known = new WeakMap()
      bySlot = new WeakMap()
    }
    from = { template, values }
    const pages = layout.pages.map((page, index) => {
      const before = known.get(page)
      if (before?.index === index) return before
      const found = stopsOfPage(page, index, template, values, bySlot)
      known.set(page, found)
      return found
    })
    return columnwise(joined(pages), template)
  }
}

interface PageStops {
  readonly index: number
  readonly stops: readonly Stop[]
  readonly ticks: ReadonlyMap<string, readonly PlacedTick[]>
}

/** `bySlot`: texts with one slot, found before: they are the same as long as their slot is. */
function stopsOfPage(
  page: LaidOutPage,
  index: number,
  template: Template,
  values: FormValues,
  bySlot: WeakMap<Slot, Stop>,
): PageStops {
  const ticks = ticksByPath(page, index)
  const stops = new Map<string, Stop>()
  for (const slot of page.slots) {
    if (slot.kind === 'computed' || slot.kind === 'ink') continue
    const before = bySlot.get(slot)
    if (before?.slots[0]?.page === index && !stops.has(before.key)) {
      stops.set(before.key, before)
      continue
    }
    const row = rowPlace(slot.path, values)
    const key = placeKey(slot.path, row)
    const known = stops.get(key)
    if (known) {
      stops.set(key, { ...known, slots: [...known.slots, { page: index, slot }] })
      continue
    }
    const field = findField(template, slot.path)
    if (!field || notFilledIn.has(field.type.type)) continue
    const stop: Stop = {
      key,
      path: slot.path,
      field,
      kind: slot.kind,
      slots: [{ page: index, slot }],
      ticks: ticks.get(pathKey(slot.path)) ?? [],
      row,
    }
    stops.set(key, stop)
    if (slot.kind === 'text' && stop.ticks.length === 0) bySlot.set(slot, stop)
  }
  return { index, stops: [...stops.values()], ticks }
}

/** The stops of all pages; what stands on several of them is one. */
function joined(pages: readonly PageStops[]): readonly Stop[] {
  const stops = new Map<string, Stop>()
  const ticked = new Set<string>()
  const over = new Set<string>()
  for (const page of pages) {
    for (const stop of page.stops) {
      const known = stops.get(stop.key)
      stops.set(stop.key, known ? { ...known, slots: [...known.slots, ...stop.slots] } : stop)
    }
    for (const path of page.ticks.keys()) (ticked.has(path) ? over : ticked).add(path)
  }
  if (over.size === 0) return [...stops.values()]
  return [...stops.values()].map((stop) => {
    const path = pathKey(stop.path)
    return over.has(path) ? { ...stop, ticks: pages.flatMap(({ ticks }) => ticks.get(path) ?? []) } : stop
  })
}

/**
 * Rows that run across are one case a column (客户投诉案件追踪表): a case is filled in from top to bottom before the next.
 * Across printed labels (the cities of 大客户月报表) a line is filled in from left to right, as everywhere.
 */
function columnwise(stops: readonly Stop[], template: Template): readonly Stop[] {
  const cases = new Map<string, Stop[]>()
  for (const stop of stops) {
    const type = stop.row ? rowsField(template, stop.row.rows)?.type : undefined
    if (!stop.row || type?.direction !== 'across' || type.preset) continue
    cases.set(stop.row.rows, [...(cases.get(stop.row.rows) ?? []), stop])
  }
  if (cases.size === 0) return stops
  const queues = new Map(
    [...cases].map(([rows, own]) => [
      rows,
      [...own].sort((a, b) => (a.row?.index ?? 0) - (b.row?.index ?? 0)).values(),
    ]),
  )
  return stops.map((stop) => (stop.row && queues.get(stop.row.rows)?.next().value) ?? stop)
}

function ticksByPath(page: LaidOutPage, index: number): ReadonlyMap<string, readonly PlacedTick[]> {
  const byPath = new Map<string, PlacedTick[]>()
  for (const tick of page.ticks) {
    const key = pathKey(tick.path)
    const known = byPath.get(key)
    if (known) known.push({ page: index, tick })
    else byPath.set(key, [{ page: index, tick }])
  }
  return byPath
}

const notFilledIn: ReadonlySet<FieldType['type']> = new Set([
  'serial',
  'computed',
  'signature',
  'seal',
  'rows',
])

/** The stop after (1) or before (−1) the one with this key; undefined at the ends. */
export function neighbour(stops: readonly Stop[], key: string, step: 1 | -1): Stop | undefined {
  const at = stops.findIndex((stop) => stop.key === key)
  return at < 0 ? undefined : stops[at + step]
}

/**
 * Where Enter leads. From the one row that is drawn beyond the printed ones and still empty it leads out of the rows:
 * whoever has filled the last row goes on with one more Enter.
 */
export function afterEnter(stops: readonly Stop[], key: string, template: Template): Stop | undefined {
  const at = stops.findIndex((stop) => stop.key === key)
  const row = stops[at]?.row
  const type = row ? rowsField(template, row.rows)?.type : undefined
  const spare = row && type && row.id === null && row.index >= type.printed
  if (!spare) return neighbour(stops, key, 1)
  return stops.find((stop, i) => i > at && (stop.row?.rows !== row.rows || stop.row.index !== row.index))
}
