import { useEffect, useRef, useState } from 'react'
import type { PrintFailure } from '../../../shared/ipc/contract'
import type { RunDone, RunInto } from '../../../shared/ipc/print-run'
import { today } from '../../platform'
import { useAppState, useServices } from '../../stores'
import { useLetterhead } from '../forms-library'
import { mayBeginOnFront, remembered, type Choices } from './choices'
import { preparer, type PrintSource } from './prepare'
import { asSent, runPrints, type RunOutcome } from './run-prints'
import { secondsLeft } from './time-left'

export type RunStanding =
  | { readonly phase: 'asking'; readonly failure: PrintFailure | null }
  | {
      readonly phase: 'running'
      readonly done: number
      readonly seconds: number | null
      readonly stopping: boolean
    }
  | {
      readonly phase: 'done'
      readonly into: RunInto['into']
      readonly outcome: RunOutcome
      /** Null: the run was stopped, or came to an end by itself. */
      readonly done: RunDone | null
      readonly stopped: boolean
      /** What the last sheet that the printer took is called, of a run that did not end well; empty when it took none. */
      readonly last: string
    }

export interface RunControl {
  readonly standing: RunStanding
  readonly begin: (choices: Choices) => Promise<void>
  readonly stop: () => void
  /** Opens the file or the folder. */
  readonly show: () => void
}

/** One run of printing, from the choices to what came of it. */
export function usePrintRun(source: PrintSource, title: string): RunControl {
  const { bridge, workingCopy, clock, app } = useServices()
  const setups = useAppState((state) => state.settings.printSetups)
  const letterhead = useLetterhead()
  const [standing, setStanding] = useState<RunStanding>({ phase: 'asking', failure: null })
  const isStopped = useRef(false)
  const isBusy = useRef(false)
  const wasStopped = () => isStopped.current
  const stop = () => {
    isStopped.current = true
    setStanding((now) => (now.phase === 'running' ? { ...now, stopping: true } : now))
    void bridge.call('printRun:stop', null)
  }
  // A run does not outlive its dialog: nobody could end it any more.
  useEffect(
    () => () => {
      isStopped.current = true
      void bridge.call('printRun:stop', null)
    },
    [bridge],
  )

  const run = async (choices: Choices) => {
    const into = intoOf(choices, title)
    const { copies, onFront } = choices
    const order = { into, letterhead, title, copies, onFront: onFront && mayBeginOnFront(choices) }
    isStopped.current = false
    const begun = await bridge.call('printRun:begin', order)
    if (!begun.ok) {
      setStanding({ phase: 'asking', failure: begun.error })
      return
    }
    if (!begun.value.begun) return
    const since = clock.now()
    const ids = choices.reversed ? [...source.ids].reverse() : source.ids
    setStanding({ phase: 'running', done: 0, seconds: null, stopping: false })
    const parts = { workingCopy, bridge, letterhead, setups, today: today(clock) }
    const outcome = await runPrints({
      ids,
      prepare: preparer(parts, { ...source, ids }, choices),
      add: (batch) => bridge.call('printRun:add', batch),
      onProgress: (done) => {
        const seconds = secondsLeft(done, ids.length, clock.now() - since)
        setStanding({ phase: 'running', done, seconds, stopping: wasStopped() })
      },
      isStopped: wasStopped,
    })
    const finished =
      wasStopped() || outcome.ended !== null ? null : await bridge.call('printRun:finish', null)
    const done = finished?.ok === true ? finished.value : null
    const sent = done === null ? await bridge.call('printRun:stop', null) : null
    // What was stopped while it finished, and is whole all the same, is done.
    const stopped = done === null && wasStopped()
    const failure = finished?.ok === false ? finished.error : outcome.ended
    const ended = stopped ? null : failure
    const what = sent === null ? { ...outcome, last: '' } : asSent(outcome, sent)
    setStanding({
      phase: 'done',
      into: into.into,
      outcome: { ...what, ended },
      done,
      stopped,
      last: what.last,
    })
  }

  return {
    standing,
    begin: async (choices) => {
      // Two clicks are one start.
      if (isBusy.current) return
      isBusy.current = true
      try {
        await app.change({ printRun: remembered(choices) })
        await run(choices)
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error)
        setStanding({ phase: 'asking', failure: { type: 'PrintFailed', reason } })
      } finally {
        isBusy.current = false
      }
    },
    stop,
    show: () => void bridge.call('printRun:show', null),
  }
}

function intoOf({ into, printer = '', bothSides }: Choices, title: string): RunInto {
  switch (into) {
    case 'file':
      return { into, suggestedName: `${title}.pdf` }
    case 'folder':
      return { into }
    case 'printer':
      return { into, printer, bothSides }
  }
}
