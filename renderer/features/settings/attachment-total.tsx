import Typography from '@mui/material/Typography'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sizeText } from '../../i18n'
import { useServices } from '../../stores'

/** How much room the attachments take in the data folder, once that is known. */
export function AttachmentTotal() {
  const { t } = useTranslation('attachments')
  const { bridge } = useServices()
  const [total, setTotal] = useState<{ readonly files: number; readonly bytes: number } | null>(null)
  useEffect(() => {
    let current = true
    void bridge.call('attachment:total', null).then((answer) => {
      if (current && answer.ok) setTotal(answer.value)
    })
    return () => {
      current = false
    }
  }, [bridge])
  if (total === null || total.files === 0) return null
  return (
    <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
      {t('folderTotal', { files: total.files, size: sizeText(total.bytes) })}
    </Typography>
  )
}
