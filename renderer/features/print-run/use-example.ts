import { textOf } from '../../../shared/customers/customer'
import { placeInName, type NameValues } from '../../../shared/print/name-pattern'
import { useLive } from '../../db'
import { today } from '../../platform'
import { useServices } from '../../stores'
import { nameValues } from './name-values'
import type { PrintSource } from './prepare'

/** What the name of the first sheet's file may say; null until it is read. */
export function useExample(source: PrintSource): NameValues | null {
  const { workingCopy, clock } = useServices()
  const [id = ''] = source.ids
  const of = source.ids.length
  const example = useLive(async (): Promise<NameValues | null> => {
    if (source.source === 'records') {
      const view = await workingCopy.records.get(id)
      if (view?.template === undefined) return null
      const { template, values, row } = view
      return nameValues({ template, values, number: row.number, on: row.on, place: 0, of })
    }
    const view = await workingCopy.customers.get(id)
    if (!view) return null
    const { fields } = view.customer.values
    return {
      form: source.form.name,
      number: textOf(fields['code']),
      customer: textOf(fields['name']),
      on: today(clock),
      place: placeInName(0, of),
    }
  }, [workingCopy, id, of, source, clock])
  return example ?? null
}
