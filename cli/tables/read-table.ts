import { READ_LIMITS, readFileOfTables } from '../../node/import'
import { readHere } from '../../node/import/read-here'
import {
  doubled,
  findHeads,
  headKnowledge,
  headsIn,
  readRemembered,
  refusalText,
  type ImportTarget,
  type Mapping,
  type SourceFile,
  type SourceSheet,
} from '../../shared/import'
import { badInput, type CliContext } from '../context'
import { readJson } from '../input'

/** How a person says what is to be read of a file. */
export interface TableOptions {
  readonly sheet?: string
  readonly headRow?: string
  readonly mapping?: string
}

/** Reads a file in a process of its own; bad input when it is none that can be read. */
export async function readTables(path: string, { readerFile }: CliContext): Promise<SourceFile> {
  const read =
    readerFile === undefined
      ? await readHere(path, READ_LIMITS)
      : await readFileOfTables(path, { readerFile })
  if (!read.ok) throw badInput(`${path}：${refusalText(read.error)}`)
  return read.value
}

/** The sheet that is meant: the one that is named, else the first that is to be seen and holds anything. */
export function sheetIn({ sheets }: SourceFile, name: string | undefined): SourceSheet {
  const filled = sheets.filter(({ rows }) => rows.length > 0)
  const sheet =
    name === undefined
      ? (filled.find(({ hidden }) => !hidden) ?? filled[0])
      : sheets.find((candidate) => candidate.name === name)
  if (sheet) return sheet
  const names = sheets.map((candidate) => candidate.name).join('、')
  throw badInput(`没有工作表“${name ?? ''}”；有：${names}`)
}

/** Which columns go where: guessed from the heads, or as a JSON file says (`{"表头":"字段"}`). */
export function mappingFor(sheet: SourceSheet, target: ImportTarget, options: TableOptions): Mapping {
  const knowledge = headKnowledge(target)
  const said = options.headRow === undefined ? undefined : Number(options.headRow)
  const heads = said === undefined ? findHeads(sheet, knowledge.knows) : headsIn(sheet, said)
  if (!heads) {
    throw badInput(
      said === undefined
        ? '找不到表头；请用 --head-row 指明表头在第几行'
        : `第 ${options.headRow ?? ''} 行没有内容，不能作表头`,
    )
  }
  const known = options.mapping === undefined ? {} : rememberedIn(options.mapping, target)
  const mapping = knowledge.guess(heads.row, heads.heads, known)
  if (mapping.columns.every(({ to }) => to === null))
    throw badInput(`没有一列能对应《${target.name}》的字段；请用 --mapping 指明（表头在第 ${heads.row} 行）`)
  const twice = doubled(mapping)
  if (twice.length > 0) throw badInput(`有几列对应同一个字段：${twice.join('、')}`)
  return mapping
}

function rememberedIn(path: string, target: ImportTarget) {
  const { columns } = headKnowledge(target)
  const read = readRemembered(readJson(path), columns)
  if (!read) throw badInput(`${path}：应是 {"表头":"字段"}，不导入的列写 null`)
  if (read.unknown.length > 0) {
    const heads = columns.map(({ head }) => head).join('、')
    throw badInput(`${path}：没有字段“${read.unknown.join('”“')}”；有：${heads}`)
  }
  return read.mapping
}
