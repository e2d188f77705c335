import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEMO_CUSTOMERS, DEMO_RECORDS, makeDemoFolder } from '../../../../node/demo'
import { foldFolder, nodeFiles, openDataFolder } from '../../../../node/store'
import { catalogue } from '../../../../shared/catalogue'
import { validateValues } from '../../../../shared/forms/values/validate'
import { recordInfo, valuesOf, type EntityState } from '../../../../shared/store'
import { filesOf } from '../../../../shared/store/record-files'
import { must } from '../../../support/store'

/** Ten in the morning in China on days of different kinds: in the week, after a holiday, a Sunday. */
const MOMENTS = [Date.UTC(2026, 10, 23, 2), Date.UTC(2026, 9, 9, 2), Date.UTC(2027, 1, 28, 2)] as const
const made: string[] = []
const newFolder = () => {
  const path = mkdtempSync(join(tmpdir(), 'zhike-demo-'))
  made.push(path)
  return path
}
afterAll(() => {
  for (const path of made) rmSync(path, { recursive: true })
})

const bytesOf = (dir: string): string => {
  const hash = createHash('sha256')
  const files = readdirSync(dir, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile())
  for (const path of files.map((entry) => join(entry.parentPath, entry.name)).sort())
    hash.update(path.slice(dir.length)).update(readFileSync(path))
  return hash.digest('hex')
}

const textAt = (state: EntityState, name: string): string => {
  const value = state.registers[JSON.stringify([name])]?.survivors[0]?.value
  return typeof value === 'string' ? value : ''
}

describe.each(MOMENTS)('the demo data of %d', (now) => {
  let dir = ''
  let states: readonly EntityState[] = []
  const records = () => states.filter(({ entity }) => entity.kind === 'record')
  const customers = () => states.filter(({ entity }) => entity.kind === 'customer')
  const today = new Date(now).toISOString().slice(0, 10)

  beforeAll(async () => {
    dir = newFolder()
    await makeDemoFolder({ dir, now, computer: 'here' })
    states = must(await foldFolder(nodeFiles(), dir)).entities
  }, 120_000)

  it('holds sixty customers and four hundred records of every form of every module', () => {
    expect(records()).toHaveLength(DEMO_RECORDS)
    expect(customers()).toHaveLength(DEMO_CUSTOMERS)
    expect([DEMO_RECORDS, DEMO_CUSTOMERS]).toEqual([400, 60])
    const used = new Set(records().map((state) => recordInfo(state).template))
    expect(used).toEqual(new Set(catalogue.map(({ hash }) => hash)))
  })

  it('holds no record that its own form refuses, and no conflict', () => {
    const byHash = new Map(catalogue.map(({ hash, template }) => [hash, template]))
    const wrong = records().flatMap((state) => {
      const template = byHash.get(recordInfo(state).template ?? '')
      if (!template) return ['no template']
      const { values, conflicts } = valuesOf(state)
      const refused = validateValues(template, values, { today }).filter(
        ({ severity }) => severity === 'refuse',
      )
      return [...refused, ...Object.keys(conflicts)].map(
        (wrong) => `${template.code} ${JSON.stringify(wrong)}`,
      )
    })
    expect(wrong).toEqual([])
  })

  it('shows every state of a record, corrections, forms made from others and attachments', () => {
    const count = (wanted: string) => records().filter((state) => recordInfo(state).state === wanted).length
    expect(count('draft')).toBeGreaterThan(1)
    expect(count('submitted')).toBeGreaterThan(150)
    expect(count('closed')).toBeGreaterThan(60)
    expect(count('void')).toBeGreaterThan(0)
    expect(records().filter((state) => recordInfo(state).corrections > 0).length).toBeGreaterThan(5)
    expect(records().filter((state) => recordInfo(state).from !== null).length).toBeGreaterThan(10)
    expect(records().filter((state) => filesOf(state).length > 0).length).toBeGreaterThan(3)
  })

  it('has something overdue and something that is due soon', () => {
    const byHash = new Map(catalogue.map(({ hash, template }) => [hash, template]))
    const due = records().flatMap((state) => {
      const { state: life, template } = recordInfo(state)
      const field = byHash.get(template ?? '')?.fields.find(({ meaning }) => meaning === 'due.on')
      return life === 'submitted' && field ? [textAt(state, field.key)] : []
    })
    expect(due.filter((day) => day !== '' && day < today).length).toBeGreaterThan(0)
    expect(due.filter((day) => day >= today).length).toBeGreaterThan(0)
  })

  it('has a merged customer, and dates nothing after the day before', () => {
    expect(customers().filter((state) => textAt(state, '@mergedInto') !== '')).toHaveLength(1)
    const last = Math.max(...states.map(({ last }) => last?.hlc.ms ?? 0))
    expect(last).toBeLessThan(now)
    expect(last).toBeGreaterThan(now - 5 * 86_400_000)
    const first = Math.min(...records().map(({ first }) => first?.hlc.ms ?? now))
    expect(first).toBeGreaterThan(now - 250 * 86_400_000)
  })

  it('names nobody that could be somebody: people, firms and roads are called 示例', () => {
    const names = customers().flatMap((state) =>
      ['name', 'contact', 'legalPerson'].map((register) => textAt(state, register)),
    )
    const staff = states.filter(({ entity }) => entity.kind === 'staff').map((state) => textAt(state, 'name'))
    const strange = [...names, ...staff].filter((name) => name !== '' && !name.startsWith('示例'))
    expect(strange).toEqual([])
    expect(new Set(staff).size).toBe(staff.length)
    expect(customers().filter((state) => !textAt(state, 'address').includes('示例'))).toEqual([])
    // 141–143 and 154 are given to no network.
    const filled = JSON.stringify(records().map((state) => valuesOf(state).values))
    const mobiles = filled.match(/(?<![\da-f-])1[3-9]\d{9}(?![\da-f-])/g) ?? []
    expect(mobiles.length).toBeGreaterThan(100)
    expect(mobiles.filter((number) => !/^(?:14[123]|154)|0000/.test(number))).toEqual([])
  })

  it('opens without a finding and goes on with the writer that made it', async () => {
    const folder = must(
      await openDataFolder({
        path: dir,
        files: nodeFiles(),
        clock: { now: () => now },
        random: (length) => new Uint8Array(length).fill(7),
        appVersion: '0.1.0',
        computer: 'here',
      }),
    )
    expect(folder.findings).toEqual([])
    expect(folder.ends().map(({ writer }) => writer)).toEqual([folder.writer])
    await folder.close()
  })
})

it('is the same folder of the same day, byte for byte, and another one of another', async () => {
  const [now] = MOMENTS
  const made = []
  for (const at of [now, now + 3_600_000, now + 86_400_000]) {
    const dir = newFolder()
    await makeDemoFolder({ dir, now: at, computer: 'here' })
    made.push(bytesOf(dir))
  }
  expect(made[1]).toBe(made[0])
  expect(made[2]).not.toBe(made[0])
}, 120_000)
