import { nodeFiles, verifyFolder } from '../../node/store'
import { badInput, CliFailure, type CliContext } from '../context'
import { findingLine, isHarmless, startFailureLine } from '../failure-lines'

/** `verify --data DIR`: is every byte whole? What is wrong stands on standard error, a line each; then exit 1. */
export async function verifyCommand(folder: string, context: CliContext): Promise<void> {
  const report = await verifyFolder(nodeFiles(), folder)
  if (!report.ok) throw badInput(startFailureLine(report.error))
  const { files, changes, bytes, findings } = report.value
  const lines = findings.map(findingLine)
  context.write(`${folder}：${files} 个文件，${changes} 条变更，${bytes} 字节\n`)
  if (findings.every(isHarmless)) {
    for (const line of lines) context.write(`${line}\n`)
    context.write('完好\n')
    return
  }
  throw new CliFailure(1, lines.join('\n'))
}
