import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Template } from '../../../shared/forms/template'
import { removeFolder } from '../../support/remove-folder'

const program = join(import.meta.dirname, '../../../out/main/cli.cjs')

/** What the program's command line writes to stdout; throws when it ends with another code than 0. */
export function commandLine(...args: readonly string[]): string {
  return execFileSync(process.execPath, [program, ...args], { encoding: 'utf8', maxBuffer: 64 << 20 })
}

/** What the catalogue says of each form, by code. */
export const formHeads = (): readonly Pick<
  Template,
  'code' | 'name' | 'module' | 'kind' | 'paper' | 'pages'
>[] => JSON.parse(commandLine('forms', '--json')) as readonly Template[]

/** Plain JSON of a filled form: a text, several texts, ratings by their line, or rows. */
export type FormJson = Readonly<
  Record<
    string,
    | string
    | readonly string[]
    | Readonly<Record<string, string>>
    | readonly Readonly<Record<string, string>>[]
  >
>

/** The catalogue's filled example of a form. */
export const sampleOf = (code: string): FormJson => JSON.parse(commandLine('sample', code)) as FormJson

export interface DumpedRecord {
  readonly id: string
  readonly form: string
  /** null where the form has none, or before 登记. */
  readonly number: string | null
  readonly state: string
  readonly changedBy: string | null
  readonly values: Readonly<Record<string, unknown>>
}

/** Every record of a data folder, oldest first. */
export const recordsOf = (dataFolder: string): readonly DumpedRecord[] =>
  commandLine('dump', '--data', dataFolder)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as DumpedRecord)

/** All lengths in millimetres from the page's top left. */
export interface GridBox {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
export interface GridCell extends GridBox {
  readonly block: number
  readonly row: number
  readonly column: number
  readonly kind: 'label' | 'field' | 'blank'
}
export interface GridLine {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}
export interface GridPage {
  readonly width: number
  readonly height: number
  readonly cells: readonly GridCell[]
  readonly lines: readonly GridLine[]
  readonly ticks: readonly (GridBox & {
    readonly path: readonly string[]
    readonly option: string
    readonly ticked: boolean
  })[]
  readonly slots: readonly (GridBox & { readonly path: readonly string[]; readonly kind: string })[]
}
export interface Grid {
  readonly pages: readonly GridPage[]
}

/** `cli grid`: the laid-out boxes, blank or filled with these values. */
export function gridOf(code: string, values: unknown): Grid {
  if (values === null) return JSON.parse(commandLine('grid', code, '--json')) as Grid
  const place = mkdtempSync(join(tmpdir(), 'zhike-grid-'))
  try {
    const file = join(place, 'values.json')
    writeFileSync(file, JSON.stringify(values))
    return JSON.parse(commandLine('grid', code, '--json', '--data', file)) as Grid
  } finally {
    removeFolder(place)
  }
}
