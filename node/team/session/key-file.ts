import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Where a program's own folder keeps the keys of its teams. */
export const keyFolder = (home: string): string => join(home, 'teams')

export const keyFile = (dir: string, team: string, ending = 'keys'): string => join(dir, `${team}.${ending}`)

/** Whether anything is kept of a team here; where nothing is, an opening need not wait for what reads it. */
export const hasTeamKeys = (home: string, team: string): boolean => existsSync(keyFile(keyFolder(home), team))
