import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Customer } from '../../../shared/customers/customer'
import type { PrintJob } from '../../../shared/ipc/contract'
import { today } from '../../platform'
import { useServices } from '../../stores'
import { ChooseFormDialog, Keys, ReasonDialog } from '../../ui'
import { useLetterhead } from '../forms-library'
import { PreviewDialog } from '../print-preview'
import { cardPrint } from './card-print'
import { customerForms } from './form-choices'
import { HistoryDialog } from './history-dialog'
import type { CustomerActs } from './use-customer-acts'

export interface CustomerActionsProps {
  /** Null: it is being made. */
  readonly customer: Customer | null
  readonly acts: CustomerActs
  readonly dirty: boolean
  readonly readOnly: boolean
  readonly onSave: () => void
  readonly onDiscard: () => void
}

type Open = 'form' | 'history' | 'closing' | null

/** What can be done with a customer, and the dialogs that ask for more. */
export function CustomerActions({
  customer,
  acts,
  dirty,
  readOnly,
  onSave,
  onDiscard,
}: CustomerActionsProps) {
  const { t } = useTranslation('customers')
  const { workingCopy, clock } = useServices()
  const letterhead = useLetterhead()
  const [open, setOpen] = useState<Open>(null)
  const [job, setJob] = useState<PrintJob | null>(null)
  const shut = () => {
    setOpen(null)
  }
  const print = async () => {
    if (customer) setJob((await cardPrint(workingCopy, customer, letterhead, today(clock))) ?? null)
  }
  return (
    <>
      {dirty && !readOnly && <Button onClick={onDiscard}>{t('card.discard')}</Button>}
      {customer && (
        <>
          {!readOnly && customer.state === 'active' && (
            <Button
              onClick={() => {
                setOpen('closing')
              }}
            >
              {t('page.close')}
            </Button>
          )}
          {!readOnly && customer.state === 'closed' && (
            <Button onClick={() => void acts.reopen()}>{t('page.reopen')}</Button>
          )}
          <Button
            onClick={() => {
              setOpen('history')
            }}
          >
            {t('page.history')}
          </Button>
          <Button onClick={() => void print()}>{t('page.printCard')}</Button>
          {!readOnly && (
            <Button
              onClick={() => {
                setOpen('form')
              }}
            >
              {t('page.newForm')}
            </Button>
          )}
        </>
      )}
      {!readOnly && (
        <Button variant="contained" color="primary" disabled={!dirty && customer !== null} onClick={onSave}>
          {t('card.save')}
          <Keys keys="Ctrl S" />
        </Button>
      )}
      {customer && open === 'history' && (
        <HistoryDialog id={customer.id} name={customer.name} onClose={shut} />
      )}
      {customer && open === 'closing' && (
        <ReasonDialog
          title={t('closing.title', { name: customer.name })}
          text={[t('closing.text')]}
          label={t('closing.reason')}
          needed={t('closing.needed')}
          yes={t('closing.confirm')}
          final
          onCancel={shut}
          onReason={(reason) => {
            shut()
            void acts.close(reason)
          }}
        />
      )}
      {customer && open === 'form' && (
        <ChooseFormDialog
          title={t('form.title', { name: customer.name })}
          text={t('form.text')}
          choices={customerForms}
          onCancel={shut}
          onChoose={acts.fillForm}
        />
      )}
      {customer && job && (
        <PreviewDialog
          job={job}
          suggestedName={`${customer.name}.pdf`}
          onClose={() => {
            setJob(null)
          }}
        />
      )}
    </>
  )
}
