import type { FormHead } from '../forms/source/head'
import { parseHead, parseTemplate } from '../forms/source/parse'
import { templateHash } from '../forms/hash'
import type { Template } from '../forms/template'
import { parseValues } from '../forms/values/json'
import { computeFields } from '../forms/values/compute'
import type { FormValues } from '../forms/values'

/** One form of the books. What costs time is worked out when it is first asked for. */
export interface CatalogueEntry {
  readonly code: string
  /** Name, module, kind and paper: read alone, without the rest of the template. */
  readonly head: FormHead
  readonly template: Template
  /** templateHash of the template. */
  readonly hash: string
  /** A believable filled sheet of an invented firm. */
  readonly sample: FormValues
  /** The form's own text, see shared/forms/LANGUAGE.md. */
  readonly source: string
}

const sources = import.meta.glob('./*/*.form', { query: '?raw', import: 'default', eager: true })
const samples = import.meta.glob('./*/*.sample.json', { query: '?raw', import: 'default', eager: true })

class Entry implements CatalogueEntry {
  private begun: FormHead | null = null
  private parsed: Template | null = null
  private known: string | null = null
  private filled: FormValues | null = null

  constructor(
    readonly code: string,
    readonly source: string,
    private readonly sampleText: string | undefined,
  ) {}

  get head(): FormHead {
    this.begun ??= this.parsed ?? parseHead(this.source)
    return this.begun
  }

  get template(): Template {
    this.parsed ??= readTemplate(this.code, this.source)
    return this.parsed
  }

  get hash(): string {
    this.known ??= templateHash(this.template)
    return this.known
  }

  get sample(): FormValues {
    this.filled ??= readSample(this.template, this.sampleText)
    return this.filled
  }
}

/** A form outside the catalogue (one that is being drawn): its code, text and the JSON of its sample. */
export const formEntry = (code: string, source: string, sampleText?: string): CatalogueEntry =>
  new Entry(code, source, sampleText)

/** Every form that ships with the program, by code. A mistake in one of them is a bug and throws. */
export const catalogue: readonly CatalogueEntry[] = Object.entries(sources)
  .map(([file, source]) => {
    const code = file.replace(/^.*\//, '').replace(/\.form$/, '')
    return new Entry(code, source, samples[file.replace(/\.form$/, '.sample.json')])
  })
  .sort((a, b) => (a.code < b.code ? -1 : 1))

/** The day on which the invented firm filled its samples in. */
export const SAMPLE_DAY = '2026-11-21'

const byCode = new Map(catalogue.map((entry) => [entry.code, entry]))

export const entryByCode = (code: string): CatalogueEntry | undefined => byCode.get(code)

function readTemplate(code: string, source: string): Template {
  const parsed = parseTemplate(source)
  if (!parsed.ok) {
    const problems = parsed.error.map(
      ({ line, column, message, expected }) => `${line}:${column} ${message}（应为：${expected}）`,
    )
    throw new Error(`${code}.form: ${problems.join('; ')}`)
  }
  if (parsed.value.code !== code) throw new Error(`${code}.form：里面写的编号是 ${parsed.value.code}`)
  return parsed.value
}

function readSample(template: Template, text: string | undefined): FormValues {
  if (text === undefined) throw new Error(`${template.code}.sample.json：没有这个样例文件`)
  const values = parseValues(template, JSON.parse(text))
  if (values.ok) return computeFields(template, values.value, { today: SAMPLE_DAY })
  throw new Error(
    `${template.code}.sample.json: ${values.error.map(({ at, message }) => `${at} ${message}`).join('; ')}`,
  )
}
