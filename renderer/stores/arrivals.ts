import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Bridge, JournalFailure } from '../../shared/ipc/contract'
import type { WorkingCopy } from '../db'

export interface ArrivalsState {
  /** Rises whenever something of others has been taken in. */
  readonly taken: number
  /** Something of others is in the data folder and on its way into the views. */
  readonly coming: boolean
  /** Rises whenever attachments of others have come. */
  readonly attachments: number
  /** The last time something came and could not be shown: it is in the data folder, and is tried again. */
  readonly failure?: JournalFailure
  /** A writer's history turned out to be another one than was taken in: the rest of it is shown by the next start. */
  readonly parted?: true
}

export interface Arrivals {
  readonly store: StoreApi<ArrivalsState>
  /** Listens for what comes into the data folder from elsewhere. Answers the way to stop. */
  readonly follow: () => () => void
  /** Takes in what may have come before anybody listened. */
  readonly look: () => void
}

/** Milliseconds before what could not be taken in is tried again; twice as long after each further time. */
const PAUSE = { least: 2_000, most: 120_000 }

/** What is still to be taken in. */
interface Due {
  readonly templates: boolean
  readonly attachments: boolean
}

/**
 * The working copy follows what colleagues' computers have brought into the data folder: one pass at a time, and what comes
 * meanwhile is taken by one more. Forms first, so that their records have names at once.
 */
export function createArrivals(
  bridge: Bridge,
  workingCopy: Pick<WorkingCopy, 'catchUp' | 'templates'>,
): Arrivals {
  const store = createStore<ArrivalsState>(() => ({ taken: 0, coming: false, attachments: 0 }))
  const coming: Due[] = []
  /** Forms that could not be read: asked for again with whatever comes next. */
  let owed = false
  let running = false
  let isParted = false
  /** How often it failed since it last went well, and what waits for the next trial. */
  let failures = 0
  let trial: ReturnType<typeof setTimeout> | undefined

  const takeIn = async (due: Due): Promise<JournalFailure | null> => {
    const templates = due.templates || owed
    const forms = templates ? await workingCopy.templates.takeIn() : null
    owed = forms?.ok === false
    const caught = await workingCopy.catchUp()
    if (caught.ok) isParted = caught.value.parted.length > 0
    if (forms?.ok === false) return forms.error
    return caught.ok ? null : caught.error
  }

  const run = async () => {
    running = true
    store.setState({ coming: true })
    for (let due = joined(coming); due; due = joined(coming)) {
      const failure = await takeIn(due).catch((error: unknown): JournalFailure => {
        return { type: 'BadChange', reason: String(error) }
      })
      const { taken, attachments } = store.getState()
      const next = {
        taken: taken + 1,
        coming: coming.length > 0,
        attachments: attachments + (due.attachments ? 1 : 0),
      }
      store.setState(
        { ...next, ...(failure ? { failure } : {}), ...(isParted ? { parted: true } : {}) },
        true,
      )
      failures = failure ? failures + 1 : 0
    }
    running = false
    if (failures > 0) tryLater()
  }

  /** Storage that is busy or full may take it in a while; what comes meanwhile is a trial, too. */
  const tryLater = () => {
    clearTimeout(trial)
    const pause = Math.min(PAUSE.most, PAUSE.least * 2 ** (failures - 1))
    trial = setTimeout(() => {
      note({ templates: false, attachments: false })
    }, pause)
  }

  const note = (due: Due) => {
    coming.push(due)
    clearTimeout(trial)
    if (!running) void run()
  }

  return {
    store,
    follow: () => {
      const stop = bridge.on('journal:grown', ({ templates, attachments }) => {
        note({ templates, attachments })
      })
      return () => {
        stop()
        clearTimeout(trial)
      }
    },
    look: () => {
      note({ templates: true, attachments: false })
    },
  }
}

/** All that came until now as one; null: nothing did. */
function joined(coming: Due[]): Due | null {
  const all = coming.splice(0)
  if (all.length === 0) return null
  return {
    templates: all.some(({ templates }) => templates),
    attachments: all.some(({ attachments }) => attachments),
  }
}
