import {
  formatNumber,
  numberScope,
  numberStart,
  readNumber,
  type NumberRule,
} from '../../shared/forms/number-rule'
import type { Template } from '../../shared/forms/template'
import type { Counting } from '../../shared/import'
import { letterOf } from '../../shared/team'
import { CARD } from '../../shared/customers/by-meaning'
import { today } from '../platform'
import { FIRM } from './firm'
import { currentState, type Desk } from './journal'
import type { NextNumber } from './number-rules-types'
import type { WorkingDb } from './schema'
import { serialRules } from '../../shared/store/serial-rules'

/**
 * The next number that the form's rule gives today; empty when it has no serial field. Numbers of void records count,
 * and so do those given in this sitting whose change the working copy could not take yet. Call it in line.
 */
export async function nextNumber(desk: Desk, template: Template): Promise<string> {
  const [rule] = serialRules(template, await currentState(desk, FIRM))
  return rule ? (await findNext(desk, template.code, rule)).number : ''
}

/** The next number that a rule would give today, and what it comes after. */
export async function findNext(
  desk: Pick<Desk, 'db' | 'clock' | 'given' | 'bridge'>,
  code: string,
  rule: NumberRule,
): Promise<NextNumber> {
  const { db } = desk
  const { day, letter, highest } = await countingBy(desk, code, rule)
  let counter = highest + 1
  const skipped: string[] = []
  for (;;) {
    const number = formatNumber(rule, day, counter, letter)
    if ((await countNumber(db, code, number)) === 0 && !(await isCode(db, code, number)))
      return { number, skipped, ...(highest > 0 ? { after: formatNumber(rule, day, highest, letter) } : {}) }
    skipped.push(number)
    counter++
  }
}

/** How a form's numbers go on now, for a thread that gives many of them at once; null where it has no serial field. Call it in line. */
export async function countingOf(desk: Desk, template: Template): Promise<Counting | null> {
  const [rule] = serialRules(template, await currentState(desk, FIRM))
  return rule ? countingBy(desk, template.code, rule) : null
}

async function countingBy(
  { db, clock, given, bridge }: Pick<Desk, 'db' | 'clock' | 'given' | 'bridge'>,
  code: string,
  rule: NumberRule,
): Promise<Counting> {
  const day = today(clock)
  const letter = await ownLetter(bridge)
  const run: Run = { rule, day, letter, scope: numberScope(rule, day, letter) }
  const told = given.get(givenKey(code, run.scope))
  const stored = (await db.numbers.get([code, run.scope]))?.highest ?? told
  // A rule that was not in use before may go on where another one has come to.
  const highest = Math.max(
    stored ?? (await highestBorne(db, code, run)),
    told ?? 0,
    code === CARD ? await highestCode(db, run) : 0,
  )
  return { rule, day, letter, highest }
}

/** The numbers that share one counter. */
interface Run {
  readonly rule: NumberRule
  readonly day: string
  readonly letter: string
  readonly scope: string
}

/**
 * The letter that numbers given here bear; empty without a team. Asked anew for every number, so that none is given under
 * the letter of before. [TF14]
 */
async function ownLetter(bridge: Desk['bridge']): Promise<string> {
  return letterOf(await bridge.call('team:status', null))
}

/** The highest counter among the numbers that records bear and that a rule could have given in this run. */
async function highestBorne(db: WorkingDb, code: string, run: Run): Promise<number> {
  const start = numberStart(run.rule, run.day, run.letter)
  const borne = await db.records
    .where('[list+number]')
    .between([code, start], [code, `${start}\uffff`], true, true)
    .keys()
  const numbers = (borne as unknown as readonly (readonly [string, string])[]).map(([, number]) => number)
  return highestOf(numbers, run)
}

/** Customers that were not made by a card bear codes of the same run. */
async function highestCode(db: WorkingDb, run: Run): Promise<number> {
  const start = numberStart(run.rule, run.day, run.letter)
  const codes = await db.customers.where('number').between(start, `${start}\uffff`, true, true).keys()
  return highestOf(codes as readonly string[], run)
}

function highestOf(numbers: readonly string[], { rule, scope }: Run): number {
  return numbers.reduce((highest, number) => {
    const read = readNumber(rule, number)
    return read?.scope === scope ? Math.max(highest, read.counter) : highest
  }, 0)
}

const isCode = async (db: WorkingDb, code: string, number: string): Promise<boolean> =>
  code === CARD && (await db.customers.where('number').equals(number).count()) > 0

/**
 * Remembers a number that is in the journal now. What is safe already must not seem to fail: where the working copy
 * cannot be read at this moment (its disk is full), the form's own rule is all that is known.
 */
export async function noteGiven(desk: Desk, template: Template, number: string): Promise<void> {
  if (number === '') return
  const firm = await currentState(desk, FIRM).catch(() => null)
  for (const rule of serialRules(template, firm)) {
    const read = readNumber(rule, number)
    if (!read) continue
    const key = givenKey(template.code, read.scope)
    desk.given.set(key, Math.max(read.counter, desk.given.get(key) ?? 0))
  }
}

const givenKey = (code: string, scope: string): string => `${code} ${scope}`

/** How many records of a form bear a number. */
export const countNumber = (db: WorkingDb, list: string, number: string): Promise<number> =>
  db.records.where('[list+number]').equals([list, number]).count()
