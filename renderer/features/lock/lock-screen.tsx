import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Modal from '@mui/material/Modal'
import Typography from '@mui/material/Typography'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffMember } from '../../db'
import { useAppState, useServices } from '../../stores'
import { Chop, Panel } from '../../ui'
import { PinEntry, personOfDigit, usePeople } from '../people'
import { ResetPin } from './reset-pin'

/** Above everything, notices too. */
const ABOVE_ALL = 5000

/** Who is working here? Nothing else can be seen or done until that is answered. */
export function LockScreen() {
  const { t } = useTranslation('people')
  const { app, lock } = useServices()
  const people = usePeople()
  const before = useFocusBefore()
  const [asked, setAsked] = useState<StaffMember | null>(null)
  const id = useId()

  const enter = (member: StaffMember) => {
    void app.switchPerson(member.id)
    lock.unlock()
    before()
  }
  const choose = (member: StaffMember) => {
    if (member.hasPin) setAsked(member)
    else enter(member)
  }
  return (
    <Modal
      open
      data-lock
      aria-labelledby={id}
      disableRestoreFocus
      hideBackdrop
      sx={{ zIndex: ABOVE_ALL, display: 'flex', p: 6, overflow: 'auto', backgroundColor: 'var(--zk-desk)' }}
      onKeyDown={(event) => {
        const member = asked === null ? personOfDigit(people ?? [], event.key) : undefined
        if (!member) return
        event.preventDefault()
        choose(member)
      }}
    >
      <Panel
        role="dialog"
        aria-modal
        aria-labelledby={id}
        tabIndex={-1}
        sx={{ m: 'auto', width: 480, p: 7, boxShadow: 'var(--zk-paper-shadow)', outline: 'none' }}
      >
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, mb: 3 }}>
          <Chop size={36} />
          <Typography variant="h1" id={id}>
            {t('lock.title')}
          </Typography>
        </Box>
        <Typography color="textSecondary" sx={{ mb: 4 }}>
          {t(people?.length === 0 ? 'lock.nobody' : 'lock.text')}
        </Typography>
        {asked ? (
          <PinEntry
            key={asked.id}
            member={asked}
            onRight={() => {
              enter(asked)
            }}
            onCancel={() => {
              setAsked(null)
            }}
            wayOut={people?.length === 1 && <ResetPin member={asked} onReset={enter} />}
          />
        ) : (
          people && <People key={people[0]?.id} people={people} onChoose={choose} onOpen={lock.unlock} />
        )}
      </Panel>
    </Modal>
  )
}

interface PeopleProps {
  readonly people: readonly StaffMember[]
  readonly onChoose: (member: StaffMember) => void
  /** Without staff nobody can be chosen. */
  readonly onOpen: () => void
}

function People({ people, onChoose, onOpen }: PeopleProps) {
  const { t } = useTranslation('people')
  const here = useAppState((state) => state.settings.person)
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    first.current?.focus()
  }, [])
  if (people.length === 0)
    return (
      <Button ref={first} variant="contained" color="primary" onClick={onOpen}>
        {t('lock.open')}
      </Button>
    )
  return (
    <>
      <Box role="group" aria-label={t('who')} sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
        {people.map((member, at) => (
          <Button
            key={member.id}
            ref={at === 0 ? first : undefined}
            aria-current={member.id === here ? 'true' : undefined}
            sx={{ justifyContent: 'flex-start', gap: 3, minHeight: 40 }}
            onClick={() => {
              onChoose(member)
            }}
          >
            <kbd aria-hidden style={at < 9 ? {} : { opacity: 0 }}>
              {at + 1}
            </kbd>
            <span>{member.name}</span>
            <Box component="span" sx={{ ml: 'auto', fontSize: 12, color: 'var(--zk-ink-soft)' }}>
              {[member.post, member.hasPin ? t('pin.has') : ''].filter((part) => part !== '').join(' · ')}
            </Box>
          </Button>
        ))}
      </Box>
      <Typography variant="caption" color="textSecondary" component="p" sx={{ mt: 3 }}>
        {t('lock.digits')}
      </Typography>
    </>
  )
}

/** What had the focus when the window was locked gets it back, once it can be seen again. */
function useFocusBefore(): () => void {
  const [before] = useState(() => document.activeElement)
  return () => {
    setTimeout(() => {
      if (before instanceof HTMLElement) before.focus()
    }, 0)
  }
}
