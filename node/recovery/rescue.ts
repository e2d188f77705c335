import { resolve, sep } from 'node:path'
import type { RescueFailure, Rescued } from '../../shared/ipc/recovery'
import { err, ok, type Result } from '../../shared/kernel/result'
import type { FilePort, FileResult } from '../store/file-port'
import { isSystemName } from '../store/layout'
import { trueName } from '../store/true-name'
import { makeLastingDir } from '../store/write-file'
import { changesThere } from './changes-there'
import { OutFolder } from './out-folder'
import { rescueEntities } from './rescue-entities'
import { rescueFiles } from './rescue-files'
import { Spill } from './spill'
import { summaryPage } from './summary-page'
import { surveyFolder } from './survey'
import { Tables, type WriteList } from './tables'
import { readHurtFolder } from './hurt-folder'

export interface RescueOptions {
  readonly files: FilePort
  readonly folder: string
  /** An empty folder, or one that is not there yet. */
  readonly target: string
  /** Milliseconds since 1970. */
  readonly now: number
  readonly writeList: WriteList
  /** How far it has come, of how much. */
  readonly progress?: (done: number, total: number) => void
  readonly signal?: AbortSignal
}

/** Parts of the work, as far as a person waits for them. */
const PHASES = { survey: 3, spill: 2, entities: 4, tables: 3, files: 1 } as const

/**
 * Puts everything that can be read of a data folder into an empty one, for people and other programs: tables, attachments,
 * and each change as a line of JSON. The data folder is only read, whatever state it is in, and in memory there is as much as
 * ever, however large it is.
 */
export async function rescueFolder(options: RescueOptions): Promise<Result<Rescued, RescueFailure>> {
  const { files, folder, target, signal } = options
  const free = await isFree(files, folder, target)
  if (!free.ok) return free
  const out = new OutFolder(files, resolve(target))
  try {
    return await rescueInto(out, options)
  } catch (error) {
    if (signal?.aborted === true) return err({ type: 'Stopped', path: folder })
    throw error
  } finally {
    await out.clear()
  }
}

async function rescueInto(out: OutFolder, options: RescueOptions): Promise<Result<Rescued, RescueFailure>> {
  const { files, folder, now, writeList, signal } = options
  const step = stepper(options)
  const surveyed = await surveyFolder({
    files,
    folder,
    progress: (done, total) => {
      step('survey', total === 0 ? 1 : done / total)
    },
    ...(signal ? { signal } : {}),
  })
  if (!surveyed.ok) return surveyed
  const survey = surveyed.value
  const read = await readHurtFolder(files, folder)
  if (!read.ok) return read
  const { id, scan } = read.value
  const spill = new Spill(out, scan.bytes)
  let seen = 0
  for await (const part of changesThere(files, folder, id, scan)) {
    const added = await spill.add(part)
    if (!added.ok) return added
    step('spill', scan.bytes === 0 ? 1 : (seen += part.bytes) / scan.bytes)
  }
  const spilled = await spill.flush()
  if (!spilled.ok) return spilled
  const tables = new Tables(out)
  const entities = await rescueEntities(
    { files, folder, out, spill, tables, now, lost: survey.lost },
    (part) => {
      step('entities', part)
    },
  )
  if (!entities.ok) return entities
  const plain = await tables.write(writeList, (part) => {
    step('tables', part)
  })
  if (!plain.ok) return plain
  const others = await rescueFiles({ files, folder, out, scan, used: entities.value.used }, (part) => {
    step('files', part)
  })
  if (!others.ok) return others
  const { customers, records, changes, regained, attachments, missing, asText } = entities.value
  const rescued: Rescued = {
    folder: out.path,
    customers,
    records,
    changes,
    attachments: attachments + others.value.attachments,
    lacking: {
      changes: survey.lost.reduce((sum, { from, to }) => sum + to - from + 1, 0) - regained,
      attachments: missing.length,
      recordsAsText: asText,
      files: others.value.unread,
    },
  }
  const page = summaryPage({ survey, rescued, missing, plainTables: plain.value, others: others.value, now })
  const put = await out.put([], '说明', 'html', new TextEncoder().encode(page))
  return put.ok ? ok(rescued) : put
}

/** Whether a place can take an export: it is empty or not there, and not within the data folder (nor around it). */
async function isFree(files: FilePort, folder: string, target: string): Promise<Result<null, RescueFailure>> {
  const [from, to] = [(await trueName(folder)) + sep, (await trueName(target)) + sep]
  if (to.startsWith(from) || from.startsWith(to)) return err({ type: 'InsideDataFolder', path: target })
  const listed = await files.list(target)
  if (!listed.ok) return listed.error.type === 'NotFound' ? madeDir(files, target) : listed
  return listed.value.every(({ name }) => isSystemName(name))
    ? ok(null)
    : err({ type: 'NotEmpty', path: target })
}

async function madeDir(files: FilePort, target: string): FileResult<null> {
  return makeLastingDir(files, target)
}

/** Tells how far all phases have come together; stops where a person has asked for it. */
function stepper({ progress, signal }: RescueOptions): (phase: keyof typeof PHASES, part: number) => void {
  const names = Object.keys(PHASES) as (keyof typeof PHASES)[]
  const total = names.reduce((sum, name) => sum + PHASES[name], 0)
  return (phase, part) => {
    signal?.throwIfAborted()
    const before = names.slice(0, names.indexOf(phase)).reduce((sum, name) => sum + PHASES[name], 0)
    progress?.(Math.round(1000 * (before + PHASES[phase] * Math.min(1, part))), 1000 * total)
  }
}
