import { readdirSync, readFileSync } from 'node:fs'
import type { Launched } from '../../e2e/support/launch'

/** Megabytes that all processes of a program hold, shared pages counted in parts (proportional set size), after their garbage is gone. */
export async function memoryOf(launched: Launched): Promise<number> {
  await collectGarbage(launched)
  await launched.window.waitForTimeout(1000)
  await collectGarbage(launched)
  const group = launched.app.process().pid
  const sizes = processesOf(group).map(proportionalKB)
  return sizes.reduce((sum, size) => sum + size, 0) / 1024
}

/** Only Linux tells the memory that processes share. */
export const canMeasureMemory = process.platform === 'linux'

async function collectGarbage({ app, window }: Launched): Promise<void> {
  const session = await window.context().newCDPSession(window)
  await session.send('HeapProfiler.collectGarbage')
  await session.detach()
  await app.evaluate(() => {
    const load = (process as unknown as { mainModule?: { require: (name: string) => unknown } }).mainModule
    const v8 = load?.require('node:v8') as { setFlagsFromString: (flags: string) => void } | undefined
    const vm = load?.require('node:vm') as { runInNewContext: (code: string) => () => void } | undefined
    v8?.setFlagsFromString('--expose-gc')
    vm?.runInNewContext('gc')()
  })
}

/** A program and its helpers, by what the system says of their descent. */
function processesOf(first: number | undefined): readonly number[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
  const parents = new Map(all.map((id) => [id, parentOf(id)]))
  const descends = (id: number | undefined): boolean =>
    id !== undefined && id > 1 && (id === first || descends(parents.get(id)))
  return all.filter(descends)
}

/** The fourth word, behind the name in brackets; undefined for a process that has ended meanwhile. */
function parentOf(id: number): number | undefined {
  try {
    const text = readFileSync(`/proc/${id}/stat`, 'utf8')
    return Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return undefined
  }
}

function proportionalKB(id: number): number {
  try {
    const line = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))
    return Number(line?.[1] ?? 0)
  } catch {
    return 0
  }
}
