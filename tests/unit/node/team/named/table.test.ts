import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../../../../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

/** The rows of the table in docs/RELIABILITY.md: a file, and words of a title in it. */
const page = read('docs/RELIABILITY.md')
const table = page.slice(page.indexOf('## Named tests of the team folder'))
const named = [...table.matchAll(/`([^`\n]+\.test\.ts)`: ([^|\n]+?)(?=<br>| \|)/g)].map(
  ([, path = '', words = '']) => ({ path: path.replace(/^N\//, 'tests/unit/node/team/named/'), words }),
)

describe('the table of named tests', () => {
  it('names tests that exist', () => {
    expect(named.length).toBeGreaterThan(40)
    const lost = named.filter(({ path, words }) => !read(path).replaceAll('\\', '').includes(words))
    expect(lost).toEqual([])
  })
})
