import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PrintJob } from '../../../shared/ipc/contract'
import type { ExtraPage } from '../../../shared/print/extra-page'
import { useNotices } from '../../ui'
import type { AttachmentsToggle } from './preview-bar'
import type { PrintedAttachments } from './preview-dialog'
import type { SheetMode } from './preview-job'

/** The same job with pages behind its sheets. */
export const withExtras = (job: PrintJob, extras: readonly ExtraPage[]): PrintJob =>
  job.job === 'form' && extras.length > 0 ? { ...job, extras } : job

const none: readonly ExtraPage[] = []

/** Whether a record's attachments are printed behind it, and their pages once they are drawn. A blank sheet has none. */
export function useExtras(
  attachments: PrintedAttachments | undefined,
  mode: SheetMode | null,
): { readonly pages: readonly ExtraPage[]; readonly button?: AttachmentsToggle } {
  const { t } = useTranslation('preview')
  const notices = useNotices()
  const [wanted, setWanted] = useState(false)
  const [drawn, setDrawn] = useState<readonly ExtraPage[] | null>(null)
  const [busy, setBusy] = useState(false)
  if (attachments === undefined || attachments.count === 0 || mode === 'blank') return { pages: none }
  const draw = async () => {
    setBusy(true)
    try {
      setDrawn(await attachments.pages())
    } catch (error) {
      setWanted(false)
      notices.warn(t('attachmentsFailed', { reason: error instanceof Error ? error.message : String(error) }))
    } finally {
      setBusy(false)
    }
  }
  return {
    pages: wanted ? (drawn ?? none) : none,
    button: {
      count: attachments.count,
      on: wanted,
      busy,
      onToggle: () => {
        setWanted(!wanted)
        if (!wanted && drawn === null && !busy) void draw()
      },
    },
  }
}
