import { CARD } from '../../../shared/customers/by-meaning'
import type { PersonRef } from '../../../shared/forms/values'
import type { JournalFailure } from '../../../shared/ipc/contract'
import { uuidv7 } from '../../../shared/kernel/ids'
import { err, ok, type Result } from '../../../shared/kernel/result'
import { parseDot } from '../../../shared/store'
import { today } from '../../platform'
import { catchUpNow, type Desk } from '../journal'
import { countingOf, noteGiven } from '../numbers'
import type { Staff } from '../types'
import type { ImportPlace, Imports, ImportWish, TableWork, WriteControl, WrittenMany } from './imports-types'
import type { PlanView, UndoView } from './messages'
import type { OpenTablesPort } from './tables-port'

/** Changes that are written at once: whole even when the power fails, some tenths of a second. */
const AT_ONCE = 250
/** Changes of a journal that are looked through at once. */
const PAGE = 2000

interface Made {
  readonly wish: ImportWish
  readonly batch: string
  readonly view: PlanView
  /** What the plan rests on: how far every journal was applied, and the day. */
  readonly mark: string
}

interface Undoing {
  readonly batch: string
  readonly person: PersonRef | undefined
  readonly view: UndoView
  /** As of `Made`. */
  readonly mark: string
}

/** Tables that are taken over: planned in a thread, written through the journal. */
export function importsRepository(desk: Desk, staff: Pick<Staff, 'list'>, openPort: OpenTablesPort): Imports {
  return { begin: () => tableWork(desk, staff, openPort) }
}

function tableWork(desk: Desk, staff: Pick<Staff, 'list'>, openPort: OpenTablesPort): TableWork {
  const { bridge, clock, random } = desk
  const port = openPort(desk.db.name)
  let made: Made | null = null
  let undoing: Undoing | null = null
  let batch = ''

  const markNow = async () => {
    const cursors = await desk.db.cursors.orderBy('writer').toArray()
    return JSON.stringify([today(clock), ...cursors.map(({ writer, seq }) => [writer, seq])])
  }
  /** Call it in line. */
  const planNow = async (wish: ImportWish, named: string): Promise<Result<PlanView, JournalFailure>> => {
    const caught = desk.unapplied.length > 0 ? await catchUpNow(desk) : ok(null)
    if (!caught.ok) return caught
    const template = wish.target.template ?? desk.current(CARD)?.template
    const mark = await markNow()
    const view = await port.ask('plan', {
      ...wish,
      counting: template ? await countingOf(desk, template) : null,
      staff: (await staff.list()).map(({ id, name }) => ({ id, name })),
      today: today(clock),
      batch: named,
    })
    made = { wish, batch: named, view, mark }
    batch = named
    return ok(view)
  }
  /** Hands over what the batch wrote. */
  const readUndone = async (undone: string, { writer, first, last }: ImportPlace) => {
    await port.ask('undoBegin', null)
    for (let after = first - 1; after < last;) {
      const page = await bridge.call('journal:read', { writer, after, limit: PAGE })
      if (!page.ok) return page
      const end = await port.ask('undoPage', { batch: undone, page: page.value })
      if (end === null) break
      after = end
    }
    return ok(null)
  }
  /** Call it in line. */
  const planUndoNow = async (
    undone: string,
    person: PersonRef | undefined,
  ): Promise<Result<UndoView, JournalFailure>> => {
    const caught = desk.unapplied.length > 0 ? await catchUpNow(desk) : ok(null)
    if (!caught.ok) return caught
    const mark = await markNow()
    const view = await port.ask('undoPlan', { batch: undone, ...(person ? { person } : {}) })
    undoing = { batch: undone, person, view, mark }
    return ok(view)
  }

  return {
    takeSheet: async (sheet, at) => {
      await port.ask('sheet', sheet)
      for (let after = 0; after < sheet.filled;) {
        const count = await port.ask('rows', await bridge.call('import:rows', { sheet: at, after }))
        // The file is gone: reading was stopped, or another one was read meanwhile. Half a table is none.
        if (count === 0) return err({ type: 'Cancelled' } as const)
        after += count
      }
      return ok(null)
    },
    paste: (text) => port.ask('paste', text),
    heads: (target, headRow, known) => port.ask('heads', { target, headRow, known }),
    plan: (wish) => desk.inLine(() => planNow(wish, uuidv7(clock, random))),
    lines: (show, limit) => port.ask('lines', { show, limit }),
    batch: () => batch,
    corrected: () => port.ask('corrected', null),
    run: (control) =>
      desk.inLine(async () => {
        if (!made) return err({ type: 'BadChange', reason: 'no plan' } as const)
        if ((await markNow()) !== made.mark) {
          const before = made.view
          const again = await planNow(made.wish, made.batch)
          if (!again.ok) return again
          if (!isSame(before, again.value)) return err({ type: 'PlanMoved', view: again.value } as const)
        }
        const { wish } = made
        if (wish.templateHash !== undefined) {
          const kept = await desk.keepTemplate(wish.templateHash)
          if (!kept.ok) return kept
        }
        const written = await writeAll(desk, port, control)
        const template = wish.target.template ?? desk.current(CARD)?.template
        if (template && written.ok)
          await noteGiven(desk, template, await port.ask('lastNumber', written.value.written))
        // While nothing is written the same plan can be tried again.
        if (written.ok) made = null
        return written
      }),
    planUndo: async (undone, place, person) => {
      const read = await readUndone(undone, place)
      return read.ok ? desk.inLine(() => planUndoNow(undone, person)) : read
    },
    undo: (control) =>
      desk.inLine(async () => {
        if (!undoing) return err({ type: 'BadChange', reason: 'no plan' } as const)
        if ((await markNow()) !== undoing.mark) {
          const before = undoing.view
          const again = await planUndoNow(undoing.batch, undoing.person)
          if (!again.ok) return again
          if (JSON.stringify(before) !== JSON.stringify(again.value))
            return err({ type: 'UndoMoved', view: again.value } as const)
        }
        return writeAll(desk, port, { ...control, onPlace: () => undefined })
      }),
    exportAll: (wish) => {
      const code = wish.target.template?.code
      const templates = [...desk.keptTemplates()].filter(([, template]) => template.code === code)
      return port.ask('export', { ...wish, templates })
    },
    close: port.close,
  }
}

