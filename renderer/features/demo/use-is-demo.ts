import { useAppState } from '../../stores'

/** Whether this window shows the demo data. */
export const useIsDemo = (): boolean => useAppState((state) => state.start.demo === true)
