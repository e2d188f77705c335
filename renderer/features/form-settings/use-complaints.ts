import { useEffect, useState } from 'react'
import type { Template } from '../../../shared/forms/template'
import { whenIdle } from '../sheet'
import { lookOver, noComplaints, type Complaints } from './complaints'

/** Milliseconds after the last change: nobody wants to be corrected within a word. */
const PAUSE_MS = 350

/**
 * The complaints about the version that is being made; those of the last one until the next have been worked out, step by
 * step while the window is idle: typing never waits for it.
 */
export function useComplaints(made: Template, base: Template): Complaints {
  const [complaints, setComplaints] = useState<Complaints>(noComplaints)
  useEffect(() => {
    const steps = lookOver(made, base)
    let leave: () => unknown = () => undefined
    const next = () => {
      const step = steps.next()
      if (step.done) setComplaints(step.value)
      else leave = whenIdle.add(next)
    }
    const timer = setTimeout(next, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      leave()
    }
  }, [made, base])
  return complaints
}
