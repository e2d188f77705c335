import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useLive, type CustomerView } from '../../db'
import { useServices } from '../../stores'
import { AskDialog } from '../../ui'

export interface MergedNoteProps {
  readonly view: CustomerView
  readonly readOnly: boolean
  readonly onUndo: (id: string, name: string) => Promise<void>
}

/** Which customer took this one in, or which ones this one took in, and the way back. */
export function MergedNote({ view, readOnly, onUndo }: MergedNoteProps) {
  const { t } = useTranslation(['customers', 'common'])
  const { workingCopy } = useServices()
  const { customer, merged } = view
  const survivor = useLive(
    () =>
      customer.state === 'merged' ? workingCopy.customers.survivor(customer.id) : Promise.resolve(undefined),
    [workingCopy, customer.id, customer.state, customer.mergedInto],
  )
  const [undoing, setUndoing] = useState<{ readonly id: string; readonly name: string } | null>(null)
  if (customer.state !== 'merged' && merged.length === 0) return null
  const taken = customer.state === 'merged' ? [customer] : merged
  return (
    <Box
      role="note"
      sx={{
        mb: 3,
        px: 4,
        py: 2,
        borderRadius: 1,
        backgroundColor: 'var(--zk-blue-soft)',
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 2,
      }}
    >
      <span>
        {customer.state === 'merged'
          ? survivor
            ? t('page.merged', { name: survivor.name })
            : t('page.mergedGone')
          : t('page.takenIn', { names: merged.map(({ name }) => name).join(t('common:listSeparator')) })}
      </span>
      <Box sx={{ flex: 1 }} />
      {survivor && customer.state === 'merged' && (
        <Button component={Link} href={`/customer/${survivor.id}`}>
          {t('page.openSurvivor', { name: survivor.name })}
        </Button>
      )}
      {!readOnly &&
        taken.map(({ id, name }) => (
          <Button
            key={id}
            aria-label={t('merges.undoLabel', { name })}
            onClick={() => {
              setUndoing({ id, name })
            }}
          >
            {taken.length > 1 ? t('merges.undoLabel', { name }) : t('merges.undo')}
          </Button>
        ))}
      {undoing && (
        <AskDialog
          title={t('merges.sureTitle')}
          text={t('merges.sure', { name: undoing.name })}
          yes={t('merges.undo')}
          onYes={() => {
            setUndoing(null)
            void onUndo(undoing.id, undoing.name)
          }}
          onNo={() => {
            setUndoing(null)
          }}
        />
      )}
    </Box>
  )
}
