import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Template } from '../../../shared/forms/template'
import { useServices } from '../../stores'
import { ChooseFormDialog } from '../../ui'
import { PrintRunDialog } from '../print-run'
import { customerForms } from './form-choices'

export interface FormForAllProps {
  /** Customers, in the order of the list. */
  readonly ids: readonly string[]
  readonly onClose: () => void
}

/** One form printed for each of many customers: which one, then how. */
export function FormForAll({ ids, onClose }: FormForAllProps) {
  const { t } = useTranslation('customers')
  const { workingCopy } = useServices()
  const [form, setForm] = useState<Template | null>(null)
  if (form === null)
    return (
      <ChooseFormDialog
        title={t('forAll.title', { count: ids.length })}
        text={t('forAll.text')}
        choices={customerForms}
        onChoose={(code) => {
          setForm(workingCopy.templates.current(code)?.template ?? null)
        }}
        onCancel={onClose}
      />
    )
  const title = t('forAll.file', { form: form.name, count: ids.length })
  return <PrintRunDialog source={{ source: 'customers', ids, form }} title={title} onClose={onClose} />
}
