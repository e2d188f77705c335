import { useCallback, useSyncExternalStore } from 'react'
import { entryByCode, SAMPLE_DAY } from '../../../shared/catalogue'
import { computeFields, presetPlace } from '../../../shared/forms'
import type { Template } from '../../../shared/forms/template'
import type { FormValues, RowValue } from '../../../shared/forms/values'
import type { CatalogueTemplate } from '../../db'
import { useServices } from '../../stores'
import type { LibraryForm } from './library'

/** The form of a code as the firm uses it now. The answer is another function whenever that changes. */
export function useCurrentForms(): (code: string) => LibraryForm | undefined {
  const { templates } = useServices().workingCopy
  const own = useSyncExternalStore(templates.onOwn, templates.own)
  return useCallback(
    (code: string) => {
      const current = Object.hasOwn(own, code) ? templates.current(code) : undefined
      return currentForm(code, current)
    },
    [templates, own],
  )
}

const made = new WeakMap<CatalogueTemplate, LibraryForm>()

/** What ships, unless the firm has a version of its own; the same object for the same version. */
export function currentForm(code: string, current: CatalogueTemplate | undefined): LibraryForm | undefined {
  const shipped = entryByCode(code)
  if (!shipped || !current || current === shipped) return shipped
  const known = made.get(current) ?? ownForm(current, () => shipped.sample)
  made.set(current, known)
  return known
}

function ownForm({ code, template }: CatalogueTemplate, sampleOf: () => FormValues): LibraryForm {
  let sample: FormValues | null = null
  return {
    code,
    head: template,
    template,
    own: true,
    get sample() {
      sample ??= computeFields(template, fittingSample(template, sampleOf()), { today: SAMPLE_DAY })
      return sample
    },
  }
}

/** The form's example without the rows that this version has no place for. */
export function fittingSample({ fields }: Template, sample: FormValues): FormValues {
  const fits = (key: string, rows: readonly RowValue[]): readonly RowValue[] => {
    const type = fields.find((field) => field.key === key)?.type
    if (type?.type !== 'rows') return []
    const { preset, max } = type
    return preset
      ? rows.filter(({ id }) => (presetPlace(id) ?? Infinity) <= preset.labels.length)
      : rows.slice(0, max)
  }
  const rows = Object.entries(sample.rows).map(([key, list]) => [key, fits(key, list)] as const)
  return { ...sample, rows: Object.fromEntries(rows) }
}
