import { join } from 'node:path'
import { session as sessions, shell as system } from 'electron'
import { createExcelThread } from '../node/excel/thread'
import { createRecoveryThread } from '../node/recovery/thread'
import { readFileOfTables } from '../node/import'
import { createPdfPool, type PdfPool } from '../node/pdf/pool'
import { startPrintRun } from '../node/pdf/run/print-run'
import { leaveTraces } from '../node/backup/traces'
import type { DataFolder, FilePort } from '../node/store'
import type { Finding } from '../shared/ipc/contract'
import type { FolderSession, OpenFolder } from './data/folder-session'
import { moveTo, startAgainOn, type Moving } from './data/move'
import { startDemo } from './demo/start-demo'
import type { Ask } from './files/ask'
import { bringSettings, carrySettings } from './files/carry-settings'
import { copyOpener } from './files/open-copy'
import type { SettingsKeeper } from './files/settings-keeper'
import { attachmentHandlers } from './handlers/attachments'
import { backupHandlers } from './handlers/backup'
import { excelHandlers } from './handlers/excel'
import { folderHandlers } from './handlers/folder'
import { importHandlers } from './handlers/import'
import { calendarHandlers } from './handlers/calendar'
import { logoHandlers } from './handlers/logo'
import { pdfHandlers } from './handlers/pdf'
import { pinHandlers } from './handlers/pin'
import { printRuns } from './handlers/print-run'
import { restoreHandlers } from './handlers/restore'
import { noteFindings, recoveryHandlers } from './handlers/recovery'
import { safetyHandlers } from './handlers/safety'
import { storageHandlers } from './handlers/storage'
import { teamHandlers } from './handlers/team'
import { startReader } from './import/electron-reader'
import { tablesDesk } from './import/tables-desk'
import type { Handlers } from './ipc/answer'
import { openToldLog } from './recovery/told-log'
import { printPdf, systemPrinters } from './print/print-window'
import type { FirstCalls, Shell } from './program'
import { oneTask } from './safety/one-task'
import { RestoreDesk } from './safety/restore-desk'
import { startBackups } from './safety/start-backups'
import { standardFolder } from './start/location'
import { profileFolder } from './start/profile'
import { startTeam } from './team/start-team'
import { tellWhenLeft } from './window/computer-left'

/** What the first window's calls have made already. */
export interface RestParts {
  readonly shell: Shell
  readonly settings: SettingsKeeper
  readonly files: FilePort
  readonly computer: string
  /** This program's version. */
  readonly program: string
  readonly ask: Ask
  readonly folder: FolderSession
  readonly openFolder: OpenFolder
  /** The bundle of the thread that touches the team folder. */
  readonly teamThread: string
  /** What is to be told of the data folder's place. */
  readonly cloud: Promise<readonly Finding[]>
}

export interface Rest {
  readonly handlers: Omit<Handlers, FirstCalls>
  /** A data folder is about to be opened, or is open: the team and the backups go on with it. */
  readonly prepare: (id: string) => Promise<void>
  readonly begin: (opened: DataFolder) => Promise<void>
  readonly newWriter: () => string
  /** The demo data are made before they are opened. */
  readonly openDemo: OpenFolder
  /** What the window was told at its start is noted, too. */
  readonly noteFound: () => Promise<void>
  readonly settingsChanged: () => void
  readonly saved: () => void
  readonly used: () => void
  readonly stopRuns: () => void
  /** `stuck`: a thread hangs. */
  readonly close: () => Promise<{ readonly stuck: boolean }>
}

/** Milliseconds that ending waits for a backup that is being written; one that was cut off is none, and is made again. */
const BACKUP_PATIENCE = 3000

