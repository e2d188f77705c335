import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../../../..')

const read = (path: string) => readFileSync(join(root, path), 'utf8')

const testFiles = ['tests/unit', 'tests/property', 'tests/contract'].flatMap((dir) =>
  readdirSync(join(root, dir), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => `${dir}/${name}`),
)

/** Rules that the titles of tests cite. */
const cited = new Set(
  testFiles.flatMap((path) => [...read(path).matchAll(/\[(ST\d+)\]/g)].map(([, rule = '']) => rule)),
)

const stated = [...read('shared/store/SPEC.md').matchAll(/^- \*\*\[(ST\d+)\]/gm)].map(([, rule = '']) => rule)

describe('the specification of the store', () => {
  it('numbers its rules without a gap', () => {
    expect(stated).toEqual(stated.map((_, i) => `ST${i + 1}`))
  })

  it('has every rule cited by a test, and no test cites a rule that is not there', () => {
    expect([...cited].sort()).toEqual([...stated].sort())
  })
})
