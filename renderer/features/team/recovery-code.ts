/** Groups that stand on one line of the paper. */
const ON_LINE = 4

const groupsOf = (code: string): readonly string[] => code.split(/[\s-]+/).filter((group) => group !== '')

/** A recovery code in lines that can be read and typed. */
export function codeLines(code: string): readonly string[] {
  const groups = groupsOf(code)
  const lines: string[] = []
  for (let from = 0; from < groups.length; from += ON_LINE)
    lines.push(groups.slice(from, from + ON_LINE).join(' - '))
  return lines
}

/** Whether what was typed is the code's last group, or ends with it. */
export function isLastGroup(code: string, typed: string): boolean {
  const last = groupsOf(code).at(-1) ?? ''
  return last !== '' && (groupsOf(typed).at(-1) ?? '').toUpperCase() === last.toUpperCase()
}
