import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { StaffMember } from '../../db'
import { useServices } from '../../stores'
import { Keys } from '../../ui'
import { personOfDigit } from './order-people'

export interface PeopleMenuProps {
  readonly anchor: () => HTMLElement | null
  readonly open: boolean
  readonly people: readonly StaffMember[]
  readonly here: string | undefined
  readonly onChoose: (member: StaffMember) => void
  readonly onClose: () => void
}

/** Everybody of the firm, the likely ones first; a digit picks. */
export function PeopleMenu({ anchor, open, people, here, onChoose, onClose }: PeopleMenuProps) {
  const { t } = useTranslation('people')
  const { lock } = useServices()
  const [, navigate] = useLocation()
  return (
    <Menu
      open={open}
      disablePortal
      anchorEl={anchor}
      onClose={onClose}
      onKeyDown={(event) => {
        const member = personOfDigit(people, event.key)
        if (!member) return
        event.preventDefault()
        onChoose(member)
      }}
      slotProps={{ list: { 'aria-label': t('who') } }}
    >
      {people.map((member, at) => (
        <MenuItem
          key={member.id}
          selected={member.id === here}
          sx={{ minWidth: 240, gap: 3 }}
          onClick={() => {
            onChoose(member)
          }}
        >
          <kbd aria-hidden style={{ visibility: at < 9 ? 'visible' : 'hidden' }}>
            {at + 1}
          </kbd>
          <span>{member.name}</span>
          <span style={{ marginLeft: 'auto', fontSize: 12 }}>
            {[member.post, member.hasPin ? t('pin.has') : ''].filter((part) => part !== '').join(' · ')}
          </span>
        </MenuItem>
      ))}
      {people.length === 0 && <MenuItem disabled>{t('noStaff')}</MenuItem>}
      <MenuItem
        sx={{ borderTop: '1px solid var(--zk-hairline)', mt: 1 }}
        onClick={() => {
          onClose()
          lock.lock()
        }}
      >
        {t('lockNow')}
        <Keys keys="Ctrl+L" />
      </MenuItem>
      <MenuItem
        sx={{ color: 'var(--zk-ink-soft)' }}
        onClick={() => {
          onClose()
          navigate('/settings')
        }}
      >
        {t('manage')}
      </MenuItem>
    </Menu>
  )
}
