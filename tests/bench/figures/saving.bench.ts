import { statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { NewChange } from '../../../shared/store'
import { contest } from '../harness/contest'
import { filesIn, openFolder } from '../harness/folders'
import type { BenchContext, Group } from '../harness/group'
import type { Row } from '../harness/row'

/** A save of a form with 30 filled fields: about 4 KB. */
const change: NewChange = {
  entity: { kind: 'record', id: '01890000-0000-7000-8000-000000000000' },
  person: { name: '示例员工甲' },
  template: '0'.repeat(64),
  edits: Array.from({ length: 30 }, (_, i) => ({
    op: 'set',
    path: [`field${i}`],
    value: `示例电器有限公司第 ${i} 项`,
    over: [],
  })),
}

async function measure({ quick, scratch }: BenchContext): Promise<readonly Row[]> {
  const path = join(scratch, 'data')
  const folder = await openFolder(path)
  const save = async (): Promise<void> => {
    const saved = await folder.append([change])
    if (!saved.ok) throw new Error(`not saved: ${saved.error.type}`)
  }
  await save()
  const before = size(path)
  await save()
  const bytes = new Uint8Array(size(path) - before).fill(1)
  const raw = await open(join(scratch, 'raw'), 'ax')
  try {
    const row = await contest({
      id: 'journal-append',
      title: `a save in the journal, appended and flushed, ${bytes.length} bytes`,
      unit: 'ms',
      own: save,
      beside: {
        'raw append + flush': async () => {
          await raw.write(bytes)
          await raw.datasync()
        },
      },
      rounds: quick ? 100 : 500,
      warmUp: 20,
      goals: [
        { goal: 'more', than: 'raw append + flush', most: 5, at: 'median', rank: 'target' },
        { goal: 'more', than: 'raw append + flush', most: 20, at: 'p99', rank: 'target' },
      ],
    })
    return [row]
  } finally {
    await raw.close()
    await folder.close()
  }
}

const size = (path: string): number =>
  filesIn(join(path, 'writers')).reduce((sum, file) => sum + statSync(file).size, 0)

export const group: Group = { name: 'saving', title: '写入日志 / a save in the journal', measure }
