import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import type { RandomBytes } from '../../shared/kernel/clock'
import { toHex } from '../../shared/kernel/bytes'

/**
 * This person's computer under a name of its own, the same at every start: a data folder on a stick that is opened on two
 * computers, or a copy of one, is then written by two writers. Where no name can be kept, the computer's network name
 * has to do.
 */
export function computerName(home: string, random: RandomBytes): string {
  const file = join(home, 'computer')
  try {
    const kept = readFileSync(file, 'utf8').trim()
    if (/^[0-9a-f]{32}$/.test(kept)) return kept
  } catch {
    // The first start.
  }
  const name = toHex(random(16))
  try {
    mkdirSync(home, { recursive: true })
    writeFileSync(file, `${name}\n`)
    return name
  } catch {
    return hostname()
  }
}
