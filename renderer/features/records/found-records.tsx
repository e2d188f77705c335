import { useState } from 'react'
import { RecordsPage } from './records-page'
import { keepPlace, registerPlace } from './register-memory'
import { wideOpen } from './view'

/** The records of all forms in which a text occurs: where the search box leads for more. */
export function FoundRecords({ text }: { readonly text: string }) {
  useState(() => {
    // Coming back from a record, the list stands where it was left.
    if (registerPlace('').view.text !== text) {
      keepPlace('', { view: { ...wideOpen, text }, focus: null, at: 0, opened: false })
    }
  })
  return <RecordsPage />
}
