import { useEffect, useId, useRef, useState } from 'react'
import type { PrintJob } from '../../../shared/ipc/contract'
import { setupOf, useAppState, useServices } from '../../stores'
import type { SetupButtonProps } from './preview-bar'
import { formsOf, sheetOfPage } from './setup-job'
import type { SetupPanelProps } from './setup-panel'
import type { PdfState } from './use-pdf'

export interface PrintSetupControl {
  readonly button: SetupButtonProps
  /** Null while it is closed. */
  readonly panel: SetupPanelProps | null
}

/** 打印设置 of the form whose page is shown; null for a job without forms. `desk` holds the pages, one after the other. */
export function usePrintSetup(
  job: PrintJob,
  pdf: PdfState,
  desk: HTMLElement | null,
): PrintSetupControl | null {
  const { app } = useServices()
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const setups = useAppState((state) => state.settings.printSetups)
  const [open, setOpen] = useState(false)
  const page = useShownPage(desk)
  if (job.job !== 'form') return null
  const starts = pdf.state === 'ready' ? pdf.starts : undefined
  const sheet = job.sheets[sheetOfPage(starts, page)] ?? job.sheets[0]
  if (!sheet) return null
  const { code } = sheet.template
  const setup = setupOf(setups, code)
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  return {
    button: {
      controls: id,
      open,
      own: Object.keys(setup).length > 0,
      buttonRef: button,
      onToggle: () => {
        setOpen(!open)
      },
    },
    panel: open
      ? {
          id,
          forms: formsOf(job),
          sheet,
          setup,
          onForm: (chosen) => {
            const start = starts?.[job.sheets.findIndex(({ template }) => template.code === chosen)]
            const target = start === undefined ? undefined : desk?.children[start]
            target?.scrollIntoView({ block: 'start' })
          },
          onSetup: (next) => void app.setPrintSetup(code, next),
          onClose: close,
        }
      : null,
  }
}

/** The page (0…) in the middle of the desk. */
function useShownPage(desk: HTMLElement | null): number {
  const [page, setPage] = useState(0)
  useEffect(() => {
    if (!desk) return undefined
    const read = () => {
      const middle = desk.scrollTop + desk.clientHeight / 2
      const pages = [...desk.children].filter((child) => child instanceof HTMLElement)
      const at = pages.findIndex(({ offsetTop, offsetHeight }) => offsetTop + offsetHeight > middle)
      setPage(Math.max(0, at === -1 ? pages.length - 1 : at))
    }
    desk.addEventListener('scroll', read, { passive: true })
    return () => {
      desk.removeEventListener('scroll', read)
    }
  }, [desk])
  return page
}
