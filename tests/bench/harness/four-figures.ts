import { rounded } from './report'
import type { ContestRow, Row } from './row'

/** What a user cares about most, in their words; the numbers of the last saved run stand in the brackets. */
const FOUR: readonly { readonly id: string; readonly tell: (row: ContestRow) => string }[] = [
  {
    id: 'start-whole',
    tell: ({ own, size }) => `从双击到工作台的内容都在：${rounded(own.median / 1000)} 秒（${size} 份单据）`,
  },
  { id: 'save', tell: ({ own }) => `按下 Ctrl+S 到“已保存”（已写入磁盘）：${rounded(own.median)} 毫秒` },
  { id: 'search', tell: ({ own, size }) => `边输入边查找，${size} 份单据：${rounded(own.median)} 毫秒` },
  {
    id: 'many-forms',
    tell: ({ own }) =>
      `填好的表单每秒生成 PDF：${rounded(1000 / own.median)} 份（每份一个文件，只算生成，不含写盘）`,
  },
]

/** The four as lines of a list; those that were not measured are left out. The last of several sizes is told. */
export function fourFigures(rows: readonly Row[]): string {
  return FOUR.flatMap(({ id, tell }) => {
    const row = rows
      .filter((each) => each.kind === 'contest')
      .filter((each) => each.id === id)
      .at(-1)
    return row ? [`- ${tell(row)}`] : []
  }).join('\n')
}
