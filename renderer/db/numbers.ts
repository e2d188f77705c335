import { formatNumber, numberScope, readNumber } from '../../shared/forms/number-rule'
import type { Template } from '../../shared/forms/template'
import { today } from '../platform'
import { serialRule } from './apply'
import type { Desk } from './journal'
import type { WorkingDb } from './schema'

/**
 * The next number that the template's rule gives today; empty when it has no serial field. Numbers of void records count,
 * and so do those given in this sitting whose change the working copy could not take yet. Call it in line.
 */
export async function nextNumber(desk: Desk, template: Template): Promise<string> {
  const rule = serialRule(template)
  if (!rule) return ''
  const day = today(desk.clock)
  const scope = numberScope(rule, day)
  const stored = (await desk.db.numbers.get([template.code, scope]))?.highest ?? 0
  let counter = Math.max(stored, desk.given.get(`${template.code} ${scope}`) ?? 0) + 1
  while ((await countNumber(desk.db, template.code, formatNumber(rule, day, counter))) > 0) counter++
  return formatNumber(rule, day, counter)
}

/** Remembers a number that is in the journal now. */
export function noteGiven(desk: Desk, template: Template, number: string): void {
  const rule = serialRule(template)
  const given = rule && readNumber(rule, number)
  if (!given) return
  const key = `${template.code} ${given.scope}`
  desk.given.set(key, Math.max(given.counter, desk.given.get(key) ?? 0))
}

/** How many records of a form bear a number. */
export const countNumber = (db: WorkingDb, templateCode: string, number: string): Promise<number> =>
  db.records.where('[templateCode+number]').equals([templateCode, number]).count()
