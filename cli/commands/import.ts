import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { listWorkbook } from '../../node/excel'
import {
  changesOf,
  isFoundAgain,
  numberOf,
  correctedSheet,
  planImport,
  readEntries,
  remembered,
  type ImportPlan,
  type ImportTarget,
  type WhenThere,
} from '../../shared/import'
import { uuidv7 } from '../../shared/kernel/ids'
import { badInput, CliFailure, type CliContext } from '../context'
import { dayHere } from '../input'
import { writeResult } from '../output'
import { firmView } from '../tables/firm-view'
import { knownIn } from '../tables/known'
import { mappingFor, readTables, sheetIn, type TableOptions } from '../tables/read-table'
import { noteLine, reportLines, sheetLines } from '../tables/report'
import { keyNamed, targetNamed, type TargetOptions } from '../tables/target'
import { withFolder, writeChanges } from '../tables/write-changes'

export interface ImportOptions extends TableOptions, TargetOptions {
  readonly data: string
  readonly key?: string
  readonly whenThere: string
  readonly draft?: true
  readonly dryRun?: true
  readonly skipHidden?: true
  readonly withTotals?: true
  readonly findings?: string
  readonly person?: string
  readonly letter?: string
  readonly json?: true
}

const WHEN_THERE: readonly WhenThere[] = ['skip', 'update', 'add']

/** `import FILE --data DIR (--customers | --form CODE)`: 0 when everything was taken over, 1 when some lines were not. */
export async function importCommand(
  file: string,
  options: ImportOptions,
  context: CliContext,
): Promise<void> {
  const whenThere = WHEN_THERE.find((known) => known === options.whenThere)
  if (!whenThere) throw badInput(`--when-there 应是 ${WHEN_THERE.join('、')} 之一`)
  // Nothing is written into a folder that is not there: openDataFolder would make one.
  if (!existsSync(options.data)) throw badInput(`${options.data}：没有这个目录`)
  const view = await firmView(options.data)
  const { target, hash } = targetNamed(options, view)
  const source = await readTables(file, context)
  const sheet = sheetIn(source, options.sheet)
  const mapping = mappingFor(sheet, target, options)
  const newId = () => uuidv7({ now: context.now }, (length) => randomBytes(length))
  const today = dayHere(context.now())
  const entries = readEntries({
    sheet,
    target,
    mapping,
    names: view,
    newId,
    withoutHidden: options.skipHidden === true,
    withTotals: options.withTotals === true,
  })
  const matching = { key: keyNamed(options.key, target, mapping), whenThere }
  const person =
    options.person === undefined ? undefined : (view.person(options.person) ?? { name: options.person })
  const plan = planImport({
    target,
    ...(hash === undefined ? {} : { templateHash: hash }),
    entries,
    matching,
    as: options.draft === true ? 'draft' : 'submitted',
    known: knownIn({
      view,
      target,
      said: entries.map((entry) => numberOf(target, entry)),
      key: matching.key,
      today,
      letter: options.letter ?? '',
    }),
    ...(person ? { person } : {}),
    today,
    batch: newId(),
    newId,
  })
  const told = options.json === true ? [] : [...source.notes.map(noteLine), ...sheetLines(source, sheet)]
  for (const line of told) context.write(`${line}\n`)
  const advice = isFoundAgain(plan, { target, matching, as: options.draft === true ? 'draft' : 'submitted' })
    ? '照这次的查重再导入一次，就只补其余的'
    : `先撤销（import --undo ${plan.batch}）再重新导入，否则会重复`
  if (options.dryRun !== true && changesOf(plan).length > 0)
    await withFolder(options.data, context, (folder) =>
      writeChanges(folder, changesOf(plan), target.template, advice),
    )
  const corrected = options.findings
  if (corrected !== undefined && plan.counts.refuse > 0) {
    const made = await listWorkbook(correctedSheet(sheet, mapping, plan.planned), context.now())
    if (!made.ok) throw new CliFailure(1, `没有写出问题表：${JSON.stringify(made.error)}`)
    writeResult(corrected, made.value)
  }
  if (options.json === true)
    context.write(`${JSON.stringify(asJson(plan, remembered(mapping), options.dryRun === true))}\n`)
  else {
    const isDry = options.dryRun === true
    for (const line of reportLines({ target, sheet, mapping, matching, plan, isDry }))
      context.write(`${line}\n`)
    context.write(`${lastLine(plan, target, options)}\n`)
  }
  if (plan.counts.refuse > 0) throw new CliFailure(1, '')
}

function lastLine(plan: ImportPlan, target: ImportTarget, { dryRun, findings }: ImportOptions): string {
  const corrected =
    findings !== undefined && plan.counts.refuse > 0 ? `；有问题的行在 ${findings}，改好后再导入` : ''
  if (dryRun === true) return `只是试算，没有写入${corrected}`
  if (changesOf(plan).length === 0) return `《${target.name}》没有可写入的${corrected}`
  return `批号 ${plan.batch}（撤销：import --undo ${plan.batch}）${corrected}`
}

const asJson = (plan: ImportPlan, mapping: unknown, isDry: boolean) => ({
  batch: isDry ? null : plan.batch,
  counts: plan.counts,
  mapping,
  findings: plan.planned.flatMap(({ findings }) => findings),
})
