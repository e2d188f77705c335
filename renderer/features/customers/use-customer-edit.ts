import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { uuidv7 } from '../../../shared/kernel/ids'
import type { CustomerView } from '../../db'
import { today } from '../../platform'
import { useServices } from '../../stores'
import { editCustomer, type CustomerEdit, type EditState } from './customer-edit'
import { keepEdits } from './kept-edits'

/** The editing of a customer's card: begun with what was left unsaved, following the customer while nothing is typed. */
export function useCustomerEdit(
  name: string,
  view: CustomerView | null,
): { readonly edit: CustomerEdit; readonly state: EditState } {
  const { workingCopy, clock, random } = useServices()
  const edit = useMemo(
    () =>
      editCustomer(view, {
        name,
        kept: keepEdits(window.localStorage, workingCopy.folderId),
        today: () => today(clock),
        newId: () => uuidv7(clock, random),
      }),
    // The first view begins it; later ones are seen below.
    [name, workingCopy, clock, random],
  )
  useEffect(() => {
    if (view) edit.see(view)
  }, [edit, view])
  return { edit, state: useStore(edit.store) }
}
