import { catalogue, type CatalogueEntry, entryByCode } from '../../shared/catalogue'
import type { PersonRef } from '../../shared/forms/values'
import { uuidv7 } from '../../shared/kernel/ids'
import { Agenda } from './agenda'
import { makeCustomers, textAt, type SeedCustomer } from './customers'
import { dayAt, momentsOfWork, MS_A_DAY, startOf } from './days'
import { SeedJournal } from './journal'
import { attachFiles } from './files'
import { liveRecord, numberGiver, type Step } from './lives'
import { likelyNames, type Names } from './names'
import { phrasesOfSamples } from './phrases'
import { CHAINS, shareOf } from './plan'
import { seededDice, weighted, type Dice } from './random'
import { STAFF_POSTS } from './words'

export interface SeedOptions {
  /** A folder that is empty or not there yet. */
  readonly dir: string
  readonly records: number
  readonly seed?: number
  /** Every 25th record brings one, at least 20, when not said. */
  readonly customers?: number
  /** The last day, `2026-11-20`. */
  readonly until?: string
  /** Over how many years before that the records are spread; 5 when not said. */
  readonly years?: number
  /** Likely ones when not said. */
  readonly names?: Names
  /** Nobody has let things lie for months. */
  readonly tidy?: boolean
  /** Some complaints and services bring a photograph and a note along. */
  readonly attachments?: boolean
  /** The name of the computer that wrote all this. */
  readonly computer?: string
  /** Hears from time to time how many records stand in the folder. */
  readonly progress?: (written: number) => void
}

export interface SeededFolder {
  readonly dir: string
  readonly records: number
  readonly customers: number
  readonly changes: number
  readonly templates: number
  /** Who works in the department, the head of it first. */
  readonly staff: readonly PersonRef[]
}

const YEARS = 5
const LAST_DAY = '2026-11-20'

/** Makes a data folder that a department could have filled. The same options make the same bytes. */
export async function makeSeedFolder(options: SeedOptions): Promise<SeededFolder> {
  const { dir, records, until = LAST_DAY, years = YEARS, names = likelyNames } = options
  const seed = `zhike ${String(options.seed ?? 1)}`
  const count = options.customers ?? Math.max(20, Math.round(records / 25))
  const end = startOf(until) + MS_A_DAY - 1
  const moments = momentsOfWork(seededDice(`${seed}/moments`), records, until, years)
  const began = startOf(dayAt(moments[0] ?? end)) - MS_A_DAY
  const journal = await SeedJournal.open(dir, seed, began, options.computer)
  try {
    const staff = await writeFirm(journal, seededDice(`${seed}/firm`), began, names)
    const customers = makeCustomers(
      seededDice(`${seed}/customers`),
      count,
      began + 3_600_000,
      end,
      staff,
      names,
    )
    const attachments = options.attachments === true
    const agenda: Firm['agenda'] = new Agenda()
    const tidy = options.tidy === true
    const firm: Firm = { journal, staff, customers, seed, end, names, attachments, tidy, agenda }
    for (const customer of customers) planCustomer(firm, customer)
    planMerge(firm)
    const templates = await writeRecords(firm, moments, options.progress)
    return { dir, records, customers: customers.length, changes: journal.changes, templates, staff }
  } finally {
    await journal.folder.close()
  }
}

interface Firm {
  readonly journal: SeedJournal
  readonly staff: readonly PersonRef[]
  /** In the order in which they came. */
  readonly customers: readonly SeedCustomer[]
  readonly seed: string
  readonly end: number
  readonly names: Names
  readonly attachments: boolean
  readonly tidy: boolean
  readonly agenda: Agenda<(at: number) => Promise<void>>
}

