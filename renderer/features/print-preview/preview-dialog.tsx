import type { PrintJob } from '../../../shared/ipc/contract'

export interface PreviewDialogProps {
  readonly job: PrintJob
  /** File name without folder, e.g. `TS-2026-0001 客户投诉登记表一.pdf`. */
  readonly suggestedName: string
  readonly onClose: () => void
}

/** The real PDF, drawn page by page, with saving and printing. */
export function PreviewDialog(_props: PreviewDialogProps) {
  return null
}
