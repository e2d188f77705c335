import { existsSync } from 'node:fs'
import { listWorkbook } from '../../node/excel'
import { rescueFolder } from '../../node/recovery/rescue'
import { nodeFiles } from '../../node/store'
import type { RescueFailure } from '../../shared/ipc/recovery'
import { badInput, CliFailure, type CliContext } from '../context'
import { startFailureLine } from '../failure-lines'
import { withFolder } from '../tables/write-changes'

/** `rescue --data DIR --out DIR`: everything readable of a data folder into an empty one; exit 1 when something lacks. */
export async function rescueCommand(folder: string, target: string, context: CliContext): Promise<void> {
  const done = await rescueFolder({
    files: nodeFiles(),
    folder,
    target,
    now: context.now(),
    writeList: (list) => listWorkbook(list, context.now()),
  })
  if (!done.ok) throw badInput(rescueFailureLine(done.error))
  const { customers, records, attachments, changes, lacking } = done.value
  context.write(
    `${customers} 个客户，${records} 张单据，${attachments} 个附件，${changes} 条变更 → ${done.value.folder}\n`,
  )
  const lacks = [
    [lacking.changes, '条变更不见了'],
    [lacking.attachments, '个附件不完整'],
    [lacking.recordsAsText, '张单据或客户放不进表格'],
    [lacking.files, '个文件未能读出'],
  ] as const
  const lines = lacks.flatMap(([count, text]) => (count > 0 ? [`${count} ${text}`] : []))
  if (lines.length > 0)
    throw new CliFailure(1, `${lines.join('，')}；详见 ${done.value.folder} 里的 说明.html`)
}

function rescueFailureLine(failure: RescueFailure): string {
  if (failure.type === 'NotEmpty') return `${failure.path}：不是空文件夹，没有导出`
  if (failure.type === 'InsideDataFolder')
    return `${failure.path}：和数据目录互相包含，没有导出；请另选一个空文件夹`
  if (failure.type === 'Stopped') return `${failure.path}：已停止`
  return startFailureLine(failure)
}

/** `bring-back --data DIR`: what was set aside in quarantine goes into the journal again, under its own names. [ST29] */
export async function bringBackCommand(folder: string, context: CliContext): Promise<void> {
  if (!existsSync(folder)) throw badInput(`${folder}：没有这个目录`)
  await withFolder(folder, context, async (open) => {
    const done = await open.bringBackAside()
    if (!done.ok)
      throw new CliFailure(1, `没有全部找回：${JSON.stringify(done.error)}；已找回的都在，可以再来一次`)
    const { restored, unreadable } = done.value
    context.write(`找回 ${restored} 条变更${restored === 0 ? '（没有缺少的）' : ''}\n`)
    if (unreadable > 0) throw new CliFailure(1, `搁置的文件里有 ${unreadable} 行读不出`)
  })
}
