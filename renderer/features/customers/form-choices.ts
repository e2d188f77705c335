import { catalogue } from '../../../shared/catalogue'
import { customerField } from '../../../shared/customers/by-meaning'
import { textMatches } from '../../../shared/search/pinyin'
import type { FormChoice } from '../../ui'

/** Forms that name a customer, as far as every word speaks of them. */
export const customerForms = (query: string): readonly FormChoice[] =>
  catalogue
    .filter(
      ({ template, code, head }) =>
        customerField(template) !== undefined && textMatches(`${head.name} ${code}`, query),
    )
    .map(({ code, head }) => ({ code, name: head.name }))
