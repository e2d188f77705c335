import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { FileFailure } from '../../shared/ipc/contract'
import { err, ok, type Result } from '../../shared/kernel/result'
import type { Ask } from '../files/ask'
import { decodeText } from '../files/decode-text'
import { fileFailure } from '../files/failure'
import { replaceFile } from '../files/replace-file'
import type { Handlers } from '../ipc/answer'
import type { Texts } from '../text'

/** A year of 法定节假日 has some 2 KB. */
const MOST_BYTES = 1_000_000

/** The text of a calendar file; the window reads and judges it. */
export function calendarHandlers(
  ask: Ask,
  texts: () => Texts,
): Pick<Handlers, 'calendar:choose' | 'calendar:save'> {
  return {
    'calendar:choose': async () => {
      const { chooseCalendar, calendarFiles } = texts()
      const path = await ask.openFile(chooseCalendar, { name: calendarFiles, extensions: ['json', 'txt'] })
      return path === null ? ok(null) : readText(path)
    },
    'calendar:save': async ({ text, suggestedName }) => {
      const { saveCalendar, calendarFiles } = texts()
      const path = await ask.saveAs({
        title: saveCalendar,
        name: suggestedName,
        extension: 'json',
        kind: calendarFiles,
      })
      if (path === null) return ok({ path })
      const written = await replaceFile(path, new TextEncoder().encode(text))
      return written.ok ? ok({ path }) : written
    },
  }
}

async function readText(path: string): Promise<Result<{ name: string; text: string }, FileFailure>> {
  try {
    const { size } = await stat(path)
    if (size > MOST_BYTES) return err({ type: 'BadFile', path, reason: `> ${MOST_BYTES / 1_000_000} MB` })
    return ok({ name: basename(path), text: decodeText(await readFile(path)) })
  } catch (error) {
    return err(fileFailure(error, path))
  }
}
