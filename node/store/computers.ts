import { toHex } from '../../shared/kernel/bytes'
import { canonicalJson } from '../../shared/kernel/canonical-json'
import { ok } from '../../shared/kernel/result'
import { isWriterId } from '../../shared/store'
import { parsePayload } from '../../shared/store/payload'
import { isObject } from '../../shared/store/read-edit'
import type { FilePort, FileResult } from './file-port'
import { COMPUTERS, under } from './layout'
import { sha256 } from './native-sha256'
import { makeLastingDir, readIfThere, writeWhole } from './write-file'

/**
 * Which writer a computer is, and which letter its numbers bear, remembered in the data folder under the computer's name. A copy of the folder on another
 * computer so finds no writer of its own and takes a new one; a lost file costs no more than that. [ST4]
 */
const fileOf = (folder: string, computer: string): string => {
  const name = toHex(sha256(new TextEncoder().encode(computer))).slice(0, 16)
  return under(folder, `${COMPUTERS}/${name}.json`)
}

export async function rememberedWriter(
  files: FilePort,
  folder: string,
  computer: string,
): FileResult<string | null> {
  const read = await remembered(files, folder, computer)
  return read.ok ? ok(read.value.writer ?? null) : read
}

/** The letter that this computer's numbers bear; '' where it never had one. [TF14] */
export async function rememberedLetter(
  files: FilePort,
  folder: string,
  computer: string,
): FileResult<string> {
  const read = await remembered(files, folder, computer)
  return read.ok ? ok(read.value.letter ?? '') : read
}

interface Remembered {
  readonly writer?: string
  readonly letter?: string
}

async function remembered(files: FilePort, folder: string, computer: string): FileResult<Remembered> {
  const read = await readIfThere(files, fileOf(folder, computer))
  if (!read.ok) return read
  const json = read.value === null ? undefined : parsePayload(read.value)
  if (!isObject(json)) return ok({})
  const { writer, letter } = json
  return ok({
    ...(isWriterId(writer) ? { writer } : {}),
    ...(typeof letter === 'string' && /^[A-Z]{1,3}$/.test(letter) ? { letter } : {}),
  })
}

export async function rememberWriter(
  files: FilePort,
  folder: string,
  computer: string,
  writer: string,
): FileResult<null> {
  return remember(files, folder, computer, { writer })
}

export const rememberLetter = (
  files: FilePort,
  folder: string,
  computer: string,
  letter: string,
): FileResult<null> => remember(files, folder, computer, { letter })

/** The rest of what is remembered stays. */
async function remember(
  files: FilePort,
  folder: string,
  computer: string,
  anew: Remembered,
): FileResult<null> {
  const before = await remembered(files, folder, computer)
  if (!before.ok) return before
  const made = await makeLastingDir(files, under(folder, COMPUTERS))
  if (!made.ok) return made
  const json = canonicalJson({ ...before.value, ...anew })
  return writeWhole(files, fileOf(folder, computer), new TextEncoder().encode(json))
}
