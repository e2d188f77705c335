import { useEffect, useRef, useState } from 'react'
import type { JournalFailure } from '../../../shared/ipc/contract'
import type { ImportNote } from '../../../shared/ipc/import'
import type { TableWork, UndoView } from '../../db'
import { usePersonRef, useServices } from '../../stores'
import { reasonOf } from './reason'

export type UndoStanding =
  | { readonly phase: 'looking' }
  /** `moved`: the firm's data have changed what was to be seen before; nothing was undone yet. */
  | { readonly phase: 'asking'; readonly view: UndoView; readonly moved: boolean }
  | { readonly phase: 'running'; readonly done: number; readonly total: number }
  | { readonly phase: 'done'; readonly count: number }
  | { readonly phase: 'failed'; readonly failure: JournalFailure }
  | { readonly phase: 'crashed'; readonly reason: string }

export interface Undo {
  readonly standing: UndoStanding
  readonly run: () => Promise<void>
}

/** Looks at once what taking an import back comes to; `run` does it. */
export function useUndo(note: ImportNote): Undo {
  const { workingCopy, app } = useServices()
  const person = usePersonRef()
  const personNow = useRef(person)
  useEffect(() => {
    personNow.current = person
  }, [person])
  const [standing, setStanding] = useState<UndoStanding>({ phase: 'looking' })
  const work = useRef<TableWork | null>(null)
  useEffect(() => {
    const begun = workingCopy.imports.begin()
    work.current = begun
    let current = true
    begun.planUndo(note.batch, note.place, personNow.current).then(
      (planned) => {
        if (!current) return
        setStanding(
          planned.ok
            ? { phase: 'asking', view: planned.value, moved: false }
            : { phase: 'failed', failure: planned.error },
        )
      },
      (error: unknown) => {
        if (current) setStanding({ phase: 'crashed', reason: reasonOf(error) })
      },
    )
    return () => {
      current = false
      begun.close()
    }
  }, [workingCopy, note.batch, note.place])

  const run = async () => {
    if (!work.current || standing.phase !== 'asking') return
    setStanding({ phase: 'running', done: 0, total: 0 })
    try {
      const done = await work.current.undo({
        onProgress: (written, total) => {
          setStanding({ phase: 'running', done: written, total })
        },
        isStopped: () => false,
      })
      if (!done.ok) {
        setStanding(
          done.error.type === 'UndoMoved'
            ? { phase: 'asking', view: done.error.view, moved: true }
            : { phase: 'failed', failure: done.error },
        )
        return
      }
      if (done.value.left === 0) await app.noteImport({ ...note, undone: true })
      setStanding(
        done.value.failure
          ? { phase: 'failed', failure: done.value.failure }
          : { phase: 'done', count: done.value.written },
      )
    } catch (error) {
      setStanding({ phase: 'crashed', reason: reasonOf(error) })
    }
  }
  return { standing, run }
}
