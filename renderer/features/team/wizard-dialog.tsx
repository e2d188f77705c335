import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'
import { useId, type ReactNode, type SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useTeam } from '../../stores'
import { Refused } from './folder-choice'

export interface WizardDialogProps {
  readonly title: string
  /** From 0. */
  readonly step: number
  readonly names: readonly string[]
  /** What the last button says. */
  readonly last: string
  readonly mayGoOn: boolean
  /** What is being done now; nothing can be pressed meanwhile. */
  readonly busy: string | null
  readonly failure: string | null
  readonly onStep: (step: number) => void
  readonly onGo: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A few steps, one after the other, and the way back at each of them. Enter goes on. */
export function WizardDialog(props: WizardDialogProps) {
  const { title, step, names, last, mayGoOn, busy, failure, onStep, onGo, onClose, children } = props
  const { t } = useTranslation(['team', 'common'])
  const id = useId()
  const isLast = step === names.length - 1
  const next = (event: SyntheticEvent) => {
    event.preventDefault()
    if (!mayGoOn || busy !== null) return
    if (isLast) onGo()
    else onStep(step + 1)
  }
  return (
    <Dialog
      open
      maxWidth="sm"
      fullWidth
      aria-labelledby={id}
      onClose={() => {
        if (busy === null) onClose()
      }}
    >
      <form noValidate onSubmit={next}>
        <DialogTitle id={id}>
          {title}
          <Typography component="span" variant="body2" color="textSecondary" sx={{ display: 'block' }}>
            {t('wizard.steps', { step: step + 1, of: names.length, name: names[step] ?? '' })}
          </Typography>
        </DialogTitle>
        <DialogContent sx={{ minHeight: 260 }}>
          {children}
          {busy !== null && <Doing text={busy} />}
          {busy === null && failure !== null && (
            <Box sx={{ mt: 3 }}>
              <Refused text={failure} />
            </Box>
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose} disabled={busy !== null}>
            {t('common:cancel')}
          </Button>
          <Box sx={{ flex: 1 }} />
          {step > 0 && (
            <Button
              disabled={busy !== null}
              onClick={() => {
                onStep(step - 1)
              }}
            >
              {t('wizard.back')}
            </Button>
          )}
          <Button type="submit" variant="contained" color="primary" disabled={!mayGoOn || busy !== null}>
            {isLast ? last : t('wizard.next')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

/** Long work: how far it has come, as far as that is known. */
function Doing({ text }: { readonly text: string }) {
  const fetching = useTeam((state) => state.status.activity.fetching)
  const part = fetching && fetching.total > 0 ? (100 * fetching.done) / fetching.total : null
  const said = fetching ? `${text} ${String(fetching.done)}/${String(fetching.total)}` : text
  return (
    <Box role="status" sx={{ mt: 4 }}>
      <Box sx={{ fontSize: 13, color: 'var(--zk-ink-soft)', mb: 1.5 }}>{said}</Box>
      <LinearProgress
        aria-label={text}
        {...(part === null ? {} : { variant: 'determinate' as const, value: part })}
      />
    </Box>
  )
}

/** What is going to happen, before it does. */
export function WhatHappens({ lines }: { readonly lines: readonly string[] }) {
  const { t } = useTranslation('team')
  return (
    <>
      <Typography variant="h3" component="h3" sx={{ mb: 2 }}>
        {t('wizard.whatHappens')}
      </Typography>
      <Box component="ol" sx={{ m: 0, pl: 5, display: 'flex', flexDirection: 'column', gap: 2 }}>
        {lines.map((line) => (
          <Typography component="li" key={line} sx={{ overflowWrap: 'anywhere', textWrap: 'pretty' }}>
            {line}
          </Typography>
        ))}
      </Box>
    </>
  )
}
