import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureText } from '../../i18n'
import { useServices } from '../../stores'
import { useNotices } from '../../ui'

/** Changes that only a former working copy had and that the person did not want back then; nothing when there are none. */
export function LeftAside() {
  const { t } = useTranslation('settings')
  const { workingCopy } = useServices()
  const notices = useNotices()
  const [count, setCount] = useState(0)
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    let current = true
    void workingCopy.leftAside().then((left) => {
      if (current) setCount(left)
    })
    return () => {
      current = false
    }
  }, [workingCopy])
  if (count === 0) return null
  const bringBack = async () => {
    setBusy(true)
    const result = await workingCopy.bringBack('left')
    setBusy(false)
    if (result.ok) notices.tell(t('asideBack', { count: result.value.restored }))
    else notices.warn(failureText(result.error))
    setCount(await workingCopy.leftAside())
  }
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, mt: 4 }}>
      <Typography variant="body2" sx={{ color: 'var(--zk-amber-text)' }}>
        {t('aside', { count })}
      </Typography>
      <Button disabled={busy || workingCopy.readOnly} onClick={() => void bringBack()}>
        {t('asideBringBack')}
      </Button>
    </Box>
  )
}
