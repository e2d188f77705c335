import type { TFunction } from 'i18next'
import { CUSTOMER_FIELDS } from '../../../shared/customers/fields'
import { entryByCode } from '../../../shared/catalogue'
import { findField, formatValue } from '../../../shared/forms'
import type { Path } from '../../../shared/forms/field'
import type { FieldValue } from '../../../shared/forms/values'
import type { Template } from '../../../shared/forms/template'
import type { AuditLine } from '../../db'
import type { ShowMasked } from '../../stores'
import { plainValue, type HistoryNames, type HistoryT } from '../history'

export type AuditT = TFunction<['audit', 'history', 'editor', 'common']>

/** Names of registers that belong to no form: staff, the firm's settings, customers. */
export function masterNames(t: AuditT, historyT: HistoryT, kind: AuditLine['kind']): HistoryNames {
  if (kind === 'customer') return customerNames(historyT)
  return {
    field: (path) => (kind === 'staff' ? staffField(t, path) : firmField(t, path)),
    value: (path, value) => {
      if (isHidden(path)) return t('changed')
      return path[0] === 'apart' ? historyT('yes') : plainValue(historyT, value)
    },
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

/** The audit list is a list: what the firm masks in lists is masked in it, on screen and printed [ST32]. */
export function maskedNames(
  names: HistoryNames,
  mask: ShowMasked,
  kind: AuditLine['kind'],
  template: Template | undefined,
): HistoryNames {
  const form = kind === 'customer' ? { fields: CUSTOMER_FIELDS } : template
  return {
    ...names,
    value: (path, value) => {
      const type = form && findField(form, path)?.type.type
      const text = names.value(path, value)
      return type === undefined ? text : mask(text, type)
    },
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
    case 'apart':
      return t('fields.apart')
    case 'calendar':
      return t('fields.calendar', { year: part })
    case 'masks':
      return t('fields.masks', { what: part === 'phone' || part === 'idNumber' ? t(`fields.${part}`) : part })
    default:
      return name
  }
}
