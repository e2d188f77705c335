import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { contest } from '../harness/contest'
import { openFolder, readAll } from '../harness/folders'
import type { BenchContext, Group } from '../harness/group'
import type { Row } from '../harness/row'
import { seedFolder } from '../harness/seeds'

async function measure(context: BenchContext): Promise<readonly Row[]> {
  const { quick, scratch } = context
  const records = quick ? 1000 : 10_000
  const path = join(scratch, 'data')
  const memory = join(scratch, 'segments.json')
  seedFolder(context, records, path)
  const open = async (known?: string): Promise<void> => {
    await (await openFolder(path, known)).close()
  }
  /** What nothing that reads every byte can be faster than. */
  const hashAll = (): void => {
    for (const bytes of readAll(join(path, 'writers'))) createHash('sha256').update(bytes).digest()
  }
  const common = { unit: 'ms', size: records.toLocaleString('en') } as const
  const first = await contest({
    ...common,
    id: 'open-folder-first',
    title: 'opening a data folder of which nothing is remembered, every byte checked',
    own: () => {
      rmSync(memory, { force: true })
      return open(memory)
    },
    beside: { 'reading and hashing it': hashAll },
    rounds: quick ? 3 : 7,
  })
  const again = await contest({
    ...common,
    id: 'open-folder-again',
    title: 'opening it again',
    own: () => open(memory),
    beside: { 'reading and hashing it': hashAll },
    rounds: quick ? 5 : 15,
  })
  return [first, again]
}

export const group: Group = { name: 'opening', title: '打开数据目录 / opening a data folder', measure }
