import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { isCard } from '../../../shared/customers/by-meaning'
import { findField, getValue } from '../../../shared/forms'
import type { Path } from '../../../shared/forms/field'
import { useServices } from '../../stores'
import type { RecordSession } from '../../stores'
import { useNotices } from '../../ui'
import type { Editing } from './editing'
import type { OpenDialog } from './editor-dialogs'
import type { StopFocus } from './use-stop-focus'

/** Customers that are looked through for the very name that was typed. */
const NAMESAKES = 20

/** Names of fields that a notice tells; of more it only says how many. */
const TOLD = 3

export type CustomerChoice = Pick<Editing, 'choose' | 'create' | 'tellNew' | 'openCustomer'> & {
  /** Chooses a customer where one is named on the sheet. */
  readonly chooseAt: (path: Path, id: string) => Promise<void>
}

/** What a customer field does to the session. */
export function useCustomerChoice(
  session: RecordSession,
  { find, move }: StopFocus,
  setDialog: (dialog: OpenDialog) => void,
): CustomerChoice {
  const { t } = useTranslation('editor')
  const { app, workingCopy } = useServices()
  const notices = useNotices()
  const [, navigate] = useLocation()
  const { actions, store } = session

  const chooseAt = useCallback(
    async (path: Path, id: string) => {
      const brought = await actions.chooseCustomer(path, id)
      if (!brought) return
      void app.noteCustomer(id)
      if (brought.length === 0) return
      const { template } = store.getState()
      const labels = brought.map((each) => findField(template, each.path)?.label ?? '')
      const fields = labels.slice(0, TOLD).join(t('customer.separator'))
      const said = brought.length > TOLD ? 'customer.broughtMore' : 'customer.brought'
      notices.tell(t(said, { count: brought.length, fields }), {
        label: t('customer.takeBack'),
        run: () => {
          actions.takeBack(brought)
        },
      })
    },
    [actions, app, notices, store, t],
  )
  const choose = useCallback<Editing['choose']>(
    (stopKey, id) => {
      const stop = find(stopKey)
      if (stop) void chooseAt(stop.path, id)
    },
    [find, chooseAt],
  )
  const create = useCallback<Editing['create']>(
    (stopKey, name) => {
      const stop = find(stopKey)
      if (!stop) return
      setDialog({
        dialog: 'customer',
        begun: { ...actions.saidOfCustomer(stop.path), name },
        onChosen: (id) => {
          // The row may have come to exist since: the stop is found again by its key.
          void chooseAt(find(stopKey)?.path ?? stop.path, id).then(() => {
            move(stopKey, 1, true)
          })
        },
      })
    },
    [actions, find, move, setDialog, chooseAt],
  )
  const openCustomer = useCallback<Editing['openCustomer']>(
    (stopKey) => {
      const stop = find(stopKey)
      const value = stop && getValue(store.getState().values, stop.path)
      // In a row Ctrl+Enter is the next row.
      if (stop?.row || typeof value !== 'object' || !('name' in value)) return false
      if (value.id !== undefined) navigate(`/customer/${value.id}`)
      else if (workingCopy.readOnly || value.name.trim() === '') return false
      else create(stopKey, value.name.trim())
      return true
    },
    [find, navigate, store, workingCopy, create],
  )
  const tellNew = useCallback<Editing['tellNew']>(
    (stopKey, name) => {
      // A card makes its customer by itself, at 登记.
      if (workingCopy.readOnly || isCard(store.getState().template)) return
      void workingCopy.lists.findActiveCustomers(name, NAMESAKES).then((found) => {
        if (found.some(({ title }) => title === name)) return
        const inRow = (find(stopKey)?.row ?? null) !== null
        notices.tell(t(inRow ? 'customer.newInRow' : 'customer.new', { name }), {
          label: t('customer.newTitle'),
          run: () => {
            create(stopKey, name)
          },
        })
      })
    },
    [workingCopy, store, find, notices, t, create],
  )
  return useMemo(
    () => ({ choose, create, tellNew, openCustomer, chooseAt }),
    [choose, create, tellNew, openCustomer, chooseAt],
  )
}