async function writeFirm(
  journal: SeedJournal,
  dice: Dice,
  at: number,
  names: Names,
): Promise<readonly PersonRef[]> {
  const fields = { name: '示例电器有限公司', department: '客户服务部' }
  await journal.create(at, { kind: 'firm', id: 'firm' }, { fields })
  const staff = STAFF_POSTS.map((post, nth) => ({
    id: uuidv7({ now: () => at }, dice.bytes),
    name: names.person(dice, 'staff', nth),
    post,
  }))
  for (const { id, name, post } of staff) {
    await journal.create(at, { kind: 'staff', id }, { fields: { name, post, active: true } })
  }
  return staff.map(({ id, name }) => ({ id, name }))
}

/** It enters the master; some get another level or owner later, some are closed. */
function planCustomer({ journal, agenda, staff, seed, end }: Firm, customer: SeedCustomer): void {
  const { id, created, fields, contacts, addresses } = customer
  const dice = seededDice(`${seed}/customer/${id}`)
  const entity = { kind: 'customer', id } as const
  const rows = {
    ...(contacts.length > 0 ? { contacts } : {}),
    ...(addresses.length > 0 ? { addresses } : {}),
  }
  agenda.put(created, (at) => journal.create(at, entity, { fields, rows }, dice.pick(staff)))
  const later = () => created + Math.floor((0.1 + 0.9 * dice.next()) * (end - created))
  const change = (name: string, value: string | PersonRef) => {
    agenda.put(later(), (at) =>
      journal.write(at, entity, [journal.set(id, [name], value)], {
        person: dice.pick(staff),
        remember: true,
      }),
    )
  }
  if (dice.chance(0.12)) change('level', dice.pick(['A', 'B', 'C', 'D']))
  if (dice.chance(0.06)) change('owner', dice.pick(staff))
  if (!dice.chance(0.03)) return
  const reason = dice.pick(['长期无往来', '已停业', '重复建档', '客户要求'])
  agenda.put(end - dice.int(0, 200) * MS_A_DAY, async (at) => {
    if (at < created) return
    const edits = [journal.set(id, ['@state'], 'closed'), journal.set(id, ['@closeReason'], reason)]
    await journal.write(at, entity, edits, { person: dice.pick(staff), remember: true })
  })
}

/** The first two customers with one telephone are merged, a week before the end. */
function planMerge({ journal, agenda, customers, staff, end }: Firm): void {
  const byPhone = new Map<string, SeedCustomer>()
  for (const customer of customers) {
    const phone = textAt(customer, 'phone')
    const earlier = byPhone.get(phone)
    const [person] = staff
    if (earlier && person) {
      agenda.put(Math.max(end - 7 * MS_A_DAY, customer.created + 1), (at) =>
        journal.write(
          at,
          { kind: 'customer', id: customer.id },
          [journal.set(customer.id, ['@mergedInto'], earlier.id)],
          { person, remember: true },
        ),
      )
      return
    }
    byPhone.set(phone, customer)
  }
}

/** A record that is to be made from another one. */
interface Following {
  readonly codes: readonly string[]
  readonly from: string
  readonly customer: SeedCustomer
}