/** Everything that the program can do beside opening its data folder and keeping changes. */
export function startRest(parts: RestParts): Rest {
  const { shell, settings, files, computer, program, ask, folder, openFolder: openPlain, cloud } = parts
  const { home, located, profile, out, clock, random, log, texts, once, send, closeWindow } = shell
  tellWhenLeft(send)
  const standard = standardFolder(home)
  let dataFolder: DataFolder | null = null
  let pool: PdfPool | null = null
  const team = startTeam({
    home,
    files,
    clock,
    random,
    program,
    computer,
    workerFile: parts.teamThread,
    send,
    folder: () => dataFolder,
    startAgainOn: async (path) => {
      await carrySettings(settings.read().settings, join(profileFolder(home, path), 'settings.json'))
      return startAgainOn(path, moving)
    },
  })
  const backups = startBackups({
    home,
    profile,
    files,
    clock,
    random,
    computer,
    program,
    settings,
    send,
    log,
  })
  const tasks = { backup: oneTask(), restore: oneTask() }
  const demo = startDemo({
    home,
    located,
    profile,
    settings,
    clock,
    computer,
    makerFile: join(__dirname, 'demo-maker.cjs'),
    closeWindow,
  })
  const openFolder = demo.opening(openPlain)
  const moving: Moving = { located, home, openFolder, closeWindow }
  const painting = {
    workerFile: join(__dirname, 'pdf-worker.cjs'),
    fontsDir: join(out, 'fonts'),
    ...(demo.isDemo ? { mark: texts().demoMark } : {}),
  }
  const getPool = () => (pool ??= createPdfPool(painting))
  const runs = printRuns({
    pool: getPool,
    startRun: (settings) => startPrintRun(painting, settings),
    clock,
    ask,
    texts,
    printers: () => systemPrinters(shell.window()),
    print: (part, to) => printPdf(part, { copies: 1, to }, once),
    openPath: (path) => system.openPath(path),
  })

  const restore = new RestoreDesk({
    files,
    clock,
    keys: backups.keys,
    path: located.path,
    word: () => texts().restored,
    folder: () => dataFolder,
    taken: () => [
      { of: 'data', path: located.path },
      { of: 'team', path: team.session.status().team?.path ?? null },
      { of: 'backups', path: backups.place() },
    ],
    listed: () => backups.automatic.listed(),
    moveIn: async ({ target, settings: brought, before, day }) => {
      const itsProfile = profileFolder(home, target)
      if (brought !== null) await bringSettings(brought, join(itsProfile, 'settings.json'))
      else await carrySettings(settings.read().settings, join(itsProfile, 'settings.json'))
      if (before !== null) {
        await leaveTraces(files, itsProfile, { restored: { before, day } })
        await leaveTraces(files, profile, { restoredInto: { after: target, day } })
      }
      return startAgainOn(target, moving)
    },
  })
  const told = openToldLog(join(profile, 'told.json'), clock)
  const recovery = createRecoveryThread(join(__dirname, 'recovery-worker.cjs'))
  const excel = createExcelThread({ workerFile: join(__dirname, 'excel-worker.cjs') })
  const readerFile = join(__dirname, 'import-reader.cjs')
  const tables = tablesDesk(
    (source, options) => readFileOfTables(source, { ...options, readerFile, start: startReader }),
    (rows) => {
      send('import:progress', { rows })
    },
    clock.now,
  )

  const handlers: Rest['handlers'] = {
    ...demo.withoutTeam(teamHandlers(team.session)),
    ...pdfHandlers({
      pool: getPool,
      clock,
      ask,
      texts,
      print: (pdf, copies) => printPdf(pdf, { copies }, once),
    }),
    ...runs.handlers,
    ...excelHandlers({ thread: excel, clock, ask, texts }),
    ...importHandlers({
      session: folder,
      tables,
      ask,
      texts,
      onSaved: () => {
        team.session.saved()
      },
    }),
    ...folderHandlers({ session: folder, standard, ask, moveTo: (path) => moveTo(path, moving) }),
    ...backupHandlers({
      session: folder,
      files,
      ask,
      texts,
      clock,
      send,
      task: tasks.backup,
      fitting: backups.fitting,
      moved: backups.moved,
    }),
    ...restoreHandlers({ desk: restore, ask, texts, send, tasks }),
    ...demo.handlers,
    ...safetyHandlers(backups.automatic, backups.keys),
    ...recoveryHandlers({
      session: folder,
      thread: recovery,
      log: told,
      clock,
      ask,
      texts,
      send,
      openPath: (path) => system.openPath(path),
      saved: () => {
        team.session.saved()
      },
    }),
    ...logoHandlers(ask, texts),
    ...calendarHandlers(ask, texts),
    ...attachmentHandlers({
      session: folder,
      files,
      ask,
      texts,
      openCopy: copyOpener({ place: join(profile, 'opened'), openPath: (path) => system.openPath(path) }),
      onMissing: (hashes) => {
        team.session.want(hashes)
      },
    }),
    ...pinHandlers(clock, random),
    ...storageHandlers({
      profile,
      clock,
      log,
      clear: () => sessions.defaultSession.clearStorageData({ storages: ['indexdb'] }),
    }),
  }

  return {
    handlers,
    prepare: (id) => team.session.prepare(id),
    begin: async (opened) => {
      dataFolder = opened
      if (!demo.isDemo) void backups.automatic.begin(opened)
      await team.session.begin(opened)
    },
    newWriter: team.writerNames.next,
    openDemo: openFolder,
    noteFound: async () => {
      void told.note((await cloud).map((finding) => ({ told: 'found', finding })))
      await noteFindings(folder, told, 'all')
    },
    settingsChanged: () => {
      backups.automatic.changed()
    },
    saved: () => {
      team.session.saved()
    },
    used: () => {
      team.session.used()
    },
    stopRuns: () => {
      void runs.stop()
    },
    close: async () => {
      const { stuck } = await team.session.close()
      await backups.automatic.close(BACKUP_PATIENCE)
      await noteFindings(folder, told, 'new')
      await Promise.allSettled([recovery.close(), folder.close(), runs.stop(), pool?.close(), excel.close()])
      return { stuck }
    },
  }
}
