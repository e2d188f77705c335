import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app, dialog, session as sessions, shell, type BrowserWindow } from 'electron'
import type { Clock, RandomBytes } from '../shared/kernel/clock'
import { createExcelThread } from '../node/excel/thread'
import { createRecoveryThread } from '../node/recovery/thread'
import { readFileOfTables } from '../node/import'
import { createPdfPool, startPrintRun, type PdfPool } from '../node/pdf'
import { cloudFinding } from '../node/team/carrier/cloud-finding'
import { namesAround } from '../node/team/carrier/names-around'
import { startFolderThread } from '../node/team/carrier/start-folder-thread'
import { leaveTraces } from '../node/backup/traces'
import { nodeFiles, openDataFolder, type DataFolder } from '../node/store'
import { folderSession, type OpenFolder } from './data/folder-session'
import { moveTo, startAgainOn, type Moving } from './data/move'
import { startDemo } from './demo/start-demo'
import { askThrough } from './files/ask'
import { bringSettings, carrySettings } from './files/carry-settings'
import { openLog } from './files/log'
import { copyOpener } from './files/open-copy'
import { settingsKeeper } from './files/settings-keeper'
import { appHandlers } from './handlers/app'
import { attachmentHandlers } from './handlers/attachments'
import { backupHandlers } from './handlers/backup'
import { excelHandlers } from './handlers/excel'
import { folderHandlers } from './handlers/folder'
import { importHandlers } from './handlers/import'
import { journalHandlers } from './handlers/journal'
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
import { openToldLog } from './recovery/told-log'
import { sendTo } from './ipc/send'
import { serveCalls } from './ipc/serve'
import { printPdf, systemPrinters } from './print/print-window'
import { tickets } from './print/tickets'
import { oneTask } from './safety/one-task'
import { RestoreDesk } from './safety/restore-desk'
import { startBackups } from './safety/start-backups'
import { closeNetwork, lockContents, lockSession } from './security/lockdown'
import { registerScheme, serveProgram } from './security/protocol'
import { catchFailures } from './start/failures'
import { computerName } from './start/computer'
import { homeFolder } from './start/home'
import { locate, standardFolder } from './start/location'
import { profileFolder } from './start/profile'
import { textsIn } from './text'
import { closeWithHandshake, type CloseHandshake } from './window/close-handshake'
import { tellWhenLeft } from './window/computer-left'
import { endInOrder } from './window/end-in-order'
import { careForCrashes } from './window/crash'
import { startTeam } from './team/start-team'
import { closable, followTheme, openMainWindow, showAgain } from './window/main-window'
import { setMenu } from './window/menu'

/** The composition root: what the program is made of, in the order in which it comes to life. */
const clock: Clock = { now: () => Date.now() }
const random: RandomBytes = (length) => randomBytes(length)
const out = join(__dirname, '..')
const bundler = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']
const development = bundler ? { origin: new URL(bundler).origin } : null

const home = homeFolder(app)
const located = locate({ argv: process.argv, env: process.env, cwd: process.cwd(), home })
const profile = profileFolder(home, located.path)
const log = openLog(join(profile, 'logs', 'main.log'), clock)
const settings = settingsKeeper(join(profile, 'settings.json'))
const texts = () => textsIn(settings.read().settings.language)

/** Milliseconds that ending waits for a backup that is being written; one that was cut off is none, and is made again. */
const BACKUP_PATIENCE = 3000

let window: BrowserWindow | null = null
let handshake: CloseHandshake | null = null
let recovered = false
let pool: PdfPool | null = null
const quit = (): void => {
  handshake?.finish()
  app.quit()
}

catchFailures(log, texts)
if (takeProfile()) {
  registerScheme()
  // The same name as in electron-builder.yml: Windows groups the window with its shortcut by it.
  app.setAppUserModelId('cn.zhike.desktop')
  app.commandLine.appendSwitch('lang', settings.read().settings.language)
  closeNetwork(development !== null)
  lockContents()
  void app.whenReady().then(open)
} else {
  app.exit(0)
}

/** Makes Chromium's profile that of the data folder. False when another window has it: that one comes to the front. */
function takeProfile(): boolean {
  try {
    mkdirSync(profile, { recursive: true })
  } catch (error) {
    dialog.showErrorBox(texts().cannotStart, texts().profileNotWritable(profile))
    log.write('no profile', String(error))
    return false
  }
  app.setPath('userData', profile)
  return app.requestSingleInstanceLock()
}

