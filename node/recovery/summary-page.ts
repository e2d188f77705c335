import type { Concerned, Rescued, Survey } from '../../shared/ipc/recovery'
import { localMinute } from '../backup/backup-name'
import type { LackingAttachment } from './rescue-entities'
import type { OtherFiles } from './rescue-files'

export interface SummaryParts {
  readonly survey: Survey
  readonly rescued: Rescued
  readonly missing: readonly LackingAttachment[]
  /** Tables that are CSV because no workbook could be made. */
  readonly plainTables: number
  readonly others: OtherFiles
  readonly now: number
}

/** Attachments that are listed by name; the rest is counted. */
const MOST_LISTED = 500

/** The page that says what is in an export and what is lacking. It stands alone: any browser shows it, in ten years too. */
export function summaryPage({ survey, rescued, missing, plainTables, others, now }: SummaryParts): string {
  const { day, minute } = localMinute(now)
  const there: readonly Row[] = [
    ['客户.xlsx', `${rescued.customers} 个客户`],
    ['单据', `${rescued.records} 张单据，每种表单（每个版本）一个表格`],
    ['附件', `${rescued.attachments} 个附件，按表单和单据编号分文件夹`],
    ['变更', `${rescued.changes} 条变更，每行一条 JSON：读得出的全部内容，包括表格放不下的`],
    ['模板', `${others.templates} 个表单模板（JSON）`],
    ['草稿', `${others.drafts} 份草稿（JSON）`],
    ['未能读出', `${others.unread} 个文件：损坏的、不认识的或较新版本写的，原样复制`],
  ]
  const lacking = lackingLines(survey, rescued, missing, plainTables)
  return page(`知客数据导出 ${day}`, [
    element('h1', '知客：所有可读内容的导出'),
    element(
      'p',
      `导出时间 ${day} ${minute.slice(0, 2)}:${minute.slice(2)}，来自数据目录 ${survey.path}。原来的数据目录没有改动。`,
    ),
    element('h2', '这里有什么'),
    table(['位置', '内容'], there),
    element('h2', lacking.length === 0 ? '没有缺少的内容' : '缺少或有问题的内容'),
    list(lacking),
    ...lostTables(survey),
    ...attachmentTable(missing),
    element('h2', '怎么用'),
    list([
      '表格可以用 Excel 或 WPS 打开；在知客里用“导入”可以把客户和单据导回一个新的数据目录。',
      '“导出说明”一栏写着这一行要注意什么，例如含有隔离区里搁置的变更。',
      '找到完好的备份，或同事电脑上有同一份数据时，请优先用备份或团队恢复，那样连历史记录都在。',
    ]),
  ])
}

type Row = readonly [string, string]

function lackingLines(
  { findings, unread, aside }: Survey,
  { lacking }: Rescued,
  missing: readonly LackingAttachment[],
  plainTables: number,
): readonly string[] {
  const altered = missing.filter(({ is }) => is === 'altered').length
  const gone = missing.length - altered
  const torn = findings.filter(({ finding }) => finding === 'tornTail').length
  const lines: readonly (readonly [number, string])[] = [
    [lacking.changes, `缺 ${lacking.changes} 条变更：写它们的文件损坏或不见了`],
    [unread.unreadable, `${unread.unreadable} 条变更的内容读不出`],
    [unread.newer, `${unread.newer} 条变更是较新版本的知客写的，这个版本读不懂，原样放在“变更”里`],
    [unread.destroyed, `${unread.destroyed} 条变更的内容已按规定销毁`],
    [torn, `${torn} 个文件的末尾没有写完（写到一半断电），没有写完的部分不算已保存`],
    [gone, `${gone} 个附件的文件不见了`],
    [altered, `${altered} 个附件的内容被改动或损坏，照样复制，文件名前有“（已损坏）”`],
    [
      lacking.recordsAsText,
      `${lacking.recordsAsText} 张单据或客户放不进表格（缺少模板或文字太长），在“单据”里的 .jsonl 文件中`,
    ],
    [plainTables, `${plainTables} 个表格写不成 .xlsx，写成了 .csv`],
    [aside.lacking, `${aside.lacking} 条变更是从隔离区里搁置的文件读出的，已经并入，并在“导出说明”里注明`],
    [aside.unreadable, `隔离区里搁置的文件有 ${aside.unreadable} 行读不出`],
  ]
  return lines.flatMap(([count, text]) => (count > 0 ? [text] : []))
}

function lostTables({ lost }: Survey): readonly string[] {
  return lost.map(({ writer, from, to, concerns, count }) => {
    const head = element('h3', `写入端 ${writer.slice(0, 8)} 的第 ${from} 至 ${to} 号变更不见了`)
    if (count === 0) return head + element('p', '不知道它们涉及哪些单据。')
    const more = count > concerns.length ? element('p', `还有 ${count - concerns.length} 项没有列出。`) : ''
    return head + element('p', '从别的变更看，它们涉及：') + list(concerns.map(concernedText)) + more
  })
}

function attachmentTable(missing: readonly LackingAttachment[]): readonly string[] {
  if (missing.length === 0) return []
  const rows = missing
    .slice(0, MOST_LISTED)
    .map(({ name, of, is }): Row => [
      `${of} ${name}`.trim(),
      is === 'missing' ? '文件不见了' : '内容损坏，已复制',
    ])
  const more =
    missing.length > MOST_LISTED ? element('p', `还有 ${missing.length - MOST_LISTED} 个没有列出。`) : ''
  return [element('h3', '不完整的附件'), table(['附件', '情况'], rows), more]
}

const KINDS: Readonly<Record<string, string>> = {
  record: '单据',
  customer: '客户',
  staff: '人员',
  firm: '单位',
}

function concernedText({ entity, name, form }: Concerned): string {
  const kind = form !== '' ? form : (KINDS[entity.kind] ?? '其他')
  return `${kind} ${name !== '' ? name : `（没有编号，${entity.id}）`}`
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? '')

const element = (name: string, text: string): string => `<${name}>${escaped(text)}</${name}>`

const list = (lines: readonly string[]): string =>
  lines.length === 0 ? '' : `<ul>${lines.map((line) => element('li', line)).join('')}</ul>`

function table(heads: readonly string[], rows: readonly Row[]): string {
  const line = (cells: readonly string[], cell: string) =>
    `<tr>${cells.map((text) => element(cell, text)).join('')}</tr>`
  return `<table>${line(heads, 'th')}${rows.map((row) => line(row, 'td')).join('')}</table>`
}

const page = (title: string, parts: readonly string[]): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8">${element('title', title)}<style>
body{font:15px/1.7 "Microsoft YaHei","PingFang SC","Noto Sans CJK SC",sans-serif;color:#222;max-width:860px;margin:40px auto;padding:0 24px}
h1{font-size:24px}h2{font-size:18px;margin-top:32px}h3{font-size:15px}
table{border-collapse:collapse;width:100%}td,th{border:1px solid #ccc;padding:6px 10px;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{background:#f3f1ec}
</style></head><body>
${parts.filter((part) => part !== '').join('\n')}
</body></html>
`
