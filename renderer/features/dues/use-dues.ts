import { useEffect, useMemo, useState } from 'react'
import { useList, useLive, type RecordRow } from '../../db'
import { today } from '../../platform'
import { useCurrentPerson, useServices } from '../../stores'
import type { Day } from '../../../shared/kernel/dates'
import { countDues, judge, type DueCounts, type DueLine } from './due-lines'

/** No day is later. */
const EVER = '9999-12-31'
/** How often the day is looked at (milliseconds): a window stays open over night. */
const LOOK = 30_000

export type Whose = 'all' | 'mine'

export interface Dues {
  readonly lines: readonly DueLine[]
  readonly counts: DueCounts
  readonly today: Day
  /** The last day that the government's calendar knows, when something lies beyond it. */
  readonly reachesTo?: Day
}

/** Every day that is to be kept, or was dealt with, the earliest first; undefined until it is known. */
export function useDues(whose: Whose, dealt = false): Dues | undefined {
  const { workingCopy } = useServices()
  const day = useToday()
  const person = useCurrentPerson()
  const name = whose === 'mine' ? person?.name : undefined
  const dues = useList(workingCopy.lists, (lists) => lists.dues(EVER, name, dealt), [name, dealt])
  const calendar = useLive(() => workingCopy.calendar.current(), [workingCopy])
  return useMemo(() => {
    if (!dues || !calendar) return undefined
    const lines = judge(dues, day, calendar)
    const beyond = lines.some(({ known }) => !known) ? calendar.reachesTo : null
    return { lines, counts: countDues(lines), today: day, ...(beyond === null ? {} : { reachesTo: beyond }) }
  }, [dues, calendar, day])
}

/** How many days are overdue or today; undefined until it is known. */
export function useDueCount(): number | undefined {
  const { workingCopy } = useServices()
  const day = useToday()
  return useList(workingCopy.lists, async (lists) => (await lists.dues(day)).length, [day])
}

/** The records of lines by id, as far as they are read. */
export function useDueRecords(lines: readonly DueLine[]): ReadonlyMap<string, RecordRow> {
  const { workingCopy } = useServices()
  const ids = [...new Set(lines.map(({ id }) => id))]
  const rows = useList(workingCopy.lists, (lists) => lists.recordRows(ids), [ids.join()])
  return useMemo(() => new Map((rows ?? []).map((row) => [row.id, row])), [rows])
}

function useToday(): Day {
  const { clock } = useServices()
  const [day, setDay] = useState(() => today(clock))
  useEffect(() => {
    const timer = setInterval(() => {
      setDay(today(clock))
    }, LOOK)
    return () => {
      clearInterval(timer)
    }
  }, [clock])
  return day
}
