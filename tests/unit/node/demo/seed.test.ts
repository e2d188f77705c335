import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nodeFiles, openDataFolder } from '../../../../node/store'
import { catalogue } from '../../../../shared/catalogue'
import { validateValues } from '../../../../shared/forms/values/validate'
import { doubtCreditCode, doubtIdNumber, looksLikePhone } from '../../../../shared/kernel/check-digits'
import { foldChanges, recordInfo, valuesOf, type Change, type EntityState } from '../../../../shared/store'
import { readWriter } from '../../../support/independent-reader.mjs'
import { makeSeedFolder, type SeededFolder } from '../../../../node/demo'
import { must } from '../../../support/store'

const RECORDS = 2000
const made: string[] = []
const newFolder = () => {
  const path = mkdtempSync(join(tmpdir(), 'zhike-seed-'))
  made.push(path)
  return path
}
afterAll(() => {
  for (const path of made) rmSync(path, { recursive: true })
})

/** Every file of a folder with a hash of its bytes. */
const filesOf = (dir: string): readonly string[] =>
  readdirSync(dir, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return `${path.slice(dir.length)} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`
    })
    .sort()

/** What a reader that shares no code with the product finds. */
function readIndependently(dir: string): readonly Change[] {
  const [writer = ''] = readdirSync(join(dir, 'writers'))
  const segments = readdirSync(join(dir, 'writers', writer)).sort()
  const bytes = segments.map((name) => readFileSync(join(dir, 'writers', writer, name)))
  return (readWriter(writer, bytes) as readonly { readonly change: Change }[]).map(({ change }) => change)
}

