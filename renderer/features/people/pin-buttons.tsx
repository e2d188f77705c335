import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffMember } from '../../db'
import { useCurrentPerson } from '../../stores'
import { PinDialog, type PinAct } from './pin-dialog'

/** What the person who works here can do about a PIN: everything about their own, and clear a colleague's. */
export function PinButtons({ member }: { readonly member: StaffMember }) {
  const { t } = useTranslation('people')
  const me = useCurrentPerson()
  const [act, setAct] = useState<PinAct | null>(null)
  const acts = actsFor(member, me)
  return (
    <>
      {acts.map((each) => (
        <Button
          key={each}
          variant="text"
          {...(each === 'clear' ? { 'aria-label': t('pin.clearOf', { name: member.name }) } : {})}
          onClick={() => {
            setAct(each)
          }}
        >
          {t(`pin.${each}`)}
        </Button>
      ))}
      {act && (
        <PinDialog
          act={act}
          member={member}
          onClose={() => {
            setAct(null)
          }}
        />
      )}
    </>
  )
}

function actsFor(member: StaffMember, me: StaffMember | undefined): readonly PinAct[] {
  if (member.id === me?.id) return member.hasPin ? ['change', 'remove'] : ['set']
  // Without somebody who works here the history could not say who did it.
  return member.hasPin && me ? ['clear'] : []
}