async function writeRecords(
  firm: Firm,
  moments: Float64Array,
  progress?: (written: number) => void,
): Promise<number> {
  const { journal, agenda, staff, seed, end } = firm
  const dice = seededDice(`${seed}/records`)
  const phrases = phrasesOfSamples()
  const number = numberGiver()
  const customerAt = customerPicker(firm)
  const formOf = formPicker(dice.apart('forms'), moments.length, firm.tidy ? PROMISING : [])
  const following = new Agenda<Following>()
  const kept = new Set<string>()
  for (const [i, at] of moments.entries()) {
    for (let due = agenda.next(at); due; due = agenda.next(at)) await due.what(due.at)
    const chosen = formOf(i)
    const next = chosen.isFirst ? undefined : following.next(at)?.what
    const entry = next ? formCalled(next.codes[0] ?? '') : chosen.entry
    const customer = next?.customer ?? customerAt(dice, at)
    const id = uuidv7({ now: () => at }, dice.bytes)
    if (!kept.has(entry.code)) {
      const put = await journal.folder.keepTemplate(entry.template)
      if (!put.ok) throw new Error(`${entry.code}: ${put.error.type}`)
      kept.add(entry.code)
    }
    const person = dice.pick(staff)
    const own = seededDice(`${seed}/record/${String(i)}`)
    const occasion = {
      dice: own,
      entry,
      day: dayAt(at),
      customer,
      person,
      staff,
      phrases,
      names: firm.names,
      tidy: firm.tidy,
      anyCustomer: () => customerAt(own, at),
      newId: () => uuidv7({ now: () => at }, own.bytes),
    }
    const life = liveRecord({ at, until: end, occasion, from: next?.from ?? null, number })
    const remember = life.later.length > 0
    await journal.write(at, { kind: 'record', id }, life.first, { person, template: entry.hash, remember })
    planSteps(firm, id, entry, life.later)
    if (firm.attachments)
      await attachFiles(journal, seededDice(`${seed}/files/${String(i)}`), { id, entry, at, person })
    const chain = next ? next.codes.slice(1) : own.chance(0.4) ? (CHAINS[entry.code] ?? []) : []
    if (chain.length > 0 && own.chance(0.85))
      following.put(at + own.int(1, 9) * MS_A_DAY, { codes: chain, from: id, customer })
    if ((i + 1) % 1000 === 0) progress?.(i + 1)
  }
  for (let due = agenda.next(end); due; due = agenda.next(end)) await due.what(due.at)
  return kept.size
}

function planSteps(
  { journal, agenda }: Firm,
  id: string,
  entry: CatalogueEntry,
  steps: readonly Step[],
): void {
  for (const [i, { at, person, edits }] of steps.entries()) {
    agenda.put(at, async (now) => {
      const written = edits(journal.dotsOf(id), dayAt(now))
      await journal.write(now, { kind: 'record', id }, written, {
        person,
        template: entry.hash,
        remember: true,
      })
      if (i === steps.length - 1) journal.forget(id)
    })
  }
}

function formCalled(code: string): CatalogueEntry {
  const entry = entryByCode(code)
  if (!entry) throw new Error(`no form ${code}`)
  return entry
}

/** Forms in which a deadline is promised: among the last records of a tidy folder, so that something is due these days. */
const PROMISING = ['KHTS-BD-001', 'KHTS-BD-001', 'KHTS-BD-009', 'KHGX-BD-001', 'KHGX-BD-004']
const LAST_RECORDS = 34

/** Each form once at a place of its own, the rest by how often a department fills them; the last ones often `promising`. */
function formPicker(dice: Dice, count: number, promising: readonly string[]) {
  const pick = weighted(catalogue.map(shareOf))
  const firsts = new Map<number, CatalogueEntry>()
  for (const entry of catalogue.slice(0, count)) {
    let place = dice.int(0, count - 1)
    while (firsts.has(place)) place = (place + 1) % count
    firsts.set(place, entry)
  }
  return (i: number): { readonly entry: CatalogueEntry; readonly isFirst: boolean } => {
    const first = firsts.get(i)
    const isLate = promising.length > 0 && i >= count - LAST_RECORDS && dice.chance(0.6)
    const entry = first ?? (isLate ? formCalled(dice.pick(promising)) : catalogue[pick(dice)])
    if (!entry) throw new Error('no form to pick')
    return { entry, isFirst: first !== undefined }
  }
}

/** A few customers are met again and again, most seldom (Zipf); only those who were there already. */
function customerPicker({ customers, seed }: Firm): (dice: Dice, at: number) => SeedCustomer {
  const order = seededDice(`${seed}/ranks`)
  const ranked = customers.map((customer) => ({ customer, by: order.next() })).sort((a, b) => a.by - b.by)
  const pick = weighted(ranked.map((_, rank) => 1 / (rank + 8) ** 0.9))
  const [first] = customers
  if (!first) throw new Error('a firm without customers')
  return (dice, at) => {
    for (let tries = 0; tries < 8; tries++) {
      const found = ranked[pick(dice)]?.customer
      if (found && found.created < at) return found
    }
    return first
  }
}
