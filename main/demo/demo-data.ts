import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { MakeDemo } from '../../node/demo/thread'
import type { FileFailure, LocalSettings } from '../../shared/ipc/contract'
import type { Clock } from '../../shared/kernel/clock'
import { err, ok, type Result } from '../../shared/kernel/result'
import { fileFailure } from '../files/failure'
import type { SettingsKeeper } from '../files/settings-keeper'
import { usualSettings } from '../files/settings'

export interface DemoDataParts {
  /** The folder of the demo data; what stands there is the program's own. */
  readonly folder: string
  readonly profile: string
  readonly settings: SettingsKeeper
  readonly clock: Clock
  readonly computer: string
  readonly make: MakeDemo
  /** Empties the window's browser storage, the working copy. */
  readonly clearStorage: () => Promise<void>
}

/** Forms that stand in the rail of the demo data: those that the tour and a first look need. */
const FAVOURITES = ['KHTS-BD-001', 'SHFW-BD-004', 'HJZX-BD-001', 'KHXX-BD-001']
/** Who works there: a 客服专员, the fourth of the staff. */
const PERSON = 3
/** What the profile remembers of the journals of a folder that is not there any more. */
const REMEMBERED = ['segments.json']

/** Language and theme as they were, everything else as it comes; never a backup. */
export const demoSettings = ({ language, theme }: LocalSettings): LocalSettings => ({
  ...usualSettings,
  language,
  theme,
  backupFolder: null,
})

/** Makes the demo data unless they are there; `anew`: in any case. Made beside and renamed, so that there is never half of it. */
export async function readyDemoData(parts: DemoDataParts, anew: boolean): Promise<Result<null, FileFailure>> {
  const { folder, clock, computer, make } = parts
  if (!anew && existsSync(join(folder, 'zhike.json'))) return ok(null)
  try {
    await clearAway(parts)
    const dir = join(dirname(folder), `${MAKING}${String(process.pid)}`)
    await mkdir(dir, { recursive: true })
    const made = await make({ dir, now: clock.now(), computer })
    if (!made.made) return err({ type: 'BadFile', path: folder, reason: made.reason })
    await rename(dir, folder)
    const person = made.staff[PERSON]?.id
    return await parts.settings.write({
      ...demoSettings(parts.settings.read().settings),
      favourites: FAVOURITES,
      ...(person === undefined ? {} : { person, recentPeople: [person] }),
    })
  } catch (error) {
    return err(fileFailure(error, folder))
  }
}

const MAKING = 'making-'

async function clearAway({ folder, profile, clearStorage }: DemoDataParts): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  for (const name of REMEMBERED) await rm(join(profile, name), { force: true })
  const around = dirname(folder)
  await mkdir(around, { recursive: true })
  const begun = (await readdir(around)).filter((name) => basename(name).startsWith(MAKING))
  for (const name of begun) await rm(join(around, name), { recursive: true, force: true })
  await clearStorage()
}
