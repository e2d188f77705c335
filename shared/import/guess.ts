import { headText, JOINED } from './heads'
import type { MappedColumn, Mapping, RememberedMapping } from './mapping'
import { LABEL_SYNONYMS, SYNONYMS } from './synonyms'
import { ENTRY, targetColumns, type ImportTarget, type TargetColumn } from './target'

/** What a target knows of the heads that may stand over its columns. */
export interface HeadKnowledge {
  readonly columns: readonly TargetColumn[]
  /** Whether a head names one of the columns surely. */
  readonly knows: (head: string) => boolean
  readonly guess: (headRow: number, heads: readonly string[], known?: RememberedMapping) => Mapping
}

/** Over the column in which a corrected file says what was wrong: it is never taken over by a guess. */
export const PROBLEM_HEAD = '问题'

/** How surely a head names a column; higher is surer. */
const SURE = { head: 5, label: 4, lastPart: 3, synonym: 2, part: 1 } as const

/** Of a customer's contacts and addresses: 座机 is the customer's own telephone before it is a contact's. */
const IN_CUSTOMERS_ROWS = 1.5

/** Without marks of duty, units and brackets: `*联系电话（必填）` is 联系电话. */
const bare = (head: string): string =>
  headText(head)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[（(【[][^）)】\]]*[）)】\]]/gu, '')
    .replace(/[\s*＊:：、.。\-_/]/gu, '')

export function headKnowledge(target: ImportTarget): HeadKnowledge {
  const columns = targetColumns(target)
  const named = columns.map((column) => ({
    column,
    head: exact(column.head),
    label: bare(column.field?.label ?? column.head),
    synonyms: new Set(synonymsOf(column).map(bare)),
  }))
  const rate = (head: string) => {
    const [whole, short, last] = [exact(head), bare(head), bare(head.split(JOINED).at(-1) ?? '')]
    return named.flatMap(({ column, head: own, label, synonyms }) => {
      const sure = sureness({ whole, short, last }, { own, label, synonyms })
      if (sure === 0) return []
      if (!column.inRows || sure === SURE.head) return [{ column, sure }]
      // What stands in 明细 gives way to the entry's own column of that name.
      const given = sure - 0.5
      return [{ column, sure: target.kind === 'customers' ? Math.min(given, IN_CUSTOMERS_ROWS) : given }]
    })
  }
  return {
    columns,
    knows: (head) => head !== '' && rate(head).some(({ sure }) => sure > SURE.part),
    guess: (headRow, heads, known = {}) => ({ headRow, columns: assigned(heads, known, columns, rate) }),
  }
}

interface Written {
  readonly whole: string
  readonly short: string
  readonly last: string
}

interface Named {
  readonly own: string
  readonly label: string
  readonly synonyms: ReadonlySet<string>
}

function sureness({ whole, short, last }: Written, { own, label, synonyms }: Named): number {
  if (whole === own) return SURE.head
  if (short === '') return 0
  if (short === label) return SURE.label
  if (last === label) return SURE.lastPart
  if (synonyms.has(short) || synonyms.has(last)) return SURE.synonym
  if (short === PROBLEM_HEAD) return 0
  const isPart = label.length >= 2 && short.length >= 2 && (short.includes(label) || label.includes(short))
  return isPart ? SURE.part : 0
}

const exact = (head: string): string => headText(head).replace(/\s/g, '')

const synonymsOf = ({ field }: TargetColumn): readonly string[] => [
  ...((field?.meaning && SYNONYMS[field.meaning]) ?? []),
  ...((field && LABEL_SYNONYMS[field.label]) ?? []),
]

/** The surest pairs first; each column of the table and of the target is used once. */
function assigned(
  heads: readonly string[],
  known: RememberedMapping,
  columns: readonly TargetColumn[],
  rate: (head: string) => readonly { readonly column: TargetColumn; readonly sure: number }[],
): readonly MappedColumn[] {
  const to = new Map<number, string | null>()
  const taken = new Set<string>()
  for (const [at, head] of heads.entries()) {
    const key = Object.hasOwn(known, head) ? known[head] : undefined
    if (key === undefined || (key !== null && taken.has(key))) continue
    if (key !== null && !columns.some((column) => column.key === key)) continue
    to.set(at, key)
    if (key !== null) taken.add(key)
  }
  const pairs = heads
    .flatMap((head, at) => (to.has(at) || head === '' ? [] : rate(head).map((rated) => ({ at, ...rated }))))
    .filter(({ column, sure }) => column.key !== ENTRY || sure === SURE.head)
    .sort((a, b) => b.sure - a.sure || a.at - b.at)
  for (const { at, column, sure } of pairs) {
    if (to.has(at) || taken.has(column.key)) continue
    // A part of a name may mean several: then a person says which.
    const rivals = pairs.filter((pair) => pair.at === at && pair.sure === sure && !taken.has(pair.column.key))
    if (sure <= SURE.part && rivals.length > 1) continue
    to.set(at, column.key)
    taken.add(column.key)
  }
  return heads.map((head, at) => ({ column: at, head, to: to.get(at) ?? null }))
}