const isSame = (a: PlanView, b: PlanView): boolean =>
  JSON.stringify([a.counts, a.warned]) === JSON.stringify([b.counts, b.warned])

/**
 * All changes that the thread holds go into the journal, piece by piece, and then into the working copy at once: by the thread
 * that applies long runs, so that no frame waits. Call it in line.
 */
async function writeAll(
  desk: Desk,
  port: Pick<ReturnType<OpenTablesPort>, 'ask'>,
  { onProgress, onPlace, isStopped }: WriteControl,
): Promise<Result<WrittenMany, JournalFailure>> {
  let written = 0
  let begun: number | null = null
  let failure: JournalFailure | undefined
  const all = await port.ask('count', null)
  const view = () =>
    catchUpNow(desk).then(
      ({ ok: isOk }) => isOk,
      () => false,
    )
  try {
    while (written < all && !isStopped()) {
      const changes = await port.ask('changes', { from: written, limit: AT_ONCE })
      const done = await desk.bridge.call('import:append', { changes })
      if (!done.ok) {
        failure = done.error
        break
      }
      const [first, last] = [parseDot(done.value.first), parseDot(done.value.last)]
      if (first && last) {
        begun ??= first.seq
      }
      written = Math.min(all, written + AT_ONCE)
      if (last) onPlace({ writer: last.writer, first: begun ?? last.seq, last: last.seq }, written)
      onProgress(written, all)
    }
  } catch (error) {
    // What is in the journal by then is to be seen, and to be taken back.
    await view()
    throw error
  }
  if (written === 0 && failure) return err(failure)
  const viewed = await view()
  return ok({ written, left: all - written, viewed, ...(failure ? { failure } : {}) })
}
