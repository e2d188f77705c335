import { useLive } from '../../db'
import { useServices } from '../../stores'
import type { Letterhead } from '../../../shared/print/layout-input'

const none: Letterhead = { firm: '' }

/** The head of the firm's sheets as it is now. */
export function useLetterhead(): Letterhead {
  const { workingCopy } = useServices()
  return useLive(() => workingCopy.firm.letterhead(), [workingCopy]) ?? none
}
