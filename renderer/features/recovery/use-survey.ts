import { useCallback, useEffect, useState } from 'react'
import type { Bridge } from '../../../shared/ipc/contract'
import type { Survey, SurveyFailure } from '../../../shared/ipc/recovery'

export type SurveyState =
  | { readonly is: 'running' }
  | { readonly is: 'done'; readonly survey: Survey }
  | { readonly is: 'failed'; readonly failure: SurveyFailure }

/** Checks the data folder when the page is opened, and again when somebody asks for it. */
export function useSurvey(bridge: Bridge): { readonly state: SurveyState; readonly check: () => void } {
  const [state, setState] = useState<SurveyState>({ is: 'running' })
  const [asked, setAsked] = useState(0)
  useEffect(() => {
    let current = true
    void bridge.call('recovery:check', null).then((result) => {
      if (!current) return
      setState(result.ok ? { is: 'done', survey: result.value } : { is: 'failed', failure: result.error })
    })
    return () => {
      current = false
      void bridge.call('recovery:stop', null)
    }
  }, [bridge, asked])
  const check = useCallback(() => {
    setState({ is: 'running' })
    setAsked((times) => times + 1)
  }, [])
  return { state, check }
}
