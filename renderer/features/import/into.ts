import { catalogue } from '../../../shared/catalogue'
import { customersTarget, recordsTarget } from '../../../shared/import'
import { CUSTOMERS } from '../../../shared/search/list-row'
import { textMatches } from '../../../shared/search/pinyin'
import type { WorkingCopy } from '../../db'
import type { FormChoice } from '../../ui'
import type { Into } from './import-state'

/** What a code means: a form in the version that is current, otherwise customers. */
export function intoOf({ templates }: Pick<WorkingCopy, 'templates'>, code: string): Into {
  const current = code === CUSTOMERS ? undefined : templates.current(code)
  return current
    ? { target: recordsTarget(current.template), templateHash: current.hash }
    : { target: customersTarget }
}

/** Every form, as far as every word speaks of it. */
export const importForms = (query: string): readonly FormChoice[] =>
  catalogue
    .filter(({ code, head }) => textMatches(`${head.name} ${code}`, query))
    .map(({ code, head }) => ({ code, name: head.name }))
