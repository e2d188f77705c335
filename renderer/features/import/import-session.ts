import { createStore, type StoreApi } from 'zustand/vanilla'
import { CUSTOMERS } from '../../../shared/search/list-row'
import type { PersonRef } from '../../../shared/forms/values'
import { remembered, usualKey, type SourceRefusal, type WhenThere } from '../../../shared/import'
import type { Bridge } from '../../../shared/ipc/contract'
import type { ImportNote, TablesRead } from '../../../shared/ipc/import'
import type { ListSheet } from '../../../shared/print/excel/list-sheet'
import type { Clock } from '../../../shared/kernel/clock'
import type { Result } from '../../../shared/kernel/result'
import type { ImportPlace, LinesShown, TableWork } from '../../db'
import type { AppStore } from '../../stores'
import { canPlan, keyChoices, mappingOf, withColumn } from './columns'
import { atFirst, likelySheet, type ImportState, type Into } from './import-state'
import { reasonOf } from './reason'

export interface SessionParts {
  readonly bridge: Pick<Bridge, 'call' | 'on'>
  readonly work: TableWork
  readonly app: Pick<AppStore, 'store' | 'rememberColumns' | 'noteImport'>
  readonly clock: Clock
  readonly person: () => PersonRef | undefined
  readonly into: Into
}

/** One import from its table to what came of it, without the window. */
export interface ImportSession {
  readonly store: StoreApi<ImportState>
  readonly setInto: (into: Into) => void
  readonly choose: () => Promise<void>
  readonly takeFile: (file: Pick<File, 'name' | 'size' | 'arrayBuffer'>) => Promise<void>
  readonly paste: (text: string) => Promise<void>
  readonly stopReading: () => void
  readonly setSheet: (at: number) => Promise<void>
  /** 0: there are no heads. */
  readonly setHeadRow: (row: number) => Promise<void>
  readonly setColumn: (column: number, to: string | null) => void
  readonly setWithoutHidden: (without: boolean) => void
  readonly goTo: (step: 'source' | 'columns') => void
  readonly plan: () => Promise<void>
  readonly setMatching: (matching: { matchBy?: string | null; whenThere?: WhenThere }) => Promise<void>
  readonly setAs: (as: ImportState['as']) => Promise<void>
  readonly setWithTotals: (withTotals: boolean) => Promise<void>
  readonly show: (shown: LinesShown) => Promise<void>
  readonly run: () => Promise<void>
  readonly stop: () => void
  /** The batch of what was written. */
  readonly batch: () => string
  /** The lines that were not taken over, with a column that says why. */
  readonly corrected: () => Promise<ListSheet>
  /** Another table, into the same. */
  readonly again: () => void
  readonly close: () => void
}

/** Lines of the preview, and lines that are listed as wrong. */
export const SHOWN_LINES = 100
/** Bytes of a dropped file that are handed over; READ_LIMITS of node/import. */
const MOST_BYTES = 64_000_000

export const targetName = ({ target }: Into): string => target.template?.code ?? CUSTOMERS

