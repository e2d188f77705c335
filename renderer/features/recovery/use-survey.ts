import { useCallback, useEffect, useState } from 'react'
import type { Bridge } from '../../../shared/ipc/contract'
import type { Survey, SurveyFailure, UnderWay } from '../../../shared/ipc/recovery'
import { rescuingOf } from './rescuing'

export type SurveyState =
  /** For the end of an export. */
  | { readonly is: 'waiting' }
  | { readonly is: 'running' }
  | { readonly is: 'done'; readonly survey: Survey }
  | { readonly is: 'failed'; readonly failure: SurveyFailure | UnderWay }

/** Checks the data folder when the page is opened, and again when somebody asks for it; never while an export goes on. */
export function useSurvey(bridge: Bridge): { readonly state: SurveyState; readonly check: () => void } {
  const [state, setState] = useState<SurveyState>({ is: 'waiting' })
  const [asked, setAsked] = useState(0)
  useEffect(() => {
    let current = true
    const survey = async () => {
      await rescuingOf(bridge).ended()
      if (!current) return
      setState({ is: 'running' })
      const result = await bridge.call('recovery:check', null)
      // Another page may have been opened meanwhile.
      if (stillCurrent())
        setState(result.ok ? { is: 'done', survey: result.value } : { is: 'failed', failure: result.error })
    }
    const stillCurrent = () => current
    void survey()
    return () => {
      current = false
      void bridge.call('recovery:stop', { work: 'check' })
    }
  }, [bridge, asked])
  const check = useCallback(() => {
    setState({ is: 'waiting' })
    setAsked((times) => times + 1)
  }, [])
  return { state, check }
}
