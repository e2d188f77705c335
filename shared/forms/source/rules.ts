import type { FieldRule } from '../field'
import { LIMITS } from './limits'
import { isEscaped, type SourceLine } from './lines'
import type { Problems } from './problem'

/** Reads `refuse 算式 "说明"` or `warn …`; null after a mistake (reported). */
export function readRule(line: SourceLine, problems: Problems): FieldRule | null {
  const { text, number, indent } = line
  const severity = text.startsWith('refuse ') ? 'refuse' : text.startsWith('warn ') ? 'warn' : null
  if (!severity) {
    problems.add(number, indent + 1, '规则以 refuse 或 warn 开头', 'refuse（不准登记）或 warn（只提醒）')
    return null
  }
  const from = severity.length
  let open = -1
  if (text.length > from + 1 && text.endsWith('"') && !isEscaped(text, text.length - 1)) {
    for (let at = text.length - 2; at >= from; at--) {
      if (text[at] === '"' && !isEscaped(text, at)) {
        open = at
        break
      }
    }
  }
  const message = open === -1 ? '' : text.slice(open + 1, -1).replace(/\\([^])/gu, '$1')
  if (message.trim() === '' || message.length > LIMITS.text) {
    problems.add(number, indent + text.length + 1, '规则没有说明', '行末用半角双引号写给填表人看的说明')
    return null
  }
  const expression = text.slice(from, open).trim()
  if (expression === '') {
    problems.add(number, indent + from + 1, '规则没有算式', '如 promisedOn >= on')
    return null
  }
  return { severity, expression, message }
}
