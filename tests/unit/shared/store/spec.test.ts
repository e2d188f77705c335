import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../../../..')

const read = (path: string) => readFileSync(join(root, path), 'utf8')

const testFiles = ['tests/unit', 'tests/property', 'tests/contract'].flatMap((dir) =>
  readdirSync(join(root, dir), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.test\.tsx?$/.test(name))
    .map((name) => `${dir}/${name}`),
)

const rulesIn = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, rule = '']) => rule)

/** Rules that the titles of tests cite. */
const cited = new Set(testFiles.flatMap((path) => rulesIn(read(path), /\[((?:ST|TF)\d+)\]/g)))

const stated = rulesIn(read('shared/store/SPEC.md'), /^- \*\*\[((?:ST|TF)\d+)\]/gm)

/** Rules that no test cites yet. Only ever gets shorter: whoever tests one strikes it out, and a new rule comes with its test. */
const untested: readonly string[] = []

describe('the specification of the store', () => {
  it.each(['ST', 'TF'])('numbers its rules %s… without a gap', (part) => {
    const rules = stated.filter((rule) => rule.startsWith(part))
    expect(rules.length).toBeGreaterThan(0)
    expect(rules).toEqual(rules.map((_, i) => `${part}${i + 1}`))
  })

  it('has every rule cited by a test or named as untested, never both, and no test cites a rule that is not there', () => {
    expect([...cited, ...untested].sort()).toEqual([...stated].sort())
  })
})
