import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { LocalSettings } from '../../shared/ipc/contract'
import { replaceFile } from './replace-file'
import { writeSettings } from './settings'

/**
 * Takes this computer's settings along to the profile of another data folder, unless that has some of its own. How far
 * each person has looked at what came stays behind: it counts in the changes of the old one. What fails is left at that:
 * settings are quickly made again, and the team is joined.
 */
export async function carrySettings(settings: LocalSettings, file: string): Promise<void> {
  if (existsSync(file)) return
  const { arrivedSeen, ...taken } = settings
  try {
    await mkdir(dirname(file), { recursive: true })
  } catch {
    return
  }
  await writeSettings(file, taken)
}

/**
 * Puts the settings that a backup brought along into the profile of the data folder that was restored from it, unless that has some of its own.
 * Read as any settings file is: what cannot be understood is as usual. The place of the backups was the other computer's.
 */
export async function bringSettings(brought: Uint8Array, file: string): Promise<void> {
  if (existsSync(file)) return
  try {
    const { backupFolder, ...taken } = JSON.parse(new TextDecoder().decode(brought)) as LocalSettings
    await mkdir(dirname(file), { recursive: true })
    await replaceFile(file, Buffer.from(JSON.stringify(taken)))
  } catch {
    return
  }
}
