import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useId, useState, type SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffMember } from '../../db'
import { failureText } from '../../i18n'
import { useCurrentPerson, usePersonRef, useServices } from '../../stores'
import { useNotices } from '../../ui'
import { checkPin, isPin, pinProblem } from './pin'
import { PinField } from './pin-field'

/** One's own PIN is set, changed, removed; a colleague's that was forgotten is cleared. */
export type PinAct = 'set' | 'change' | 'remove' | 'clear'

export interface PinDialogProps {
  readonly act: PinAct
  readonly member: StaffMember
  readonly onClose: () => void
}

interface Problem {
  readonly at: 'now' | 'new' | 'again'
  readonly text: string
}

export function PinDialog({ act, member, onClose }: PinDialogProps) {
  const { t } = useTranslation(['people', 'common'])
  const services = useServices()
  const me = useCurrentPerson()
  const by = usePersonRef()
  const notices = useNotices()
  const id = useId()
  const [now, setNow] = useState('')
  const [wanted, setWanted] = useState('')
  const [again, setAgain] = useState('')
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  // Whoever acts shows that it is them: so the history names the right person.
  const actor = act === 'clear' ? me : member
  const asksNow = actor?.hasPin === true
  const asksNew = act === 'set' || act === 'change'

  const look = async (): Promise<Problem | null> => {
    if (asksNew && !isPin(wanted)) return { at: 'new', text: t('pin.shape') }
    if (asksNew && wanted !== again) return { at: 'again', text: t('pin.differ') }
    const verdict = asksNow ? await checkPin(services, actor, now) : null
    const text = verdict ? pinProblem(verdict, t) : undefined
    return text === undefined ? null : { at: 'now', text }
  }
  const write = async () => {
    const { bridge, workingCopy } = services
    const pin = asksNew ? (await bridge.call('pin:make', { pin: wanted })).kept : null
    const written = await workingCopy.staff.change(member.id, { pin }, by)
    if (!written.ok) {
      notices.warn(failureText(written.error))
      return
    }
    notices.tell(t(`pin.done.${act}`, { name: member.name }))
    onClose()
  }
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const found = await look()
    setProblem(found)
    if (!found) await write()
    setBusy(false)
  }
  const problemAt = (at: Problem['at']) => (problem?.at === at ? problem.text : undefined)
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} maxWidth="xs" fullWidth>
      <form
        noValidate
        onSubmit={(event: SyntheticEvent) => void submit(event)}
        onKeyDown={(event) => {
          // The line of the list that opened the dialog would move on to its next field instead.
          if (event.key === 'Enter') event.stopPropagation()
        }}
      >
        <DialogTitle id={id}>{t(`pin.title.${act}`, { name: member.name })}</DialogTitle>
        <DialogContent>
          <Typography sx={{ mb: 4 }}>{t(`pin.text.${act}`)}</Typography>
          <Box sx={{ display: 'flex', flexDirection: 'column', gap: 3 }}>
            {asksNow && (
              <PinField
                label={act === 'clear' ? t('pin.mine', { name: actor.name }) : t('pin.now')}
                value={now}
                onValue={setNow}
                problem={problemAt('now')}
                autoFocus
              />
            )}
            {asksNew && (
              <>
                <PinField
                  label={t('pin.new')}
                  value={wanted}
                  onValue={setWanted}
                  problem={problemAt('new')}
                  autoFocus={!asksNow}
                />
                <PinField
                  label={t('pin.again')}
                  value={again}
                  onValue={setAgain}
                  problem={problemAt('again')}
                />
              </>
            )}
          </Box>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button type="submit" variant="contained" color="primary" disabled={busy}>
            {t(`pin.yes.${act}`)}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
