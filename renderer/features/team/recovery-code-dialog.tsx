import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayText } from '../../i18n'
import { useServices, useTeam } from '../../stores'
import { Field } from '../../ui'
import { useLetterhead } from '../forms-library'
import { PreviewDialog } from '../print-preview'
import type { PrintJob } from '../../../shared/ipc/contract'
import { codeLines, isLastGroup } from './recovery-code'

export interface RecoveryCodeDialogProps {
  readonly code: string
  readonly onClose: () => void
}

/** The code to be printed and locked away; it closes when somebody shows that they have it, or says later. */
export function RecoveryCodeDialog({ code, onClose }: RecoveryCodeDialogProps) {
  const { t } = useTranslation('team')
  const { clock } = useServices()
  const letterhead = useLetterhead()
  const team = useTeam((state) => state.status.team)
  const id = useId()
  const [typed, setTyped] = useState('')
  const [copied, setCopied] = useState(false)
  const [job, setJob] = useState<PrintJob | null>(null)
  const title = t('code.paperTitle', { name: team?.name ?? '' })
  const right = isLastGroup(code, typed)
  const print = () => {
    const column = (label: string, weight: number) => ({ label, align: 'left' as const, weight })
    const rows = [
      [t('code.paperFingerprint'), team?.fingerprint ?? ''],
      ...codeLines(code).map((line, i) => [i === 0 ? t('code.paperCode') : '', line]),
      [t('code.paperWhat'), t('code.paperWhatText')],
      [t('code.paperDate'), dayText(clock.now())],
    ]
    const register = { title, letterhead, columns: [column('', 1), column('', 4)], rows, footnote: '' }
    setJob({ job: 'register', register })
  }
  return (
    <Dialog open maxWidth="sm" fullWidth aria-labelledby={id}>
      <DialogTitle id={id}>{t('code.title')}</DialogTitle>
      <DialogContent>
        <Typography sx={{ textWrap: 'pretty' }}>{t('code.intro')}</Typography>
        <Box
          data-selectable
          data-recovery-code
          sx={{
            my: 4,
            p: 4,
            borderRadius: 1,
            bgcolor: 'var(--zk-hover)',
            fontFamily: 'monospace',
            fontSize: 18,
            lineHeight: 1.7,
            letterSpacing: '.04em',
            textAlign: 'center',
          }}
        >
          {codeLines(code).map((line) => (
            <Box key={line}>{line}</Box>
          ))}
        </Box>
        <Box sx={{ display: 'flex', gap: 2, mb: 4 }}>
          <Button onClick={print}>{t('code.print')}</Button>
          <Button
            onClick={() => {
              void navigator.clipboard.writeText(code).then(() => {
                setCopied(true)
              })
            }}
          >
            {t(copied ? 'code.copied' : 'code.copy')}
          </Button>
        </Box>
        <Field
          label={t('code.check')}
          value={typed}
          autoComplete="off"
          problem={typed.trim().length >= 4 && !right ? t('code.checkWrong') : undefined}
          onChange={(event) => {
            setTyped(event.target.value)
          }}
        />
        <Typography variant="body2" color="textSecondary" sx={{ mt: 3 }}>
          {t('code.laterText')}
        </Typography>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('code.later')}</Button>
        <Button variant="contained" color="primary" disabled={!right} onClick={onClose}>
          {t('code.done')}
        </Button>
      </DialogActions>
      {job && (
        <PreviewDialog
          job={job}
          suggestedName={`${title}.pdf`}
          onClose={() => {
            setJob(null)
          }}
        />
      )}
    </Dialog>
  )
}
