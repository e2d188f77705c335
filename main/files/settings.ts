import { copyFileSync, readFileSync } from 'node:fs'
import type { FileFailure, LocalSettings } from '../../shared/ipc/contract'
import { localSettings } from '../../shared/ipc/schema'
import type { Result } from '../../shared/kernel/result'
import { replaceFile } from './replace-file'

export const usualSettings: LocalSettings = {
  language: 'zh-CN',
  theme: 'system',
  zoom: 1,
  copies: 1,
  favourites: [],
  recents: [],
}

export interface ReadSettings {
  readonly settings: LocalSettings
  /** The file could not be understood whole; a copy of it stands at this path. */
  readonly kept?: string
}

/**
 * Reads this computer's settings. Never fails: what can be understood of a damaged file is used, the rest is as usual,
 * and the file itself is copied before the next write replaces it.
 */
export function readSettings(file: string): ReadSettings {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { settings: usualSettings }
    return { settings: usualSettings, kept: file }
  }
  const found = parseJson(text)
  const whole = localSettings.safeParse({ ...usualSettings, ...found })
  if (found && whole.success) return { settings: whole.data }
  const kept = `${file}.damaged`
  try {
    copyFileSync(file, kept)
  } catch {
    // The disk may be full or read-only; the settings still have to be usable.
  }
  return { settings: mendSettings(found ?? {}), kept }
}

function parseJson(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : null
  } catch {
    return null
  }
}

/** Takes over each member that is right on its own; of the print set-ups, that of each form. */
function mendSettings(found: Record<string, unknown>): LocalSettings {
  const { printSetups, ...others } = found
  const mended = Object.entries(others).reduce(withMember, usualSettings)
  if (!isRecord(printSetups)) return mended
  return Object.entries(printSetups).reduce(
    (settings, [code, setup]) =>
      withMember(settings, ['printSetups', { ...settings.printSetups, [code]: setup }]),
    mended,
  )
}

function withMember(settings: LocalSettings, [key, value]: readonly [string, unknown]): LocalSettings {
  const tried = localSettings.safeParse({ ...settings, [key]: value })
  return tried.success ? tried.data : settings
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export function writeSettings(file: string, settings: LocalSettings): Promise<Result<null, FileFailure>> {
  return replaceFile(file, Buffer.from(`${JSON.stringify(settings, null, 2)}\n`))
}
