import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { clockTime } from '../../i18n'
import { useServices } from '../../stores'
import { DropVeil } from '../../ui'
import type { Source } from './attachments'
import { bringsFiles, filesOf, isTyping, nameOf } from './intake'
import type { UsedAttachments } from './use-attachments'

/** Files that are dropped anywhere on an open form, or pasted while nobody is typing, become its attachments. */
export function AttachmentIntake({
  attachments,
  paused,
  onTaken,
}: {
  readonly attachments: UsedAttachments
  /** A dialog lies over the form. */
  readonly paused: boolean
  readonly onTaken: () => void
}) {
  const { t } = useTranslation('attachments')
  const { clock } = useServices()
  const [over, setOver] = useState(false)
  const { locked } = attachments

  const take = useEffectEvent((files: readonly File[]) => {
    if (files.length === 0 || locked) return
    const pasted = t('pasted', { when: clockTime(clock.now(), true).replaceAll(':', '-') })
    attachments.add(
      files.map((file): Source => ({
        name: nameOf(file, pasted),
        size: file.size,
        bytes: async () => new Uint8Array(await file.arrayBuffer()),
      })),
    )
    onTaken()
  })
  const isLocked = useEffectEvent(() => locked)

  useEffect(() => {
    if (paused) return undefined
    const onPaste = (event: ClipboardEvent) => {
      const files = filesOf(event.clipboardData)
      if (files.length === 0 || isTyping(event.target)) return
      event.preventDefault()
      take(files)
    }
    const onDragOver = (event: DragEvent) => {
      if (!bringsFiles(event.dataTransfer)) return
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = isLocked() ? 'none' : 'copy'
      setOver(true)
    }
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const onDrop = (event: DragEvent) => {
      setOver(false)
      if (!bringsFiles(event.dataTransfer)) return
      event.preventDefault()
      take(filesOf(event.dataTransfer))
    }
    document.addEventListener('paste', onPaste)
    document.addEventListener('dragover', onDragOver)
    document.addEventListener('dragleave', onDragLeave)
    document.addEventListener('drop', onDrop)
    return () => {
      document.removeEventListener('paste', onPaste)
      document.removeEventListener('dragover', onDragOver)
      document.removeEventListener('dragleave', onDragLeave)
      document.removeEventListener('drop', onDrop)
    }
  }, [paused])

  if (!over) return null
  return <DropVeil>{t(locked ? 'dropLocked' : 'drop')}</DropVeil>
}
