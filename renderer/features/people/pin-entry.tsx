import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState, type ReactNode, type SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffMember } from '../../db'
import { useServices } from '../../stores'
import type { PinVerdict } from '../../../shared/ipc/contract'
import { checkPin, pinProblem } from './pin'
import { PinField } from './pin-field'

export interface PinEntryProps {
  readonly member: StaffMember
  readonly onRight: () => void
  readonly onCancel: () => void
  /** Offered once there are no free tries left, or no digits can fit. */
  readonly wayOut?: ReactNode
}

/** Asks for a person's PIN where the person was chosen. */
export function PinEntry({ member, onRight, onCancel, wayOut }: PinEntryProps) {
  const { t } = useTranslation(['people', 'common'])
  const services = useServices()
  const [pin, setPin] = useState('')
  const [verdict, setVerdict] = useState<PinVerdict | null>(null)
  const [busy, setBusy] = useState(false)
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    if (busy || pin === '') return
    setBusy(true)
    // A check that broke off (no memory, say) must not keep the person out for good.
    const found = await checkPin(services, member, pin).finally(() => {
      setBusy(false)
    })
    if (found.verdict === 'right') {
      onRight()
      return
    }
    setVerdict(found)
    setPin('')
  }
  return (
    <Box component="form" noValidate onSubmit={(event: SyntheticEvent) => void submit(event)}>
      <PinField
        key={member.id}
        label={t('pin.of', { name: member.name })}
        value={pin}
        onValue={setPin}
        autoFocus
        problem={verdict ? pinProblem(verdict, t) : undefined}
      />
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', gap: 2, mt: 3 }}>
        {verdict !== null && verdict.verdict !== 'wrong' && wayOut}
        <Button variant="text" onClick={onCancel}>
          {t('common:cancel')}
        </Button>
        <Button type="submit" variant="contained" color="primary" disabled={pin === ''}>
          {t('pin.goOn')}
        </Button>
      </Box>
    </Box>
  )
}
