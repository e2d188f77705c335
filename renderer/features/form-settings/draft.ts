import { emptyValues } from '../../../shared/forms/values'
import { applySettings, settableOf, type FormSettings } from '../../../shared/forms/settings'
import type { Paper, Template } from '../../../shared/forms/template'
import { layoutForm } from '../../../shared/print'

/** One fixed row: its id only tells lines apart while they are moved. */
export interface PresetLine {
  readonly id: number
  readonly label: string
}

/** What a person sets about a form, whole: also what is still as it was. */
export interface SettingsDraft {
  /** By `settingKey`. Empty: the form's own word. */
  readonly labels: { readonly [key: string]: string }
  readonly presets: { readonly [rows: string]: readonly PresetLine[] }
  readonly printed: { readonly [rows: string]: number }
  readonly paper: Paper
}

/** What a version of a form has set. */
export function draftOf(template: Template): SettingsDraft {
  const { labels, presets, printed, paper } = settableOf(template)
  return {
    labels: Object.fromEntries(labels.map(({ key, label }) => [key, label])),
    presets: Object.fromEntries(
      presets.map(({ rows, labels: list }) => [rows, list.map((label, id) => ({ id, label }))]),
    ),
    printed: Object.fromEntries(printed.map(({ rows, printed: count }) => [rows, count])),
    paper: { size: paper.size, orientation: paper.orientation },
  }
}

/**
 * What of another version's settings this form still has: the rest is as the form itself. For a form of the books that
 * has a new version.
 */
export function carriedOver(settings: FormSettings, to: Template): SettingsDraft {
  const now = draftOf(to)
  const kept = <T>(known: { readonly [key: string]: T }, wanted: { readonly [key: string]: T } | undefined) =>
    Object.fromEntries(
      Object.entries(known).map(([key, value]) => [
        key,
        wanted && Object.hasOwn(wanted, key) ? (wanted[key] ?? value) : value,
      ]),
    )
  const lists = Object.fromEntries(
    Object.entries(settings.presets ?? {}).map(([rows, list]) => [
      rows,
      list.map((label, id) => ({ id, label })),
    ]),
  )
  return {
    labels: kept(now.labels, settings.labels),
    presets: kept(now.presets, lists),
    printed: kept(now.printed, settings.printed),
    paper: settings.paper ?? now.paper,
  }
}

export const settingsOf = ({ labels, presets, printed, paper }: SettingsDraft): FormSettings => ({
  labels,
  presets: Object.fromEntries(
    Object.entries(presets).map(([rows, lines]) => [rows, lines.map(({ label }) => label.trim())]),
  ),
  printed,
  paper,
})

/** The version that the draft makes of a form of the books, with its pages counted; the form itself where nothing is set. */
export function madeFrom(base: Template, draft: SettingsDraft): Template {
  const { size, orientation } = base.paper
  const samePaper = draft.paper.size === size && draft.paper.orientation === orientation
  const made = applySettings(base, { ...settingsOf(draft), ...(samePaper ? { paper: base.paper } : {}) })
  if (made === base) return base
  const { pages } = layoutForm({
    template: made,
    values: emptyValues,
    letterhead: { firm: '' },
    mode: 'blank',
  })
  return pages.length === made.pages ? made : { ...made, pages: pages.length }
}

export const renamed = (lines: readonly PresetLine[], id: number, label: string): readonly PresetLine[] =>
  lines.map((line) => (line.id === id ? { ...line, label } : line))

export const added = (lines: readonly PresetLine[]): readonly PresetLine[] => [
  ...lines,
  { id: Math.max(-1, ...lines.map(({ id }) => id)) + 1, label: '' },
]

/** One line is always left: a table without rows cannot be drawn. */
export const removed = (lines: readonly PresetLine[], id: number): readonly PresetLine[] =>
  lines.length > 1 ? lines.filter((line) => line.id !== id) : lines

/** One place up or down; at the ends it stays. */
export function moved(lines: readonly PresetLine[], id: number, by: 1 | -1): readonly PresetLine[] {
  const from = lines.findIndex((line) => line.id === id)
  const line = lines[from]
  const to = from + by
  if (!line || to < 0 || to >= lines.length) return lines
  const rest = lines.filter((other) => other !== line)
  return [...rest.slice(0, to), line, ...rest.slice(to)]
}

/** A number of printed rows as typed; null while it is none that the form can have. */
export function readPrinted(
  typed: string,
  { most, step }: { readonly most: number; readonly step: number },
): number | null {
  const text = typed.normalize('NFKC').trim()
  const count = /^\d{1,3}$/.test(text) ? Number(text) : 0
  return count >= 1 && count <= most && count % step === 0 ? count : null
}
