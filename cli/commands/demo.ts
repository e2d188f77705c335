import { randomBytes } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { hostname } from 'node:os'
import { join, resolve } from 'node:path'
import { foldFolder, nodeFiles, openDataFolder, type DataFolder } from '../../node/store'
import { catalogue, type CatalogueEntry } from '../../shared/catalogue'
import { emptyValues } from '../../shared/forms/values'
import { uuidv7 } from '../../shared/kernel/ids'
import { makeEdits, recordInfo, valuesOf, type NewChange } from '../../shared/store'
import { CliFailure, type CliContext } from '../context'
import { startFailureLine } from '../failure-lines'
import { makeFolder } from '../output'
import { printSheets } from './pdf'

const FIRM = '示例电器有限公司'

/**
 * The main job without a window: every form is filled with its sample, kept in a data folder, read back from the disk
 * and printed, blank and filled, into `outDir`.
 */
export async function demoCommand(outDir: string, context: CliContext): Promise<void> {
  makeFolder(outDir)
  const folder = resolve(outDir, 'demo-data')
  // The folder of an earlier demo, and nothing else.
  if (existsSync(join(folder, 'zhike.json'))) rmSync(folder, { recursive: true })
  await keepSamples(folder, context)

  const folded = await foldFolder(nodeFiles(), folder)
  if (!folded.ok) throw new CliFailure(1, startFailureLine(folded.error))
  const filled = folded.value.entities.map((record) => {
    const template = catalogue.find(({ hash }) => hash === recordInfo(record).template)?.template
    if (!template) throw new Error(`record ${record.entity.id} has no template`)
    const out = join(outDir, `${template.code}.pdf`)
    return { template, values: valuesOf(record).values, mode: 'filled' as const, out }
  })
  const blank = catalogue.map(({ template }) => {
    const out = join(outDir, `${template.code}-blank.pdf`)
    return { template, values: emptyValues, mode: 'blank' as const, out }
  })
  await printSheets([...filled, ...blank], FIRM, context)

  for (const { template, out } of filled) context.write(`${template.name}：已填写、保存、打印 → ${out}\n`)
  context.write(`空白表 ${blank.length} 张，数据目录 ${folder}\n`)
}

async function keepSamples(path: string, context: CliContext): Promise<void> {
  const clock = { now: context.now }
  const random = (length: number): Uint8Array => randomBytes(length)
  const options = { path, files: nodeFiles(), clock, random, appVersion: 'demo', computer: hostname() }
  const opened = await openDataFolder(options)
  if (!opened.ok) throw new CliFailure(1, startFailureLine(opened.error))
  const folder = opened.value
  for (const entry of catalogue) await keepSample(folder, entry, uuidv7(clock, random))
  await folder.close()
}

async function keepSample(folder: DataFolder, entry: CatalogueEntry, id: string): Promise<void> {
  const kept = await folder.keepTemplate(entry.template)
  const change: NewChange = {
    entity: { kind: 'record', id },
    template: entry.hash,
    edits: makeEdits({
      state: null,
      seen: {},
      from: emptyValues,
      to: entry.sample,
      registers: { '@state': 'submitted' },
    }),
  }
  const appended = kept.ok ? await folder.append([change]) : kept
  if (!appended.ok) throw new CliFailure(1, `保存失败：${JSON.stringify(appended.error)}`)
}
