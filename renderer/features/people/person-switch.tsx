import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Popover from '@mui/material/Popover'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffMember } from '../../db'
import { useCurrentPerson, useServices } from '../../stores'
import { PeopleMenu } from './people-menu'
import { PinEntry } from './pin-entry'
import { usePeople } from './use-people'

/** Others whose names stand in the bar itself: who shares a desk is seldom more than three. */
const OTHERS_SHOWN = 2

/** Who is working here; one click on another name changes it. Alt+P opens the whole list, digits pick. */
export function PersonSwitch() {
  const { t } = useTranslation('people')
  const { app } = useServices()
  const person = useCurrentPerson()
  const people = usePeople() ?? []
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const [asked, setAsked] = useState<StaffMember | null>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !event.altKey || event.ctrlKey || event.code !== 'KeyP') return
      event.preventDefault()
      button.current?.focus()
      setOpen(true)
    }
    window.addEventListener('keydown', onKey)
    return () => {
      window.removeEventListener('keydown', onKey)
    }
  }, [])

  const label = person ? [person.post, person.name].filter((part) => part !== '').join(' · ') : t('nobody')
  const choose = (member: StaffMember) => {
    setOpen(false)
    if (member.hasPin && member.id !== person?.id) setAsked(member)
    else void app.switchPerson(member.id)
  }
  const others = people.filter(({ id }) => id !== person?.id).slice(0, OTHERS_SHOWN)
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minWidth: 0 }}>
      <Button
        ref={button}
        variant="text"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={t('switch', { person: label })}
        sx={{ color: person ? 'var(--zk-ink-soft)' : 'var(--zk-amber-text)', maxWidth: 320 }}
        onClick={() => {
          setOpen(true)
        }}
      >
        {label}
      </Button>
      {others.map((member) => (
        <Button
          key={member.id}
          variant="text"
          size="small"
          aria-label={t('switchTo', { name: member.name })}
          title={t('switchTo', { name: member.name })}
          sx={{
            color: 'var(--zk-ink-soft)',
            fontSize: 12,
            minWidth: 0,
            px: 1.5,
            whiteSpace: 'nowrap',
            '@media (max-width: 1199px)': { display: 'none' },
          }}
          onClick={() => {
            choose(member)
          }}
        >
          {member.name}
        </Button>
      ))}
      <PeopleMenu
        anchor={() => button.current}
        open={open}
        people={people}
        here={person?.id}
        onChoose={choose}
        onClose={() => {
          setOpen(false)
        }}
      />
      <Popover
        open={asked !== null}
        anchorEl={() => button.current}
        disablePortal
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        onClose={() => {
          setAsked(null)
        }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': t('pin.ask'), sx: { p: 4, width: 320 } } }}
      >
        {asked && (
          <PinEntry
            member={asked}
            onRight={() => {
              setAsked(null)
              void app.switchPerson(asked.id)
            }}
            onCancel={() => {
              setAsked(null)
            }}
          />
        )}
      </Popover>
    </Box>
  )
}
