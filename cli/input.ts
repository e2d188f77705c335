import { existsSync, readFileSync } from 'node:fs'
import { entryByCode, formEntry, type CatalogueEntry } from '../shared/catalogue'
import { computeFields, parseTemplate, parseValues } from '../shared/forms'
import type { Template } from '../shared/forms/template'
import { emptyValues, type FormValues } from '../shared/forms/values'
import type { FormSheet } from '../shared/ipc/contract'
import { pad } from '../shared/kernel/dates'
import { printSetup } from '../shared/ipc/schema-print'
import type { PrintSetup } from '../shared/print/setup'
import { badInput } from './context'

/** The form with this code, or the one in a `.form` file with its sample beside it; bad input when there is none. */
export function formNamed(target: string): CatalogueEntry {
  if (target.endsWith('.form')) return formInFile(target)
  const entry = entryByCode(target)
  if (!entry) throw badInput(`没有代码为“${target}”的表单；用 forms 列出全部表单`)
  return entry
}

function formInFile(path: string): CatalogueEntry {
  const source = readText(path)
  const parsed = parseTemplate(source)
  if (!parsed.ok) {
    const first = parsed.error[0]
    throw badInput(`${path}:${first?.line}:${first?.column} ${first?.message}；用 check 列出全部问题`)
  }
  const sample = sampleBeside(path)
  if (!existsSync(sample)) return formEntry(parsed.value.code, source)
  readValues(parsed.value, sample, 0)
  return formEntry(parsed.value.code, source, readText(sample))
}

const sampleBeside = (path: string): string => path.replace(/\.form$/, '.sample.json')

/** Whether a form comes with a sample: every form of the catalogue does. */
export const hasSample = (target: string): boolean =>
  !target.endsWith('.form') || existsSync(sampleBeside(target))

/** What a sheet is to hold: a person's values, its sample, or nothing. */
export interface Filling {
  readonly data?: string
  readonly filled?: true
}

/** The sheet that a person asks for by the form's code or file. `now`: milliseconds since 1970. */
export function sheetNamed(
  target: string,
  { data, filled }: Filling,
  now: number,
): Pick<FormSheet, 'template' | 'values' | 'mode'> {
  const { template } = formNamed(target)
  if (data !== undefined) return { template, values: readValues(template, data, now), mode: 'filled' }
  if (filled === true) return { template, values: sampleNamed(target).sample, mode: 'filled' }
  return { template, values: emptyValues, mode: 'blank' }
}

/** The form with its sample; bad input when there is none. */
export function sampleNamed(target: string): CatalogueEntry {
  const entry = formNamed(target)
  if (!hasSample(target)) throw badInput(`${target}：还没有样例；请写在 ${sampleBeside(target)}`)
  return entry
}

/** The text of a file that the person named. */
export function readText(path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
  } catch (error) {
    if (error instanceof TypeError) throw badInput(`${path}：不是 UTF-8 文本`)
    throw badInput(`${path}：读不了（${codeOf(error)}）`)
  }
}

/** A print set-up out of a JSON file. */
export function readSetup(path: string): PrintSetup {
  const setup = printSetup.safeParse(readJson(path))
  if (!setup.success)
    throw badInput(`${path}：打印设置不对（${setup.error.issues[0]?.path.join('.') ?? ''}）`)
  return setup.data
}

/** Values for a form out of a JSON file in the format that `sample` prints; what is computed is worked out. */
export function readValues(template: Template, path: string, now: number): FormValues {
  const values = parseValues(template, readJson(path))
  if (!values.ok) {
    const wrong = values.error.map(({ at, message }) => `${at} ${message}`.trim())
    throw badInput(`${path}：${wrong.join('；')}`)
  }
  return computeFields(template, values.value, { today: dayHere(now) })
}

/** What a JSON file of a person holds. */
export function readJson(path: string): unknown {
  try {
    return JSON.parse(readText(path))
  } catch (error) {
    if (error instanceof SyntaxError) throw badInput(`${path}：不是有效的 JSON（${error.message}）`)
    throw error
  }
}

/** The day on this computer's calendar. */
export function dayHere(now: number): string {
  const here = new Date(now)
  return `${here.getFullYear()}-${pad(here.getMonth() + 1)}-${pad(here.getDate())}`
}

/** The system's name of a file error, e.g. `ENOENT`. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
