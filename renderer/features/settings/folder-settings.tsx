import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { failureText } from '../../i18n'
import { useAppState, useServices } from '../../stores'
import { useNotices } from '../../ui'
import { AttachmentTotal } from './attachment-total'
import { LeftAside } from './left-aside'

/** Where the data lies, another place for it, and the way to checking it. */
export function FolderSettings() {
  const { t } = useTranslation(['settings', 'recovery'])
  const { bridge } = useServices()
  const notices = useNotices()
  const folder = useAppState((state) => state.start.folder)

  const change = async () => {
    const { path } = await bridge.call('folder:choose', { title: t('folderChoose') })
    if (path === null) return
    const result = await bridge.call('folder:use', { path })
    if (!result.ok) notices.warn(failureText(result.error))
  }
  return (
    <Box>
      <Typography data-selectable sx={{ overflowWrap: 'anywhere' }}>
        {folder.path}
      </Typography>
      <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
        {t(folder.readOnly ? 'folderReadOnly' : 'folderText')}
      </Typography>
      <AttachmentTotal />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mt: 3 }}>
        <Button onClick={() => void bridge.call('folder:show', null)}>{t('folderShow')}</Button>
        <Button onClick={() => void change()}>{t('folderChange')}</Button>
        <Button component={Link} href="/recovery">
          {t('recovery:title')}
        </Button>
      </Box>
      <LeftAside />
    </Box>
  )
}
