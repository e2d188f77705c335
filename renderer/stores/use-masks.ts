import { useCallback } from 'react'
import type { FieldType } from '../../shared/forms/field'
import { masked } from '../../shared/kernel/mask'
import { useLive } from '../db'
import { useServices } from './services'

/** A value of a list as everybody may see it. */
export type ShowMasked = (text: string, fieldType: FieldType['type']) => string

/** Until the firm's settings are known all that could be masked is. */
const careful = { phone: true, idNumber: true }

/** For the columns of lists, on screen and printed; a record's own page shows its values whole. */
export function useMasks(): ShowMasked {
  const { workingCopy } = useServices()
  const masks = useLive(() => workingCopy.masks.get(), [workingCopy]) ?? careful
  const { phone, idNumber } = masks
  return useCallback((text, fieldType) => masked(text, fieldType, { phone, idNumber }), [phone, idNumber])
}
