import { useCallback, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormSheet } from '../../../shared/ipc/contract'
import { failureText } from '../../i18n'
import { setUpSheets, useAppState, useServices } from '../../stores'
import { useNotices } from '../../ui'

/**
 * Saves forms, blank or filled, as one Excel file with a sheet each, for the paper that they are printed on here.
 * `suggestedName` is a file name without folder, with or without `.xlsx`. Answers whether a file was written; the person
 * has been told.
 */
export type SaveExcel = (sheets: readonly FormSheet[], suggestedName: string) => Promise<boolean>

/** Of this topic only the newest failure is shown, and a success takes it away. */
const TOPIC = 'excel'

export function useSaveExcel(): SaveExcel {
  const { t } = useTranslation('preview')
  const { bridge } = useServices()
  const setups = useAppState((state) => state.settings.printSetups)
  const notices = useNotices()
  /** A second click while the file is being written, or its place chosen, does nothing. */
  const busy = useRef(false)
  return useCallback(
    async (sheets, suggestedName) => {
      if (busy.current || sheets.length === 0) return false
      busy.current = true
      try {
        const result = await bridge.call('excel:save', {
          sheets: setUpSheets(sheets, setups),
          suggestedName,
        })
        if (!result.ok) {
          notices.warn(failureText(result.error), TOPIC)
          return false
        }
        const { path } = result.value
        if (path === null) return false
        notices.settle(TOPIC)
        notices.tell(t('excelSaved', { path }))
        return true
      } finally {
        busy.current = false
      }
    },
    [bridge, notices, setups, t],
  )
}