describe('a seeded folder', () => {
  let dir = ''
  let seeded: SeededFolder
  let states: readonly EntityState[] = []
  const records = () => states.filter(({ entity }) => entity.kind === 'record')
  const customers = () => states.filter(({ entity }) => entity.kind === 'customer')

  beforeAll(async () => {
    dir = newFolder()
    seeded = await makeSeedFolder({ dir, records: RECORDS })
    const folder = must(
      await openDataFolder({
        path: dir,
        files: nodeFiles(),
        clock: { now: () => Date.UTC(2026, 10, 22) },
        random: (length) => new Uint8Array(length).fill(7),
        appVersion: '0.1.0',
      }),
    )
    expect(folder.findings).toEqual([])
    const all = new Map<string, { change: Change; hash: string; chain: string }[]>()
    for (const { writer } of folder.ends()) {
      for (let after = 0; ;) {
        const page = must(await folder.read(writer, after, 500))
        if (page.length === 0) break
        for (const stored of page) {
          const { kind, id } = stored.change.entity
          all.set(`${kind} ${id}`, [...(all.get(`${kind} ${id}`) ?? []), stored])
          after = stored.change.seq
        }
      }
    }
    states = [...all.values()].map((changes) =>
      foldChanges(changes[0]?.change.entity ?? { kind: 'record', id: '' }, changes),
    )
    await folder.close()
  }, 120_000)

  it('holds as many records, customers and changes as it says, read by two readers', () => {
    expect(records()).toHaveLength(RECORDS)
    expect(customers()).toHaveLength(seeded.customers)
    const changes = readIndependently(dir)
    expect(changes).toHaveLength(seeded.changes)
    expect(changes.every(({ hlc }, i) => i === 0 || hlc.ms >= (changes[i - 1]?.hlc.ms ?? Infinity))).toBe(
      true,
    )
    const perRecord = changes.filter(({ entity }) => entity.kind === 'record').length / RECORDS
    expect(perRecord).toBeGreaterThan(1.2)
    expect(perRecord).toBeLessThan(1.6)
  })

  it('holds every form and its template', () => {
    const hashes = new Set(records().map((state) => recordInfo(state).template))
    expect(hashes).toEqual(new Set(catalogue.map(({ hash }) => hash)))
    expect(readdirSync(join(dir, 'templates'))).toHaveLength(catalogue.length)
  })

  it('holds no record that its own form refuses, and no conflict', () => {
    const byHash = new Map(catalogue.map((entry) => [entry.hash, entry.template]))
    const wrong = records().flatMap((state) => {
      const template = byHash.get(recordInfo(state).template ?? '')
      if (!template) return ['no template']
      const { values, conflicts } = valuesOf(state)
      const refused = validateValues(template, values, { today: '2026-11-20' }).filter(
        ({ severity }) => severity === 'refuse',
      )
      return [...refused, ...Object.keys(conflicts)].map(
        (problem) => `${template.code} ${JSON.stringify(problem)}`,
      )
    })
    expect(wrong).toEqual([])
  })

  it('is worked on as in a department: mostly submitted, many worked off, few drafts, hardly any void', () => {
    const count = (wanted: string) =>
      records().filter((state) => recordInfo(state).state === wanted).length / RECORDS
    expect(count('submitted')).toBeGreaterThan(0.5)
    expect(count('closed')).toBeGreaterThan(0.08)
    expect(count('draft')).toBeLessThan(0.05)
    expect(count('void')).toBeGreaterThan(0)
    expect(count('void')).toBeLessThan(0.03)
    expect(
      states.some(({ rows }) => Object.values(rows).some(({ rows: name }) => name === '@corrections')),
    ).toBe(true)
    const ids = new Set(records().map(({ entity }) => entity.id))
    const origins = records().flatMap((state) => textIn(state, '@from'))
    expect(origins.length).toBeGreaterThan(RECORDS / 50)
    expect(origins.filter((id) => !ids.has(id))).toEqual([])
  })

  it('numbers the submitted records of each form without a gap or a pair', () => {
    const numbers = records().flatMap((state) => {
      const { number, template } = recordInfo(state)
      return number === null ? [] : [`${template ?? ''} ${number}`]
    })
    expect(new Set(numbers).size).toBe(numbers.length)
    const complaints = catalogue.find(({ code }) => code === 'KHTS-BD-001')?.hash ?? ''
    const of2025 = numbers.filter((text) => text.startsWith(`${complaints} TS-2025-`)).length
    expect(of2025).toBeGreaterThan(10)
    expect(numbers).toContain(`${complaints} TS-2025-${String(of2025).padStart(4, '0')}`)
  })

  it('names customers of the master, the few large ones again and again', () => {
    const known = new Set(customers().map(({ entity }) => entity.id))
    const met = new Map<string, number>()
    for (const state of records()) {
      for (const value of Object.values(valuesOf(state).values.fields)) {
        const id = typeof value === 'object' && 'name' in value ? value.id : undefined
        if (id !== undefined && known.has(id)) met.set(id, (met.get(id) ?? 0) + 1)
      }
    }
    const most = [...met.values()].sort((a, b) => b - a)
    expect(most.length).toBeGreaterThan(known.size * 0.8)
    expect(most[0] ?? 0).toBeGreaterThan(4 * (most[Math.floor(most.length / 2)] ?? 0))
  })

  it('has customers whose numbers are right, near duplicates, closed ones and a merged one', () => {
    const text = (name: string) => customers().flatMap((state) => textIn(state, name))
    expect(text('creditCode').filter((code) => doubtCreditCode(code) !== null)).toEqual([])
    expect(text('idNumber').filter((number) => doubtIdNumber(number) !== null)).toEqual([])
    expect(text('phone').filter((phone) => !looksLikePhone(phone))).toEqual([])
    expect(new Set(text('code')).size).toBe(seeded.customers)
    expect(new Set(text('phone')).size).toBeLessThan(seeded.customers)
    expect(text('@mergedInto')).toHaveLength(1)
    expect(text('@state')).toContain('closed')
  })
})

const textIn = (state: EntityState, name: string): readonly string[] => {
  const value = state.registers[JSON.stringify([name])]?.survivors[0]?.value
  return typeof value === 'string' ? [value] : []
}

it('makes the same bytes of the same seed, others of another', async () => {
  const folders = [newFolder(), newFolder(), newFolder()] as const
  for (const [i, dir] of folders.entries()) await makeSeedFolder({ dir, records: 150, seed: i === 2 ? 2 : 1 })
  const [one, same, other] = folders.map(filesOf)
  expect(one?.length).toBeGreaterThan(100)
  expect(same).toEqual(one)
  expect(other).not.toEqual(one)
}, 60_000)

it('writes nothing into a folder that is not empty', async () => {
  const dir = newFolder()
  writeFileSync(join(dir, 'notes.txt'), 'mine')
  await expect(makeSeedFolder({ dir, records: 1 })).rejects.toThrow()
  expect(readdirSync(dir)).toEqual(['notes.txt'])
})