export function importSession({ bridge, work, app, clock, person, into }: SessionParts): ImportSession {
  const store = createStore<ImportState>(() => atFirst(into))
  const set = (part: Partial<ImportState>) => {
    store.setState(part)
  }
  const get = store.getState
  const silence = bridge.on('import:progress', ({ rows }) => {
    if (get().busy?.doing === 'reading') set({ busy: { doing: 'reading', rows } })
  })

  const crashed = (error: unknown): null => {
    set({ crash: reasonOf(error) })
    return null
  }

  /** Shows that something is done; what nobody expected is told, and the window stays usable. */
  const doing = async (what: 'reading' | 'planning', task: () => Promise<void>): Promise<void> => {
    if (get().busy !== null) return
    set({ busy: { doing: what, rows: 0 }, trouble: null, crash: null, failure: null })
    try {
      await task()
    } catch (error) {
      crashed(error)
    } finally {
      set({ busy: null })
    }
  }

  const look = async (headRow: number | null) => {
    const { into: to } = get()
    const known = app.store.getState().settings.importColumns?.[targetName(to)] ?? {}
    const heads = await work.heads(to.target, headRow, known)
    set({
      heads,
      columns: heads.columns,
      withTotals: false,
      view: null,
      matchBy: usualOf(to, heads.headRow, heads.columns),
    })
  }
  /** False: reading was stopped, and one is where a table is chosen. */
  const takeSheet = async (file: TablesRead, at: number): Promise<boolean> => {
    const sheet = file.sheets[at]
    if (!sheet) return true
    const taken = await work.takeSheet(sheet, at)
    if (!taken.ok) {
      // Of the sheet before nothing is left either: the table is chosen anew.
      set({ ...atFirst(get().into), busy: get().busy })
      return false
    }
    set({ file, sheet: at })
    await look(null)
    return true
  }
  const take = async (read: Result<TablesRead | null, SourceRefusal>) => {
    if (!read.ok) {
      if (read.error.type !== 'Cancelled') set({ trouble: read.error })
      return
    }
    if (read.value === null) return
    if (await takeSheet(read.value, likelySheet(read.value))) set({ step: 'columns' })
  }

  const planNow = async () => {
    const { into: to, heads, columns, matchBy, whenThere, as, withoutHidden, withTotals } = get()
    const by = person()
    const mapping = mappingOf(heads?.headRow ?? 0, columns)
    const key = keyChoices(to.target, columns).some((choice) => choice.key === matchBy) ? matchBy : null
    const plan = await work.plan({
      target: to.target,
      ...(to.templateHash === undefined ? {} : { templateHash: to.templateHash }),
      mapping,
      matching: { key, whenThere },
      as,
      withoutHidden,
      withTotals,
      ...(by ? { person: by } : {}),
    })
    if (!plan.ok) {
      set({ failure: plan.error })
      return
    }
    const { counts } = plan.value
    const shown: LinesShown = counts.refuse > 0 ? 'refuse' : 'all'
    const lines = await work.lines(shown, SHOWN_LINES)
    set({ step: 'preview', view: plan.value, shown, lines, matchBy: key, moved: false })
  }
  const replan = async (part: Partial<ImportState>) => {
    if (get().busy !== null) return
    set(part)
    await doing('planning', planNow)
  }

  const noteOf = (place: ImportPlace, written: number): ImportNote => ({
    batch: work.batch(),
    at: clock.now(),
    target: targetName(get().into),
    file: get().file?.name ?? '',
    place,
    written,
  })

  const run = async () => {
    const { view, heads, columns, into: to } = get()
    if (!view || get().busy !== null) return
    const total = view.counts.create + view.counts.update
    set({
      step: 'running',
      progress: { done: 0, total, stopping: false },
      failure: null,
      moved: false,
      crash: null,
    })
    // What is remembered for the next time is nothing that an import fails by.
    app.rememberColumns(targetName(to), remembered(mappingOf(heads?.headRow ?? 0, columns))).catch(crashed)
    const notes: ImportNote[] = []
    const done = await work
      .run({
        isStopped: () => get().progress.stopping,
        onProgress: (written) => {
          set({ progress: { ...get().progress, done: written } })
        },
        onPlace: (place, written) => {
          const note = noteOf(place, written)
          // At once, so that it can be taken back even when the program ends now; then once more at the end.
          if (notes.length === 0)
            app.noteImport({ ...note, place: { ...place, last: place.first + total - 1 } }).catch(crashed)
          notes.push(note)
        },
      })
      .catch(crashed)
    const note = notes.at(-1)
    if (note) await app.noteImport(note).catch(crashed)
    const linesOf = async (shown: LinesShown) => (await work.lines(shown, SHOWN_LINES).catch(crashed)) ?? []
    if (done === null) set({ step: 'done', result: null, lines: await linesOf('refuse') })
    else if (done.ok) {
      const lines = await linesOf('refuse')
      set({ step: 'done', result: done.value, failure: done.value.failure ?? null, lines })
    } else if (done.error.type === 'PlanMoved')
      set({ step: 'preview', view: done.error.view, lines: await linesOf(get().shown), moved: true })
    else set({ step: 'preview', failure: done.error })
  }

  return {
    store,
    setInto: (to) => {
      const isOther = targetName(to) !== targetName(get().into)
      if (isOther) set({ into: to, trouble: null })
    },
    choose: () => doing('reading', async () => take(await bridge.call('import:choose', null))),
    takeFile: (file) =>
      doing('reading', async () => {
        if (file.size > MOST_BYTES) {
          set({ trouble: { type: 'TooLarge', bytes: file.size, most: MOST_BYTES } })
          return
        }
        const bytes = new Uint8Array(await file.arrayBuffer())
        await take(await bridge.call('import:read', { name: file.name.slice(0, 300), bytes }))
      }),
    paste: (text) =>
      doing('reading', async () => {
        const file = await work.paste(text)
        if (!file) {
          set({ trouble: { type: 'NothingPasted' } })
          return
        }
        set({ file, sheet: 0 })
        await look(null)
        set({ step: 'columns' })
      }),
    stopReading: () => {
      void bridge.call('import:stop', null)
    },
    setSheet: (at) =>
      doing('reading', async () => {
        const { file } = get()
        if (file && !(await takeSheet(file, at))) set({ trouble: { type: 'Cancelled' } })
      }),
    setHeadRow: (row) => doing('reading', () => look(row)),
    setColumn: (column, to) => {
      const { into: target, heads, columns, matchBy } = get()
      const next = withColumn(columns, column, to)
      const isKept = keyChoices(target.target, next).some(({ key }) => key === matchBy)
      set({ columns: next, matchBy: isKept ? matchBy : usualOf(target, heads?.headRow ?? 0, next) })
    },
    setWithoutHidden: (withoutHidden) => {
      set({ withoutHidden })
    },
    goTo: (step) => {
      if (get().busy === null) set({ step, failure: null, moved: false, trouble: null })
    },
    plan: async () => {
      if (canPlan(get().columns)) await doing('planning', planNow)
    },
    setMatching: replan,
    setAs: (as) => replan({ as }),
    setWithTotals: (withTotals) => replan({ withTotals }),
    show: async (shown) => {
      const lines = await work.lines(shown, SHOWN_LINES)
      set({ shown, lines })
    },
    run,
    stop: () => {
      set({ progress: { ...get().progress, stopping: true } })
    },
    batch: work.batch,
    corrected: work.corrected,
    again: () => {
      store.setState(atFirst(get().into), true)
    },
    close: () => {
      silence()
      void bridge.call('import:stop', null)
      work.close()
    },
  }
}

const usualOf = ({ target }: Into, headRow: number | null, columns: ImportState['columns']): string | null =>
  usualKey(target, mappingOf(headRow ?? 0, columns))
