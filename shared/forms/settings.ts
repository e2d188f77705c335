import type { Field, Path, RowsType } from './field'
import { isRows, namedField } from './field-types'
import { LIMITS } from './source/limits'
import { templateHash } from './hash'
import type { Paper, Piece, Template } from './template'

/** What a firm may change about a form of the books. Everything absent is as it was. */
export interface FormSettings {
  /** New labels of fields whose names are printed, by `settingKey` of their path (`[field]` or `[rows, column]`). */
  readonly labels?: { readonly [key: string]: string }
  /** New printed labels of fixed rows, by rows field: as many rows as labels. */
  readonly presets?: { readonly [rows: string]: readonly string[] }
  /** Rows that a blank sheet has, by rows field. */
  readonly printed?: { readonly [rows: string]: number }
  readonly paper?: Paper
}

/** What there is to set, as it stands now. */
export interface Settable {
  readonly labels: readonly { readonly key: string; readonly label: string }[]
  readonly presets: readonly {
    readonly rows: string
    readonly name: string
    readonly labels: readonly string[]
  }[]
  readonly printed: readonly {
    readonly rows: string
    readonly name: string
    readonly printed: number
    readonly most: number
    /** Rows stand so many side by side: the count goes up in these steps. */
    readonly step: number
  }[]
  readonly paper: Paper
}

const settingKey = (path: Path): string => path.join('.')

/** What a firm may change about this form, in the order in which it is drawn. */
export function settableOf(template: Template): Settable {
  const rows = template.fields.filter(isRows)
  return {
    labels: namePaths(template).map(([key, field]) => ({ key, label: field.label })),
    presets: rows.flatMap(({ key, label, type }) =>
      type.preset ? [{ rows: key, name: label, labels: type.preset.labels }] : [],
    ),
    printed: rows.flatMap(({ key, label, type }) =>
      type.preset
        ? []
        : [{ rows: key, name: label, printed: type.printed, most: mostPrinted(type), step: type.lanes }],
    ),
    paper: template.paper,
  }
}

/** Across, a sheet holds exactly what it prints; down, the blank sheet never has more rows than a record may have. */
const mostPrinted = (type: RowsType): number =>
  Math.min(LIMITS.printedRows, type.direction === 'across' ? LIMITS.printedRows : type.max)

function namePaths(template: Template): readonly (readonly [string, Field])[] {
  const found = new Map<string, Field>()
  for (const piece of piecesOf(template)) {
    if (piece.piece !== 'name') continue
    const field = template.fields.find(({ key }) => key === piece.path[0])
    const named = field && namedField(field, piece.path)
    if (named) found.set(settingKey(piece.path), named)
  }
  return [...found]
}

function piecesOf(template: Template): readonly Piece[] {
  return template.body.flatMap((block) => {
    if (block.block === 'line') return block.parts.flat()
    return block.block === 'grid' ? block.cells.flatMap((cell) => cell.lines.flat()) : []
  })
}

/**
 * The firm's own version of a form. It names the form that it was made from (`base`), so that the next change starts
 * there; pages are the caller's to count, who can lay it out. Settings of things that are not there are left out, and
 * what is out of bounds is for `checkTemplate` to say. With no settings it is the form itself.
 */
export function applySettings(base: Template, settings: FormSettings): Template {
  const { labels = {}, presets = {}, printed = {}, paper = base.paper } = settings
  const names = namePaths(base)
  const heads = new Map(
    names.flatMap(([key, { label }]): readonly (readonly [string, Head])[] => {
      const wanted = labels[key]?.trim() ?? ''
      return wanted === '' ? [] : [[key, { before: label, now: wanted }]]
    }),
  )
  const unnamed = unnamedOf(base, new Set(names.map(([key]) => key)))
  const renamed = (field: Field, key: string): Field => {
    const label = heads.get(key)?.now
    return label === undefined ? field : { ...field, label }
  }
  const fields = base.fields.map((field): Field => {
    if (unnamed.has(field)) return { ...field, label: calledAfter(field.label, [...heads.values()]) }
    const own = renamed(field, field.key)
    if (!isRows(own)) return own
    const columns = own.type.columns.map((column) => renamed(column, settingKey([own.key, column.key])))
    return { ...own, type: withRows({ ...own.type, columns }, presets[own.key], printed[own.key]) }
  })
  const made = { ...base, fields, paper }
  return templateHash(made) === templateHash(base) ? base : { ...made, base: templateHash(base) }
}

/** A name that is printed, and what the firm prints instead. */
interface Head {
  readonly before: string
  readonly now: string
}

/** Fields whose label stands nowhere on the sheet, such as the total below a column. Lists show it all the same. */
function unnamedOf(template: Template, named: ReadonlySet<string>): ReadonlySet<Field> {
  const written = new Set(
    piecesOf(template).flatMap((piece) => (piece.piece === 'text' ? [piece.text.replace(/\s/gu, '')] : [])),
  )
  return new Set(
    template.fields.filter(
      (field) => !isRows(field) && !named.has(field.key) && !written.has(field.label.replace(/\s/gu, '')),
    ),
  )
}

/** A 产品合计 is 冰箱合计 where A 产品 is 冰箱. One character before the rest would be chance. */
function calledAfter(label: string, heads: readonly Head[]): string {
  const head = heads.find(
    ({ before }) => before.length > 1 && label.length > before.length && label.startsWith(before),
  )
  return head ? head.now + label.slice(head.before.length) : label
}

function withRows(
  type: RowsType,
  labels: readonly string[] | undefined,
  printed: number | undefined,
): RowsType {
  if (type.preset) {
    if (!labels || labels.length === 0) return type
    const count = labels.length
    return { ...type, preset: { ...type.preset, labels }, printed: count, max: count }
  }
  if (printed === undefined) return type
  return { ...type, printed, max: type.direction === 'across' ? printed : type.max }
}

/** What `template` changed about `base`: settings that lead from the one to the other. */
export function settingsBetween(base: Template, template: Template): FormSettings {
  const before = settableOf(base)
  const now = settableOf(template)
  const labels = now.labels.filter(
    ({ key, label }) => before.labels.find((old) => old.key === key)?.label !== label,
  )
  const presets = now.presets.filter(
    ({ rows, labels: list }) =>
      before.presets.find((old) => old.rows === rows)?.labels.join('\n') !== list.join('\n'),
  )
  const printed = now.printed.filter(
    ({ rows, printed: count }) => before.printed.find((old) => old.rows === rows)?.printed !== count,
  )
  const { size, orientation } = base.paper
  const samePaper = template.paper.size === size && template.paper.orientation === orientation
  return {
    ...(labels.length > 0 && { labels: Object.fromEntries(labels.map(({ key, label }) => [key, label])) }),
    ...(presets.length > 0 && {
      presets: Object.fromEntries(presets.map(({ rows, labels: list }) => [rows, list])),
    }),
    ...(printed.length > 0 && {
      printed: Object.fromEntries(printed.map(({ rows, printed: count }) => [rows, count])),
    }),
    ...(!samePaper && { paper: template.paper }),
  }
}
