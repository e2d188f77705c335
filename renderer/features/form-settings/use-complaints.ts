import { useEffect, useState } from 'react'
import type { Template } from '../../../shared/forms/template'
import { complaintsOf, noComplaints, type Complaints } from './complaints'

/** Milliseconds after the last change: the check lays the form out four times, which typing must not wait for. */
const PAUSE_MS = 350

/** The complaints about the version that is being made; those of the last one until the next have been worked out. */
export function useComplaints(made: Template, base: Template): Complaints {
  const [complaints, setComplaints] = useState<Complaints>(noComplaints)
  useEffect(() => {
    const timer = setTimeout(() => {
      setComplaints(complaintsOf(made, base))
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
    }
  }, [made, base])
  return complaints
}
