import { randomBytes } from 'node:crypto'
import { undoImport, undoingChange } from '../../shared/import'
import { uuidv7 } from '../../shared/kernel/ids'
import { foldChanges, type NewChange, type StoredChange } from '../../shared/store'
import { badInput, type CliContext } from '../context'
import { allChanges, withFolder, writeChanges } from '../tables/write-changes'
import { existsSync } from 'node:fs'

/** `import --undo BATCH --data DIR`: takes back one import, as far as nobody has worked on what it wrote. */
export async function undoImportCommand(batch: string, data: string, context: CliContext): Promise<void> {
  if (!existsSync(data)) throw badInput(`${data}：没有这个目录`)
  await withFolder(data, context, async (folder) => {
    const newId = () => uuidv7({ now: context.now }, (length) => randomBytes(length))
    const byEntity = new Map<string, StoredChange[]>()
    for (const stored of await allChanges(folder)) {
      const { kind, id } = stored.change.entity
      const known = byEntity.get(`${kind}/${id}`)
      if (known) known.push(stored)
      else byEntity.set(`${kind}/${id}`, [stored])
    }
    const touched = [...byEntity.values()].filter((all) => all.some(({ change }) => change.batch === batch))
    if (touched.length === 0) throw badInput(`没有批号为 ${batch} 的导入`)
    const changes: NewChange[] = []
    const counts = { void: 0, setBack: 0, nothing: 0 }
    let left = 0
    const undo = newId()
    for (const all of touched) {
      const entity = all[0]?.change.entity
      if (!entity) continue
      const state = foldChanges(entity, all)
      const undone = undoImport(state, all, batch, newId())
      counts[undone.does]++
      if (undone.left.length > 0) left++
      if (undone.edits.length > 0) changes.push(undoingChange(state, undone, undo))
    }
    await writeChanges(folder, changes, undefined, '再撤销一次')
    context.write(
      `已撤销：作废或销户 ${counts.void}，恢复原值 ${counts.setBack}；${left} 条后来有人改过，那些内容保持不动\n`,
    )
    if (changes.some(({ entity }) => entity.kind === 'record') && counts.void > 0)
      context.write('作废的单据的编号算作用过；要再导入同一个表格，请不导入编号那一列，或清空编号\n')
  })
}
