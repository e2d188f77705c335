import type { RecoveryThread } from '../../node/recovery/thread'
import type { Survey } from '../../shared/ipc/recovery'
import type { Clock } from '../../shared/kernel/clock'
import { ok } from '../../shared/kernel/result'
import type { FolderSession } from '../data/folder-session'
import type { Ask } from '../files/ask'
import type { Handlers } from '../ipc/answer'
import { progressOf } from '../ipc/progress'
import type { Send } from '../ipc/send'
import { toldKey, type ToldLog } from '../recovery/told-log'
import type { Texts } from '../text'

export interface RecoveryParts {
  readonly session: FolderSession
  readonly thread: RecoveryThread
  readonly log: ToldLog
  readonly clock: Clock
  readonly ask: Ask
  readonly texts: () => Texts
  readonly send: Send
  readonly openPath: (path: string) => Promise<unknown>
  /** Something was written: the team is to have it soon. */
  readonly saved: () => void
}

type Calls = `recovery:${'check' | 'stop' | 'rescue' | 'show' | 'bringBack' | 'history' | 'tell'}`

/** Checking, exporting and finding back: of the data folder at its place, whether it could be opened or not. */
export function recoveryHandlers(parts: RecoveryParts): Pick<Handlers, Calls> {
  const { session, thread, log, ask, send } = parts
  let rescuedTo: string | null = null
  const survey = () => thread.survey(session.path, progressOf('check', send))
  return {
    'recovery:check': async () => {
      const first = await survey()
      // While changes were being written, what was read may have been half of something: then once more, with nobody writing.
      const looked =
        first.ok && isHurt(first.value)
          ? await session.use(async (folder) => ok(await folder.quietly(survey)))
          : null
      const surveyed = looked?.ok === true ? looked.value : first
      if (surveyed.ok) await log.note(surveyed.value.findings.map((finding) => ({ told: 'found', finding })))
      return surveyed
    },
    'recovery:stop': ({ work }) => {
      thread.stop(work)
      return null
    },
    'recovery:rescue': async () => {
      const target = await ask.chooseFolder(parts.texts().rescueInto)
      if (target === null) return ok(null)
      const done = await thread.rescue(session.path, target, parts.clock.now(), progressOf('rescue', send))
      if (done.ok) rescuedTo = done.value.folder
      return done
    },
    'recovery:show': async () => {
      if (rescuedTo !== null) await parts.openPath(rescuedTo)
      return null
    },
    'recovery:bringBack': async () => {
      const done = await session.use((folder) => folder.bringBackAside())
      parts.saved()
      return done
    },
    'recovery:history': async () => {
      await noteFindings(session, log, 'new')
      return log.entries()
    },
    'recovery:tell': async ({ told }) => {
      await log.note(told)
      return null
    },
  }
}

const isHurt = ({ findings, attachments }: Survey): boolean => findings.length + attachments.length > 0

/** Notes what the open data folder has found: all of it at a start, later what was not noted yet. */
export async function noteFindings(
  session: FolderSession,
  log: ToldLog,
  which: 'all' | 'new',
): Promise<void> {
  await session.use(async ({ findings }) => {
    const known = new Set(log.entries().map(({ what }) => toldKey(what)))
    const told = findings.map((finding) => ({ told: 'found', finding }) as const)
    await log.note(which === 'all' ? told : told.filter((what) => !known.has(toldKey(what))))
    return ok(null)
  })
}
