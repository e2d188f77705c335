import { memo, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { findField, formatValue, getValue } from '../../../shared/forms'
import { pathKey } from '../../../shared/forms/field'
import type { Template } from '../../../shared/forms/template'
import type { FormValues } from '../../../shared/forms/values'
import type { PagePlaces } from '../../../shared/print/page-places'
import { placeKey, rowPlace } from './row-place'
import { stopNames } from './stop-names'

export interface ComputedTextProps {
  /** Page by page. */
  readonly places: readonly PagePlaces[]
  readonly template: Template
  readonly values: FormValues
}

/** Numbers and sums that the program fills in, for screen readers: on the sheet they are only drawn. */
export const ComputedText = memo(function ComputedText({ places, template, values }: ComputedTextProps) {
  const { t } = useTranslation('editor')
  const nameOf = useMemo(() => stopNames(t, template), [t, template])
  const paths = places.flatMap(({ slots }) =>
    slots.filter(({ kind }) => kind === 'computed').map(({ path }) => path),
  )
  return (
    <ul className="zk-unseen">
      {paths.map((path) => {
        const field = findField(template, path)
        const value = getValue(values, path)
        if (!field || value === undefined) return null
        return (
          <li key={pathKey(path)}>
            {nameOf({ key: placeKey(path, rowPlace(path, values)), path }, values)}{' '}
            {formatValue(field, value)}
          </li>
        )
      })}
    </ul>
  )
})
