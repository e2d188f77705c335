import { basename } from 'node:path'
import { z } from 'zod'
import type { JournalFailure } from '../../shared/ipc/contract'
import type { Appended, ImportCalls } from '../../shared/ipc/import'
import { newChange } from '../../shared/ipc/schema-change'
import { err, ok, type Result } from '../../shared/kernel/result'
import { dotOf, type NewChange } from '../../shared/store'
import type { FolderSession } from '../data/folder-session'
import type { Ask } from '../files/ask'
import { replaceFile } from '../files/replace-file'
import type { TablesDesk } from '../import/tables-desk'
import type { Handlers } from '../ipc/answer'
import type { Texts } from '../text'

export interface ImportParts {
  readonly session: FolderSession
  readonly tables: TablesDesk
  readonly ask: Ask
  readonly texts: () => Texts
  /** Something was written: the team is to have it soon. */
  readonly onSaved: () => void
}

/** Tables of other programs come in, changes out of them are written, and lists go out as CSV. */
export function importHandlers(parts: ImportParts): Pick<Handlers, keyof ImportCalls> {
  const { session, tables, ask, texts, onSaved } = parts
  return {
    'import:choose': async () => {
      const { chooseTable, tableFiles } = texts()
      // What cannot be read is refused with a sentence: an old .xls that is hidden here would be looked for in vain.
      const extensions = ['xlsx', 'csv', 'xlsm', 'txt', 'tsv', 'xls', 'xlsb', 'ods', 'et']
      const path = await ask.openFile(chooseTable, { name: tableFiles, extensions })
      return path === null ? ok(null) : tables.read(basename(path), path)
    },
    'import:read': ({ name, bytes }) => tables.read(name, bytes),
    'import:rows': ({ sheet, after }) => tables.rows(sheet, after),
    'import:stop': () => {
      tables.stop()
      return null
    },
    'import:append': async ({ changes }) => {
      const read = readChanges(changes)
      if (!read.ok) return read
      const written = await session.use((folder) => folder.append(read.value))
      onSaved()
      if (!written.ok) return written
      const [first, last] = [written.value[0], written.value.at(-1)]
      const named: Result<Appended, JournalFailure> =
        first && last
          ? ok({ first: dotOf(first), last: dotOf(last) })
          : err({ type: 'BadChange', reason: 'nothing to write' })
      return named
    },
    'csv:save': async ({ text, suggestedName }) => {
      const { saveCsv, csvFiles } = texts()
      const path = await ask.saveAs({
        title: saveCsv,
        name: suggestedName,
        extension: 'csv',
        kind: csvFiles,
      })
      if (path === null) return ok({ path })
      const written = await replaceFile(path, Buffer.from(text))
      return written.ok ? ok({ path }) : written
    },
  }
}

const newChanges = z.array(newChange).min(1).max(20_000)

function readChanges(text: string): Result<readonly NewChange[], JournalFailure> {
  try {
    const read = newChanges.safeParse(JSON.parse(text))
    return read.success
      ? ok(read.data)
      : err({ type: 'BadChange', reason: z.prettifyError(read.error).slice(0, 500) })
  } catch {
    return err({ type: 'BadChange', reason: 'no JSON' })
  }
}
