import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureText, findingText, sizeText } from '../../i18n'
import { useAppState, useServices } from '../../stores'
import { useNotices } from '../../ui'
import type { VerifyReport } from '../../../shared/ipc/contract'
import { AttachmentTotal } from './attachment-total'
import { LeftAside } from './left-aside'
import { TaskProgress } from './task-progress'

/** Where the data lies, another place for it, and whether every byte of it is whole. */
export function FolderSettings() {
  const { t } = useTranslation('settings')
  const { bridge } = useServices()
  const notices = useNotices()
  const folder = useAppState((state) => state.start.folder)
  const [busy, setBusy] = useState(false)
  const [report, setReport] = useState<VerifyReport | null>(null)

  const change = async () => {
    const { path } = await bridge.call('folder:choose', { title: t('folderChoose') })
    if (path === null) return
    const result = await bridge.call('folder:use', { path })
    if (!result.ok) notices.warn(failureText(result.error))
  }
  const verify = async () => {
    setBusy(true)
    setReport(null)
    const result = await bridge.call('folder:verify', null)
    setBusy(false)
    if (result.ok) setReport(result.value)
    else notices.warn(failureText(result.error))
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
        <Button disabled={busy} onClick={() => void verify()}>
          {t('verify')}
        </Button>
      </Box>
      {busy && <TaskProgress task="verify" label={t('verifying')} />}
      {report && <Verified report={report} />}
      <LeftAside />
    </Box>
  )
}

function Verified({ report }: { readonly report: VerifyReport }) {
  const { t } = useTranslation('settings')
  const whole = report.findings.length === 0
  const { files, changes } = report
  return (
    <Box
      role={whole ? 'status' : 'alert'}
      sx={{ mt: 3, color: whole ? 'var(--zk-green-text)' : 'var(--zk-seal-text)' }}
    >
      <Typography variant="body2">
        {t(whole ? 'verifyWhole' : 'verifyNotWhole', { files, changes, size: sizeText(report.bytes) })}
      </Typography>
      {report.findings.map((finding) => {
        const text = findingText(finding)
        return (
          <Typography key={text} variant="body2" data-selectable sx={{ mt: 1, overflowWrap: 'anywhere' }}>
            {text}
          </Typography>
        )
      })}
    </Box>
  )
}
