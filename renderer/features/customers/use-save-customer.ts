import { useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { textOf } from '../../../shared/customers/customer'
import { failureText } from '../../i18n'
import { usePersonRef, useServices } from '../../stores'
import { useNotices } from '../../ui'
import { formNames } from '../history'
import { isDirty, tidy, type CustomerEdit } from './customer-edit'
import { masterForm } from './master-form'
import { refusedOf } from './said'

/** Of this topic only the newest failure is shown, and a success takes it away. */
const TOPIC = 'customer-save'

/** Ctrl+S of a customer's card. Null: the customer is made and its page opened. What is wrong is told and leads there. */
export function useSaveCustomer(
  edit: CustomerEdit,
  id: string | null,
): { readonly save: () => Promise<void>; readonly tried: boolean } {
  const { t } = useTranslation('customers')
  const { t: history } = useTranslation(['history', 'editor', 'common'])
  const { workingCopy } = useServices()
  const [, navigate] = useLocation()
  const notices = useNotices()
  const person = usePersonRef()
  const [tried, setTried] = useState(false)
  const busy = useRef(false)
  const save = useCallback(async () => {
    const state = edit.store.getState()
    if (busy.current || (id !== null && !isDirty(state))) return
    setTried(true)
    const names = formNames(history, masterForm)
    const refused = refusedOf(state, (path) => names.field(path))
    const [first] = refused
    if (first) {
      notices.warn(t('card.wrong', { count: refused.length, label: first.label, what: first.text }), TOPIC)
      document.querySelector<HTMLElement>(`[data-field=${CSS.escape(first.key)}]`)?.focus()
      return
    }
    busy.current = true
    try {
      const values = tidy(state.values)
      if (id === null) {
        const made = await workingCopy.customers.create(values, person)
        if (!made.ok) {
          notices.warn(t('card.notSaved', { reason: failureText(made.error) }), TOPIC)
          return
        }
        edit.discard()
        notices.settle(TOPIC)
        const code = textOf(made.value.values.fields['code'])
        notices.tell(t('card.created', { name: made.value.name, code }))
        navigate(`/customer/${made.value.id}`, { replace: true })
        return
      }
      const { base, seen } = state
      const saved = await workingCopy.customers.save({
        id,
        base,
        values,
        seen,
        ...(person ? { person } : {}),
      })
      if (!saved.ok) {
        notices.warn(t('card.notSaved', { reason: failureText(saved.error) }), TOPIC)
        return
      }
      edit.written(values)
      const view = await workingCopy.customers.get(id)
      if (view) edit.see(view)
      setTried(false)
      notices.settle(TOPIC)
      notices.tell(t('card.saved'))
    } finally {
      busy.current = false
    }
  }, [edit, id, workingCopy, person, notices, navigate, t, history])
  return { save, tried }
}
