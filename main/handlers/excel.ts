import type { ExcelContent } from '../../node/excel/messages'
import type { ExcelThread } from '../../node/excel/thread'
import type { Clock } from '../../shared/kernel/clock'
import { ok } from '../../shared/kernel/result'
import type { Ask } from '../files/ask'
import { replaceFile } from '../files/replace-file'
import type { Handlers } from '../ipc/answer'
import type { Texts } from '../text'

export interface ExcelParts {
  readonly thread: ExcelThread
  readonly clock: Clock
  readonly ask: Ask
  readonly texts: () => Texts
}

/** The workbook is made before the place is asked for: what cannot be written is told at once. */
export function excelHandlers({
  thread,
  clock,
  ask,
  texts,
}: ExcelParts): Pick<Handlers, 'excel:save' | 'excel:saveList'> {
  const save = async (content: ExcelContent, suggestedName: string) => {
    const made = await thread.write(content, clock.now())
    if (!made.ok) return made
    const { saveExcel, excelFiles } = texts()
    const path = await ask.saveAs({
      title: saveExcel,
      name: suggestedName,
      extension: 'xlsx',
      kind: excelFiles,
    })
    if (path === null) return ok({ path })
    const written = await replaceFile(path, made.value)
    return written.ok ? ok({ path }) : written
  }
  return {
    'excel:save': ({ sheets, suggestedName }) => save({ content: 'forms', sheets }, suggestedName),
    'excel:saveList': ({ list, suggestedName }) => save({ content: 'list', list }, suggestedName),
  }
}
