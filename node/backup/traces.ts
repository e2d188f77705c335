import { join } from 'node:path'
import type { SafetyStatus } from '../../shared/ipc/safety'
import { parsePayload } from '../../shared/store/payload'
import { isObject } from '../../shared/store/read-edit'
import type { FilePort, FileResult } from '../store/file-port'
import { makeLastingDir, writeWhole } from '../store/write-file'

/** What a computer remembers of a restore and of a move, in the profile of the data folder: what it says is for people only. */
export type Traces = Pick<SafetyStatus, 'restored' | 'restoredInto' | 'movedOn'>

const FILE = 'restored-or-moved.json'
const NONE: Traces = { restored: null, restoredInto: null, movedOn: null }

export async function readTraces(files: FilePort, profile: string): Promise<Traces> {
  const read = await files.read(join(profile, FILE))
  const json = read.ok ? parsePayload(read.value) : null
  if (!isObject(json)) return NONE
  const { restored, restoredInto, movedOn } = json
  const isRestored =
    isObject(restored) && typeof restored['before'] === 'string' && typeof restored['day'] === 'string'
  const isInto =
    isObject(restoredInto) &&
    typeof restoredInto['after'] === 'string' &&
    typeof restoredInto['day'] === 'string'
  return {
    restored: isRestored ? (restored as unknown as Traces['restored']) : null,
    restoredInto: isInto ? (restoredInto as unknown as Traces['restoredInto']) : null,
    movedOn: typeof movedOn === 'string' ? movedOn : null,
  }
}

export async function leaveTraces(
  files: FilePort,
  profile: string,
  traces: Partial<Traces>,
): FileResult<null> {
  const made = await makeLastingDir(files, profile)
  if (!made.ok) return made
  const all: Traces = { ...(await readTraces(files, profile)), ...traces }
  return writeWhole(files, join(profile, FILE), new TextEncoder().encode(JSON.stringify(all)))
}
