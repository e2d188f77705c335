import type { Clock, RandomBytes } from '../../shared/kernel/clock'
import type { DataFolder, FilePort } from '../../node/store'
import { guardedTeamFolder } from '../../node/team/carrier/guarded-team-folder'
import { keyFolder } from '../../node/team/session/key-file'
import { keyRing } from '../../node/team/session/key-ring'
import { teamDataOpener } from '../../node/team/session/open-team-data'
import { TeamSession, type SessionParts } from '../../node/team/session/team-session'
import { startFolderThread } from '../../node/team/carrier/start-folder-thread'
import { writerNames, type WriterNames } from '../../node/team/session/writer-names'
import type { Send } from '../ipc/send'
import { systemProtection } from './protection'

export interface TeamParts {
  readonly home: string
  readonly files: FilePort
  readonly clock: Clock
  readonly random: RandomBytes
  readonly program: string
  readonly computer: string
  /** The bundle of the thread that touches the team folder. */
  readonly workerFile: string
  readonly send: Send
  readonly folder: () => DataFolder | null
  readonly startAgainOn: SessionParts['startAgainOn']
}

export interface Team {
  readonly session: TeamSession
  readonly writerNames: WriterNames
}

/** The team of this program's run. Its keys stand in the program's own folder, never in a data folder. */
export function startTeam(parts: TeamParts): Team {
  const { home, files, clock, random, program, computer, workerFile, send, folder, startAgainOn } = parts
  const names = writerNames(random)
  const session = new TeamSession({
    ring: keyRing(files, keyFolder(home), systemProtection),
    clock,
    random,
    program,
    folder,
    writerNames: names,
    startAgainOn,
    openCarrier: (root, device, onHint) =>
      guardedTeamFolder({
        start: startFolderThread(workerFile, { root, device }),
        device,
        clock,
        onHint,
      }),
    openData: teamDataOpener({ files, clock, random, computer, appVersion: program }),
    tell: (status) => {
      send('team:changed', status)
    },
    grown: (grown) => {
      send('journal:grown', grown)
    },
  })
  return { session, writerNames: names }
}
