import Popover from '@mui/material/Popover'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useAppState, useServices } from '../../stores'
import { PeopleMenu } from './people-menu'
import { PinEntry } from './pin-entry'
import { usePeople } from './use-people'

/** What was asked of the person's button: the list of everybody, or to change to one. */
export type PeopleWish = 'none' | 'list' | { readonly id: string }

export interface PersonSwitchProps {
  readonly wish: PeopleWish
  readonly onWish: (wish: PeopleWish) => void
}

/** In the bar, which stands before this does. */
const button = () => document.querySelector<HTMLElement>('[data-anchor="person"]')

/** What the person's button in the bar opens: everybody of the firm, and the question for a PIN. */
export function PersonSwitch({ wish, onWish }: PersonSwitchProps) {
  const { t } = useTranslation('people')
  const { app } = useServices()
  const here = useAppState((state) => state.settings.person)
  const people = usePeople()
  const wished = typeof wish === 'string' ? undefined : people?.find(({ id }) => id === wish.id)
  const asked = wished?.hasPin && wished.id !== here ? wished : null
  const isRead = people !== undefined
  useEffect(() => {
    if (typeof wish === 'string' || !isRead || asked) return
    // The wish stands until it is done: a page that comes meanwhile waits for it.
    const served = () => {
      onWish('none')
    }
    if (wished) void app.switchPerson(wished.id).finally(served)
    else served()
  }, [app, wish, wished, isRead, asked, onWish])
  const done = () => {
    onWish('none')
  }
  return (
    <>
      <PeopleMenu
        anchor={button}
        open={wish === 'list' && isRead}
        people={people ?? []}
        here={here}
        onChoose={({ id }) => {
          onWish({ id })
        }}
        onClose={done}
      />
      <Popover
        open={asked !== null}
        anchorEl={button}
        disablePortal
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        onClose={done}
        slotProps={{ paper: { role: 'dialog', 'aria-label': t('pin.ask'), sx: { p: 4, width: 320 } } }}
      >
        {asked && (
          <PinEntry
            member={asked}
            onRight={() => {
              done()
              void app.switchPerson(asked.id)
            }}
            onCancel={done}
          />
        )}
      </Popover>
    </>
  )
}
