import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLive } from '../../db'
import { useServices } from '../../stores'
import { useLetterhead } from '../forms-library'
import { CompareDialog } from './compare-dialog'
import { formNames } from './names'

export interface RecordMomentDialogProps {
  readonly id: string
  /** The change after which the record is shown. */
  readonly dot: string
  readonly onOpen: () => void
  readonly onClose: () => void
}

/** A record as it stood at a moment, beside what it is now, to be looked at from outside of it. */
export function RecordMomentDialog({ id, dot, onOpen, onClose }: RecordMomentDialogProps) {
  const { t } = useTranslation(['history', 'editor', 'common'])
  const { workingCopy } = useServices()
  const letterhead = useLetterhead()
  const entries = useLive(() => workingCopy.records.history(id), [workingCopy, id])
  const template = useLive(() => workingCopy.records.at(id, dot), [workingCopy, id, dot])?.template
  const momentOf = useCallback((at: string) => workingCopy.records.at(id, at), [workingCopy, id])
  const names = useMemo(() => formNames(t, template), [t, template])
  if (!entries || entries.length === 0) return null
  return (
    <CompareDialog
      entries={entries}
      picked={dot}
      names={names}
      letterhead={letterhead}
      momentOf={momentOf}
      barred="elsewhere"
      correction={false}
      onSetBack={onOpen}
      onOpen={onOpen}
      onClose={onClose}
    />
  )
}
