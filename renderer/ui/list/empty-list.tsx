import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { EmptyState } from '../empty-state'
import { Panel } from '../panel'

export interface EmptyListProps {
  /** What the filter leaves out may be there. */
  readonly filtered: boolean
  /** What belongs here, and how it comes here. */
  readonly none: { readonly title: string; readonly text: string; readonly action?: ReactNode }
  readonly nothingLeft: {
    readonly title: string
    readonly text: string
    readonly clear: string
    readonly onClear: () => void
  }
}

/** A list without a line: because there is none, or because the filter leaves none. */
export function EmptyList({ filtered, none, nothingLeft }: EmptyListProps) {
  return (
    <Panel>
      {filtered ? (
        <EmptyState
          title={nothingLeft.title}
          text={nothingLeft.text}
          action={<Button onClick={nothingLeft.onClear}>{nothingLeft.clear}</Button>}
        />
      ) : (
        <EmptyState {...none} />
      )}
    </Panel>
  )
}
