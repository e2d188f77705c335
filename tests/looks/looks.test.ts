import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { catalogue, type CatalogueEntry } from '../../shared/catalogue'
import { emptyValues } from '../../shared/forms/values'
import type { FormSheet } from '../../shared/ipc/contract'
import { comparePages, drawPages, keepForReview } from '../support/looks'

const APPROVED = join(process.cwd(), 'tests/looks/approved')
const REVIEW = join(process.cwd(), 'out/looks')

const letterhead = { firm: '示例电器有限公司' }
const STATES = ['blank', 'sample'] as const
type State = (typeof STATES)[number]

const sheetOf = ({ template, sample }: CatalogueEntry, state: State): FormSheet =>
  state === 'blank'
    ? { template, values: emptyValues, letterhead, mode: 'blank' }
    : { template, values: sample, letterhead, mode: 'filled' }

/** Every page has a name: code, state, and its number within the form. */
const pages = new Map<string, Buffer>()
const expected = catalogue.flatMap((entry) =>
  STATES.flatMap((state) =>
    Array.from({ length: entry.template.pages }, (_, page) => `${entry.code}-${state}-${page + 1}`),
  ),
)

beforeAll(async () => {
  rmSync(REVIEW, { recursive: true, force: true })
  const drawn = await drawPages(catalogue.flatMap((entry) => STATES.map((state) => sheetOf(entry, state))))
  drawn.forEach((page, index) => pages.set(expected[index] ?? `page-${index + 1}`, page))
}, 180_000)

describe('how the forms look', () => {
  it('has as many pages as the forms say', () => {
    expect([...pages.keys()]).toEqual(expected)
  })

  it.each(expected)('%s looks as it was approved', (name) => {
    const now = pages.get(name)
    if (!now) throw new Error(`${name} was not drawn`)
    const file = join(APPROVED, `${name}.png`)
    const compared = comparePages(existsSync(file) ? readFileSync(file) : null, now)
    if (compared.is !== 'alike')
      keepForReview(REVIEW, name, now, compared.is === 'different' ? compared.difference : undefined)
    expect(compared.is, 'npm run looks shows it beside the approved page').toBe('alike')
  })

  it('keeps no picture of a page that is no longer there', () => {
    const kept = readdirSync(APPROVED).map((name) => name.replace(/\.png$/, ''))
    expect(kept.filter((name) => !pages.has(name))).toEqual([])
  })
})
