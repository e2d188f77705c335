import { entryByCode } from '../../shared/catalogue'
import { checkSource } from '../../shared/forms'
import { CliFailure, type CliContext } from '../context'
import { readText } from '../input'

/** `check CODE|FILE`: reads and checks one form; every problem is a line with its place, exit 1 when there is any. */
export function checkCommand(target: string, context: CliContext): void {
  const source = entryByCode(target)?.source ?? readText(target)
  const checked = checkSource(source)
  if (!checked.ok) {
    const lines = checked.error.map(
      ({ line, column, message, expected }) => `${target}:${line}:${column} ${message}（应为：${expected}）`,
    )
    throw new CliFailure(1, lines.join('\n'))
  }
  context.write(`${target}：通过，${checked.value.fields.length} 个字段\n`)
}
