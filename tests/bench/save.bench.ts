import { mkdtempSync, rmSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nodeFiles, openDataFolder, type DataFolder } from '../../node/store'
import type { NewChange } from '../../shared/store'
import { figures } from './harness'

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

let path = ''
let folder: DataFolder | null = null

export default figures('保存 / saving', {
  'one save, appended and flushed': {
    prepare: async () => {
      path = mkdtempSync(join(tmpdir(), 'zhike-bench-'))
      const opened = await openDataFolder({
        path,
        files: nodeFiles(),
        clock: { now: () => Date.now() },
        random: (length) => randomBytes(length),
        appVersion: '0.1.0',
      })
      if (!opened.ok) throw new Error(`cannot open: ${opened.error.type}`)
      folder = opened.value
    },
    run: async () => {
      const saved = await folder?.append([change])
      if (saved?.ok !== true) throw new Error('not saved')
    },
    finish: async () => {
      await folder?.close()
      rmSync(path, { recursive: true })
    },
    limitMs: 20,
  },
})