function open(): void {
  const once = tickets(random)
  const origins = development ? [development.origin, development.origin.replace(/^http/, 'ws')] : []
  lockSession(sessions.defaultSession, origins)
  serveProgram({ out, development, once: once.take })
  followTheme(settings.read().settings.theme)

  const send = sendTo(() => window)
  const ask = askThrough(() => window)
  const standard = standardFolder(home)
  const files = nodeFiles()
  const computer = computerName(home, random)
  const teamThread = join(__dirname, 'team-folder-thread.cjs')
  let dataFolder: DataFolder | null = null
  const team = startTeam({
    home,
    files,
    clock,
    random,
    program: app.getVersion(),
    computer,
    workerFile: teamThread,
    send,
    folder: () => dataFolder,
    startAgainOn: async (path) => {
      await carrySettings(settings.read().settings, join(profileFolder(home, path), 'settings.json'))
      return startAgainOn(path, moving)
    },
  })
  const program = app.getVersion()
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
    log: log.write,
  })
  const tasks = { backup: oneTask(), restore: oneTask() }
  const around = namesAround(startFolderThread(teamThread, { root: home, device: '' }))
  const demo = startDemo({
    home,
    located,
    profile,
    settings,
    clock,
    computer,
    makerFile: join(__dirname, 'demo-maker.cjs'),
    closeWindow: () => window?.close(),
  })
  const openFolder: OpenFolder = demo.opening((path) =>
    openDataFolder({
      path,
      files,
      clock,
      random,
      appVersion: app.getVersion(),
      computer,
      memory: join(profile, 'segments.json'),
      newWriter: team.writerNames.next,
      prepare: (id) => team.session.prepare(id),
    }),
  )
  const folder = folderSession({
    located,
    standard,
    openFolder,
    onOpened: async (opened) => {
      dataFolder = opened
      if (!demo.isDemo) void backups.automatic.begin(opened)
      await team.session.begin(opened)
    },
  })
  const moving: Moving = { located, home, openFolder, closeWindow: () => window?.close() }
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
    printers: () => systemPrinters(window),
    print: (part, to) => printPdf(part, { copies: 1, to }, once),
    openPath: (path) => shell.openPath(path),
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

  serveCalls(
    {
      ...appHandlers({
        session: folder,
        settings,
        alsoFound: async (path) => {
          const found = await cloudFinding(around, path, process.env)
          void told.note(found.map((finding) => ({ told: 'found', finding })))
          void noteFindings(folder, told, 'all')
          return found
        },
        log: log.write,
        isDemo: demo.isDemo,
        isRecovered: () => recovered,
        wasChosen: ask.wasChosen,
        settingsChanged: (changed) => {
          followTheme(changed.theme)
          backups.automatic.changed()
          setMenu({ texts: texts(), send, quit, isDemo: demo.isDemo })
        },
        quit,
      }),
      ...journalHandlers(folder, () => {
        team.session.saved()
      }),
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
        openPath: (path) => shell.openPath(path),
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
        openCopy: copyOpener({ place: join(profile, 'opened'), openPath: (path) => shell.openPath(path) }),
        onMissing: (hashes) => {
          team.session.want(hashes)
        },
      }),
      ...pinHandlers(clock, random),
      ...storageHandlers({
        profile,
        clock,
        log: log.write,
        clear: () => sessions.defaultSession.clearStorageData({ storages: ['indexdb'] }),
      }),
    },
    () => window?.webContents ?? null,
    log.write,
  )

  setMenu({ texts: texts(), send, quit: () => window?.close(), isDemo: demo.isDemo })
  window = openMainWindow({
    title: demo.isDemo ? texts().demoTitle : '知客',
    preload: join(out, 'preload', 'index.cjs'),
    placementFile: join(profile, 'window.json'),
    isDevelopment: development !== null,
  })
  handshake = closeWithHandshake(closable(window, send))
  careForCrashes(window, {
    clock,
    texts,
    log: log.write,
    beforeReload: () => {
      recovered = true
      void runs.stop()
    },
    giveUp: quit,
  })
  tellWhenLeft(send)
  window.on('closed', () => (window = null))
  window.on('focus', () => {
    team.session.used()
  })
  app.on('second-instance', () => {
    if (window) showAgain(window)
  })
  app.on('window-all-closed', () => {
    app.quit()
  })
  endInOrder(
    {
      onBeforeQuit: (listener) => app.on('before-quit', listener),
      onWillQuit: (listener) => app.on('will-quit', listener),
      quit: () => {
        app.quit()
      },
      exit: () => {
        app.exit(0)
      },
    },
    async () => {
      const { stuck } = await team.session.close()
      await backups.automatic.close(BACKUP_PATIENCE)
      await noteFindings(folder, told, 'new')
      await Promise.allSettled([recovery.close(), folder.close(), runs.stop(), pool?.close(), excel.close()])
      // Node would wait for a thread that hangs on a dead share, for ever. Everything saved was flushed before.
      if (stuck || around.stuck() > 0) process.kill(process.pid, 'SIGKILL')
    },
    (state) => {
      log.write('ending took too long', state)
    },
  )
}
