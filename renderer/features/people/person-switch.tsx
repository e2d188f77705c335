import Button from '@mui/material/Button'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useLive } from '../../db'
import { useCurrentPerson, useServices } from '../../stores'

/** Who is working here; one click on a name changes it. */
export function PersonSwitch() {
  const { t } = useTranslation('people')
  const { workingCopy, app } = useServices()
  const [, navigate] = useLocation()
  const person = useCurrentPerson()
  const staff = useLive(() => workingCopy.staff.list(), [workingCopy])
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const active = staff?.filter((member) => member.active) ?? []
  const label = person ? [person.post, person.name].filter((part) => part !== '').join(' · ') : t('nobody')
  return (
    <>
      <Button
        variant="text"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-label={t('switch', { person: label })}
        sx={{ color: person ? 'var(--zk-ink-soft)' : 'var(--zk-amber-text)', maxWidth: 320 }}
        onClick={(event) => {
          setAnchor(event.currentTarget)
        }}
      >
        {label}
      </Button>
      <Menu
        open={anchor !== null}
        disablePortal
        anchorEl={anchor}
        onClose={() => {
          setAnchor(null)
        }}
        slotProps={{ list: { 'aria-label': t('who') } }}
      >
        {active.map((member) => (
          <MenuItem
            key={member.id}
            selected={member.id === person?.id}
            sx={{ minWidth: 200, gap: 4 }}
            onClick={() => {
              setAnchor(null)
              void app.switchPerson(member.id)
            }}
          >
            <span>{member.name}</span>
            <span style={{ marginLeft: 'auto', fontSize: 12 }}>{member.post}</span>
          </MenuItem>
        ))}
        {active.length === 0 && <MenuItem disabled>{t('noStaff')}</MenuItem>}
        <MenuItem
          sx={{ borderTop: '1px solid var(--zk-hairline)', mt: 1, color: 'var(--zk-ink-soft)' }}
          onClick={() => {
            setAnchor(null)
            navigate('/settings')
          }}
        >
          {t('manage')}
        </MenuItem>
      </Menu>
    </>
  )
}
