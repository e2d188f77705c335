import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffMember } from '../../db'
import { failureText } from '../../i18n'
import { useServices } from '../../stores'

export interface ResetPinProps {
  readonly member: StaffMember
  readonly onReset: (member: StaffMember) => void
}

/**
 * For the only person of a firm: nobody else could clear the PIN, and the data can be read on this disk in any case. The
 * history keeps when it was done.
 */
export function ResetPin({ member, onReset }: ResetPinProps) {
  const { t } = useTranslation('people')
  const { workingCopy } = useServices()
  const [problem, setProblem] = useState<string | null>(null)
  const reset = async () => {
    const by = { id: member.id, name: member.name }
    const written = await workingCopy.staff.change(member.id, { pin: null }, by)
    if (written.ok) onReset(member)
    else setProblem(failureText(written.error))
  }
  return (
    <>
      {problem !== null && (
        <Typography role="alert" variant="body2" sx={{ color: 'var(--zk-seal-text)' }}>
          {problem}
        </Typography>
      )}
      <Button variant="text" onClick={() => void reset()}>
        {t('lock.reset')}
      </Button>
    </>
  )
}
