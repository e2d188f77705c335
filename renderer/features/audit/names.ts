import type { TFunction } from 'i18next'
import { CUSTOMER_FIELDS } from '../../../shared/customers/fields'
import { entryByCode } from '../../../shared/catalogue'
import { findField, formatValue } from '../../../shared/forms'
import type { Path } from '../../../shared/forms/field'
import type { FieldValue } from '../../../shared/forms/values'
import type { AuditLine } from '../../db'
import { plainValue, type HistoryNames, type HistoryT } from '../history'

export type AuditT = TFunction<['audit', 'history', 'editor', 'common']>

/** Names of registers that belong to no form: staff, the firm's settings, customers. */
export function masterNames(t: AuditT, historyT: HistoryT, kind: AuditLine['kind']): HistoryNames {
  if (kind === 'customer') return customerNames(historyT)
  return {
    field: (path) => (kind === 'staff' ? staffField(t, path) : firmField(t, path)),
    value: (path, value) => (isHidden(path) ? t('changed') : plainValue(historyT, value)),
    row: (rows) => rows,
  }
}

function customerNames(t: HistoryT): HistoryNames {
  const template = { fields: CUSTOMER_FIELDS }
  return {
    field: (path) => findField(template, path)?.label ?? path.join(' '),
    value: (path, value: FieldValue) => {
      const field = findField(template, path)
      return field ? formatValue(field, value) : plainValue(t, value)
    },
    row: (rows) => CUSTOMER_FIELDS.find(({ key }) => key === rows)?.label ?? rows,
  }
}

/** Pictures, content hashes, holiday tables, kept PINs: nobody reads them. */
const isHidden = ([name = '']: Path): boolean => ['logo', 'forms', 'calendar', 'pin'].includes(name)

function staffField(t: AuditT, [name = '']: Path): string {
  return name === 'name' || name === 'post' || name === 'active' || name === 'pin'
    ? t(`fields.${name}`)
    : name
}

function firmField(t: AuditT, [name = '', part = '']: Path): string {
  const form = entryByCode(part)?.head.name ?? part
  switch (name) {
    case 'name':
      return t('fields.firmName')
    case 'department':
    case 'logo':
      return t(`fields.${name}`)
    case 'forms':
    case 'numbers':
      return t(`fields.${name}`, { form })
    case 'calendar':
      return t('fields.calendar', { year: part })
    case 'masks':
      return t('fields.masks', { what: part === 'phone' || part === 'idNumber' ? t(`fields.${part}`) : part })
    default:
      return name
  }
}
