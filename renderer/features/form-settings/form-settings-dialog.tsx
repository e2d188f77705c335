import Dialog from '@mui/material/Dialog'
import { useEffect, useId, useState } from 'react'
import { useLive, type FormVersions } from '../../db'
import { useServices } from '../../stores'
import { FormSettingsEditor } from './form-settings-editor'

export interface FormSettingsDialogProps {
  readonly code: string
  readonly onClose: () => void
}

/** 表单设置: what the firm changes about one form, with the blank sheet beside it. */
export function FormSettingsDialog({ code, onClose }: FormSettingsDialogProps) {
  const { workingCopy } = useServices()
  const titleId = useId()
  const letterhead = useLive(() => workingCopy.firm.letterhead(), [workingCopy])
  const [versions, setVersions] = useState<FormVersions | 'none' | null>(null)
  const [asking, setAsking] = useState(false)
  const [changed, setChanged] = useState(false)
  // Read once: what a person sets must not be changed under their hands.
  useEffect(() => {
    let current = true
    void workingCopy.templates.versions(code).then((found) => {
      if (current) setVersions(found ?? 'none')
    })
    return () => {
      current = false
    }
  }, [workingCopy, code])
  // A record of a form that this program does not have.
  useEffect(() => {
    if (versions === 'none') onClose()
  }, [versions, onClose])
  const leave = () => {
    if (changed) setAsking(true)
    else onClose()
  }
  return (
    <Dialog
      open
      fullScreen
      onClose={leave}
      aria-labelledby={titleId}
      onKeyDown={(event) => {
        // Alt and a digit would lead away without asking.
        if (event.altKey && /^[0-9]$/.test(event.key)) event.preventDefault()
      }}
    >
      {versions !== null && versions !== 'none' && letterhead !== undefined && (
        <FormSettingsEditor
          titleId={titleId}
          versions={versions}
          letterhead={letterhead}
          asking={asking}
          onAnswered={() => {
            setAsking(false)
          }}
          onChanged={setChanged}
          onLeave={leave}
          onClose={onClose}
        />
      )}
    </Dialog>
  )
}
