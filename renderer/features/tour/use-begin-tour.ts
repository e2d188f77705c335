import { useCallback } from 'react'
import { useServices } from '../../stores'

/** Begins the tour, or goes on with it where it was left. */
export function useBeginTour(): () => void {
  const { app } = useServices()
  return useCallback(() => {
    const { tour } = app.store.getState().settings
    void app.change({ tour: typeof tour === 'number' ? tour : 0 })
  }, [app])
}
