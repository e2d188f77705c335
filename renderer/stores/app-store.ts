import { createStore, type StoreApi } from 'zustand/vanilla'
import type { SeenPlaces } from '../db'
import type { RememberedMapping } from '../../shared/import/mapping'
import type { ImportNote } from '../../shared/ipc/import'
import type { PrintSetup } from '../../shared/print/setup'
import type { Bridge, FileFailure, LocalSettings, RegisterLayout, StartInfo } from '../../shared/ipc/contract'

/** What belongs to this computer and this sitting. */
export interface AppState {
  readonly start: StartInfo
  readonly settings: LocalSettings
  /** Differences from the customer master that were left as they are, until the program ends. */
  readonly ignoredChanges: ReadonlySet<string>
  /** The last settings could not be written; they hold until the program ends. */
  readonly failure?: FileFailure
}

export interface AppStore {
  readonly store: StoreApi<AppState>
  /** Takes effect at once, then is written. */
  readonly change: (settings: Partial<LocalSettings>) => Promise<void>
  /** Who is working here from now on. */
  readonly switchPerson: (staffId: string) => Promise<void>
  /** Minutes without input after which the window is locked; undefined: never. */
  readonly setIdleLock: (minutes: LocalSettings['idleLock']) => Promise<void>
  /** Where the program puts its backups; null: nowhere, undefined: where it would have them itself. */
  readonly setBackupFolder: (folder: LocalSettings['backupFolder']) => Promise<void>
  readonly toggleFavourite: (formCode: string) => Promise<void>
  /** Forms were opened, the last one last: it is the first of the recent ones. */
  readonly noteOpened: (...formCodes: readonly string[]) => Promise<void>
  /** How the register of a form is shown here from now on; `@all`: the list of all forms. Empty: as it comes. */
  readonly setRegister: (formCode: string, layout: RegisterLayout) => Promise<void>
  readonly noteCustomer: (id: string) => Promise<void>
  /** This computer has been this writer. */
  readonly noteWriter: (writer: string) => Promise<void>
  /** So far a person has looked at what came from other computers. */
  readonly setSeen: (staffId: string, places: SeenPlaces) => Promise<void>
  /** Where the columns of a table went, for the next table with such heads. */
  readonly rememberColumns: (target: string, columns: RememberedMapping) => Promise<void>
  /** Of an import that is told again (by its batch) the newer note holds. */
  readonly noteImport: (note: ImportNote) => Promise<void>
  readonly ignoreChanges: (keys: readonly string[]) => void
  /** How this form is printed here from now on; with nothing in it the form is printed as it is drawn. */
  readonly setPrintSetup: (formCode: string, setup: PrintSetup) => Promise<void>
}

/** Recent forms, people and customers that are remembered. */
const RECENTS = 12
/** Heads that are remembered of each target, and imports that can be taken back. */
const HEADS = 500
const IMPORTS = 20
/** A computer is another writer after a loss only: seldom, and never so often. */
const OWN_WRITERS = 100

export function createAppStore(bridge: Bridge, start: StartInfo): AppStore {
  const store = createStore<AppState>(() => ({
    start,
    settings: start.settings,
    ignoredChanges: new Set(),
  }))
  let writing: Promise<unknown> = Promise.resolve()

  const change: AppStore['change'] = (part) => put({ ...store.getState().settings, ...part })

  const put = async (settings: LocalSettings) => {
    store.setState({ settings })
    // One that was refused holds up none of those behind it.
    const written = writing
      .catch(() => null)
      .then(() => bridge.call('settings:put', store.getState().settings))
    writing = written
    const result = await written
    store.setState((state) => {
      const { failure: _, ...rest } = state
      return result.ok ? rest : { ...rest, failure: result.error }
    }, true)
  }

  return {
    store,
    change,
    switchPerson: (staffId) => {
      const others = (store.getState().settings.recentPeople ?? []).filter((id) => id !== staffId)
      return change({ person: staffId, recentPeople: [staffId, ...others].slice(0, RECENTS) })
    },
    setIdleLock: (minutes) => {
      const { idleLock: _, ...others } = store.getState().settings
      return put(minutes === undefined ? others : { ...others, idleLock: minutes })
    },
    setBackupFolder: (folder) => {
      const { backupFolder: _, ...others } = store.getState().settings
      return put(folder === undefined ? others : { ...others, backupFolder: folder })
    },
    toggleFavourite: (formCode) => {
      const { favourites } = store.getState().settings
      return change({
        favourites: favourites.includes(formCode)
          ? favourites.filter((code) => code !== formCode)
          : [...favourites, formCode],
      })
    },
    noteOpened: (...formCodes) => {
      const opened = [...new Set([...formCodes].reverse())]
      const others = store.getState().settings.recents.filter((code) => !opened.includes(code))
      return change({ recents: [...opened, ...others].slice(0, RECENTS) })
    },
    setRegister: (formCode, layout) => {
      const { [formCode]: _, ...others } = store.getState().settings.registers ?? {}
      return change({
        registers: Object.keys(layout).length === 0 ? others : { ...others, [formCode]: layout },
      })
    },
    noteCustomer: (id) => {
      const others = (store.getState().settings.recentCustomers ?? []).filter((other) => other !== id)
      return change({ recentCustomers: [id, ...others].slice(0, RECENTS) })
    },
    noteWriter: async (writer) => {
      const known = store.getState().settings.ownWriters ?? []
      if (!known.includes(writer)) await change({ ownWriters: [...known, writer].slice(-OWN_WRITERS) })
    },
    setSeen: (staffId, places) => {
      const { arrivedSeen } = store.getState().settings
      return change({ arrivedSeen: { ...arrivedSeen, [staffId]: places } })
    },
    rememberColumns: (target, columns) => {
      const { importColumns } = store.getState().settings
      const known = Object.entries({ ...importColumns?.[target], ...columns }).slice(-HEADS)
      return change({ importColumns: { ...importColumns, [target]: Object.fromEntries(known) } })
    },
    noteImport: (note) => {
      const before = store.getState().settings.recentImports ?? []
      const at = before.findIndex(({ batch }) => batch === note.batch)
      const notes =
        at < 0 ? [note, ...before] : before.map((each) => (each.batch === note.batch ? note : each))
      return change({ recentImports: notes.slice(0, IMPORTS) })
    },
    ignoreChanges: (keys) => {
      store.setState(({ ignoredChanges }) => ({ ignoredChanges: new Set([...ignoredChanges, ...keys]) }))
    },
    setPrintSetup: (formCode, setup) => {
      const { [formCode]: _, ...others } = store.getState().settings.printSetups ?? {}
      return change({
        printSetups: Object.keys(setup).length === 0 ? others : { ...others, [formCode]: setup },
      })
    },
  }
}
