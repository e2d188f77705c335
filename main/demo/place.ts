import { join } from 'node:path'
import { profileFolder } from '../start/profile'

/** Where the demo data are: in the program's own folder, away from every data folder that a person chooses. */
export const demoFolder = (home: string): string => join(home, 'demo', 'data')

/** Whether a data folder is that of the demo data, by whatever name it was called. */
export const isDemoFolder = (home: string, path: string): boolean =>
  profileFolder(home, path) === profileFolder(home, demoFolder(home))
