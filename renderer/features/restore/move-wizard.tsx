import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureText, sizeText } from '../../i18n'
import { useSafety, useServices, useTeam } from '../../stores'
import { TaskProgress } from '../safety'
import { Trouble } from './refused-backup'
import { Words } from './words'

type Saving =
  | { readonly at: 'before'; readonly failure: string | null }
  | { readonly at: 'saving' }
  | { readonly at: 'saved'; readonly path: string; readonly bytes: number }

/** 换电脑, on the old one: what goes along, a backup of it, and what to do over there. */
export function MoveWizard({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(['restore', 'common'])
  const { bridge } = useServices()
  const id = useId()
  const [saving, setSaving] = useState<Saving>({ at: 'before', failure: null })
  const busy = saving.at === 'saving'
  const save = async () => {
    setSaving({ at: 'saving' })
    const made = await bridge.call('move:make', null)
    if (!made.ok) {
      const failure = made.error.type === 'Cancelled' ? null : failureText(made.error)
      setSaving({ at: 'before', failure })
      return
    }
    const { path, bytes } = made.value
    setSaving(path === null ? { at: 'before', failure: null } : { at: 'saved', path, bytes })
  }
  return (
    <Dialog
      open
      maxWidth="sm"
      fullWidth
      aria-labelledby={id}
      onClose={() => {
        if (!busy) onClose()
      }}
    >
      <DialogTitle id={id}>{t('move.title')}</DialogTitle>
      <DialogContent>
        {saving.at === 'saved' ? <Then {...saving} /> : <Before />}
        {busy && <TaskProgress bridge={bridge} task="backup" label={t('move.saving')} />}
        {saving.at === 'before' && saving.failure !== null && <Trouble>{saving.failure}</Trouble>}
      </DialogContent>
      <DialogActions>
        <Button
          onClick={() => {
            if (busy) void bridge.call('restore:cancel', { work: 'backup' })
            else onClose()
          }}
        >
          {busy ? t('stop') : t('common:close')}
        </Button>
        <Box sx={{ flex: 1 }} />
        {saving.at !== 'saved' && (
          <Button variant="contained" color="primary" autoFocus disabled={busy} onClick={() => void save()}>
            {t('move.save')}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  )
}

function Before() {
  const { t } = useTranslation('restore')
  const team = useTeam((state) => state.status.team)
  return (
    <>
      <Words>{t('move.intro')}</Words>
      {team && (
        <Typography
          sx={{
            p: 3,
            mb: 3,
            borderRadius: 1,
            bgcolor: 'var(--zk-amber-soft)',
            color: 'var(--zk-amber-text)',
            textWrap: 'pretty',
          }}
        >
          {t('move.team', { name: team.name })}
        </Typography>
      )}
      <Words strong>{t('move.travels')}</Words>
      <Words>{t('move.travelsText')}</Words>
      <Words strong>{t('move.stays')}</Words>
      <Words>{t('move.staysText')}</Words>
    </>
  )
}

function Then({ path, bytes }: { readonly path: string; readonly bytes: number }) {
  const { t } = useTranslation('restore')
  const encrypted = useSafety((state) => state?.encryption.on === true)
  return (
    <>
      <Typography
        role="status"
        data-selectable
        sx={{ mb: 1, color: 'var(--zk-green-text)', overflowWrap: 'anywhere' }}
      >
        {t('move.saved', { path, size: sizeText(bytes) })}
      </Typography>
      {encrypted && <Words>{t('move.savedEncrypted')}</Words>}
      <Typography variant="h3" component="h3" sx={{ mt: 3, mb: 1.5 }}>
        {t('move.then')}
      </Typography>
      <Box component="ol" sx={{ m: 0, mb: 3, pl: 5, display: 'grid', gap: 1 }}>
        {(['then1', 'then2', 'then3'] as const).map((step) => (
          <li key={step}>{t(`move.${step}`)}</li>
        ))}
      </Box>
      <Words>{t('move.after')}</Words>
    </>
  )
}
