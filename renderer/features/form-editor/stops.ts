import { findField, rowsField } from '../../../shared/forms'
import { pathKey } from '../../../shared/forms/field'
import type { Field, FieldType, Path } from '../../../shared/forms/field'
import type { Template } from '../../../shared/forms/template'
import type { FormValues } from '../../../shared/forms/values'
import type { OpenForm } from '../../../shared/print'
import type { LaidOutPage, Slot, TickBox } from '../../../shared/print/page'
import type { PagePlaces, SlotPlace } from '../../../shared/print/page-places'
import { sameRows } from '../../../shared/print/same-values'
import { placeKey, rowPlace } from './row-place'
import type { RowPlace } from './row-place'

/** One place on the sheet where the keyboard stops: a text to type, or one field's tick boxes together. */
export interface Stop extends NamedPlace {
  /** Indexes of the pages on which it stands. */
  readonly pages: readonly number[]
  /** Where it stands; tick boxes in several cells have several. Never empty. Asking for it draws its pages. */
  readonly slots: readonly PlacedSlot[]
  readonly ticks: readonly PlacedTick[]
}

/** What is known of a stop wherever it stands. */
interface NamedPlace {
  /** Stays the same while a row that is only printed comes to exist, so that the focus is kept. */
  readonly key: string
  readonly path: Path
  /** The field; for a row's cell, the column's. */
  readonly field: Field
  readonly kind: 'text' | 'ticks'
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
export const stopsOf = (layout: OpenForm, template: Template, values: FormValues): readonly Stop[] =>
  stopFinder()(layout, template, values)

/** Finds the stops of one open form again and again: those of a page that stayed as it was are the very same objects. No page is drawn for it. */
export function stopFinder(): typeof stopsOf {
  let known = new WeakMap<LaidOutPage, PageStops>()
  let named: NamedPlaces = new WeakMap()
  let from: { readonly template: Template; readonly values: FormValues } | undefined
  return (layout, template, values) => {
    if (from?.template !== template || !sameRows(from.values, values)) {
      known = new WeakMap()
      named = new WeakMap()
    }
    from = { template, values }
    const nameOf = (place: SlotPlace): NamedPlace | null => {
      const before = named.get(place)
      if (before !== undefined) return before
      const found = namedPlace(place, template, values)
      named.set(place, found)
      return found
    }
    const pages = layout.pages.map((page, index) => {
      const before = known.get(page)
      if (before?.index === index) return before
      const places = layout.places[index] ?? nothing
      const found = stopsOfPage(page, places, index, nameOf)
      known.set(page, found)
      return found
    })
    return columnwise(joined(pages), template)
  }
}

/** By the place, which a text keeps as long as its cell is not set anew; null for what is not filled in. */
type NamedPlaces = WeakMap<SlotPlace, NamedPlace | null>

const nothing: PagePlaces = { slots: [], ticked: new Set() }

function namedPlace({ path, kind }: SlotPlace, template: Template, values: FormValues): NamedPlace | null {
  if (kind === 'computed' || kind === 'ink') return null
  const field = findField(template, path)
  if (!field || notFilledIn.has(field.type.type)) return null
  const row = rowPlace(path, values)
  return { key: placeKey(path, row), path, field, kind, row }
}

interface PageStops {
  readonly index: number
  readonly stops: readonly Stop[]
  readonly places: PagePlaces
  readonly ticksAt: TicksAt
}

/** The tick boxes of a field on one page, by its path key. */
type TicksAt = (path: string) => readonly PlacedTick[]

function stopsOfPage(
  page: LaidOutPage,
  places: PagePlaces,
  index: number,
  nameOf: (place: SlotPlace) => NamedPlace | null,
): PageStops {
  let byPath: ReadonlyMap<string, readonly PlacedTick[]> | undefined
  const ticksAt: TicksAt = (path) =>
    places.ticked.has(path) ? ((byPath ??= ticksByPath(page, index)).get(path) ?? []) : []
  const found = new Map<string, { readonly named: NamedPlace; readonly at: number[] }>()
  for (const [at, place] of places.slots.entries()) {
    const named = nameOf(place)
    if (!named) continue
    const known = found.get(named.key)
    if (known) known.at.push(at)
    else found.set(named.key, { named, at: [at] })
  }
  const stops = [...found.values()].map(({ named, at }) =>
    stopOf(
      named,
      [index],
      () =>
        at.flatMap((place) => {
          const slot = page.slots[place]
          return slot ? [{ page: index, slot }] : []
        }),
      () => ticksAt(pathKey(named.path)),
    ),
  )
  return { index, stops, places, ticksAt }
}

/** A stop whose pages are drawn when somebody asks where on them it stands. */
function stopOf(
  { key, path, field, kind, row }: NamedPlace,
  pages: readonly number[],
  findSlots: () => readonly PlacedSlot[],
  findTicks: () => readonly PlacedTick[],
): Stop {
  let slots: readonly PlacedSlot[] | undefined
  let ticks: readonly PlacedTick[] | undefined
  return {
    key,
    path,
    field,
    kind,
    row,
    pages,
    get slots() {
      return (slots ??= findSlots())
    },
    get ticks() {
      return (ticks ??= findTicks())
    },
  }
}

/** The stops of all pages; what stands on several of them is one. */
function joined(pages: readonly PageStops[]): readonly Stop[] {
  const stops = new Map<string, Stop>()
  const ticked = new Set<string>()
  const over = new Set<string>()
  for (const page of pages) {
    for (const stop of page.stops) {
      const known = stops.get(stop.key)
      stops.set(stop.key, known ? overPages(known, stop) : stop)
    }
    for (const path of page.places.ticked) (ticked.has(path) ? over : ticked).add(path)
  }
  if (over.size === 0) return [...stops.values()]
  return [...stops.values()].map((stop) => {
    const path = pathKey(stop.path)
    if (!over.has(path)) return stop
    const boxed = pages.filter(({ places }) => places.ticked.has(path))
    return stopOf(
      stop,
      [...new Set([...stop.pages, ...boxed.map(({ index }) => index)])],
      () => stop.slots,
      () => boxed.flatMap(({ ticksAt }) => ticksAt(path)),
    )
  })
}

const overPages = (first: Stop, next: Stop): Stop =>
  stopOf(
    first,
    [...first.pages, ...next.pages],
    () => [...first.slots, ...next.slots],
    () => first.ticks,
  )

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
