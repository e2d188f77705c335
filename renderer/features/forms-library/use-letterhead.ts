import { useLive } from '../../db'
import { useServices } from '../../stores'
import type { Letterhead } from '../../../shared/print/layout-input'

const none: Letterhead = { firm: '' }

/** The head of the firm's sheets as it is now. */
export function useLetterhead(): Letterhead {
  return useKnownLetterhead() ?? none
}

/** The same, null until it has been read: for what should not be drawn twice. */
export function useKnownLetterhead(): Letterhead | null {
  const { workingCopy } = useServices()
  return useLive(() => workingCopy.firm.letterhead(), [workingCopy]) ?? null
}
