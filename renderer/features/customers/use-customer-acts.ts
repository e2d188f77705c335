import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { Customer } from '../../../shared/customers/customer'
import type { JournalFailure } from '../../../shared/ipc/contract'
import type { Result } from '../../../shared/kernel/result'
import type { Conflict } from '../../db'
import { failureText } from '../../i18n'
import { usePersonRef, useServices } from '../../stores'
import { goOn, useNotices } from '../../ui'

export interface CustomerActs {
  readonly close: (reason: string) => Promise<void>
  readonly reopen: () => Promise<void>
  readonly settle: (conflict: Conflict, dot: string) => Promise<void>
  /** Opens a form that names the customer, with what it shares filled in. */
  readonly fillForm: (code: string) => void
  /** Takes this customer out of the one that took it in. */
  readonly undoMerge: (id: string, name: string) => Promise<void>
}

/** Of this topic only the newest failure is shown, and a success takes it away. */
const TOPIC = 'customer'

/** What can be done with a customer besides writing its card; the person is told how it went. */
export function useCustomerActs(customer: Customer | null): CustomerActs {
  const { t } = useTranslation('customers')
  const { workingCopy } = useServices()
  const [, navigate] = useLocation()
  const notices = useNotices()
  const person = usePersonRef()
  const { customers } = workingCopy
  const tell = useCallback(
    (result: Result<unknown, JournalFailure>, done?: string) => {
      if (!result.ok) notices.warn(t('page.failed', { reason: failureText(result.error) }), TOPIC)
      else {
        notices.settle(TOPIC)
        if (done !== undefined) notices.tell(done)
        goOn()
      }
    },
    [notices, t],
  )
  const id = customer?.id ?? ''
  const name = customer?.name ?? ''
  return {
    close: async (reason) => {
      tell(await customers.closeAccount(id, reason, person), t('page.closedDone', { name }))
    },
    reopen: async () => {
      tell(await customers.reopenAccount(id, person), t('page.reopened', { name }))
    },
    settle: async (conflict, dot) => {
      tell(await customers.settle(id, conflict, dot, person))
    },
    fillForm: (code) => {
      navigate(`/fill/${code}/for/${id}`)
    },
    undoMerge: async (merged, mergedName) => {
      tell(await customers.undoMerge(merged, person), t('merges.undone', { name: mergedName }))
    },
  }
}
