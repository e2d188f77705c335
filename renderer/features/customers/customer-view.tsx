import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { ListRow } from '../../../shared/search/list-row'
import type { CustomerView as View } from '../../db'
import { usePersonRef, useServices } from '../../stores'
import { AskDialog, Page, Tag } from '../../ui'
import { ConflictList } from './conflict-list'
import { CustomerActions } from './customer-actions'
import { CustomerCard } from './customer-card'
import { isDirty } from './customer-edit'
import { LikelyPanel, useLikely } from './likely-panel'
import { MergeDialog } from './merge-dialog'
import { MergedNote } from './merged-note'
import { Overview } from './overview'
import { TimeLine } from './time-line'
import { useCustomerActs } from './use-customer-acts'
import { useCustomerEdit } from './use-customer-edit'
import { useFigures } from './use-figures'
import { useSaveCustomer } from './use-save-customer'

/** A customer: the card at the left, what the firm has had to do with it at the right. Null: one that is being made. */
export function CustomerView({ view }: { readonly view: View | null }) {
  const { t } = useTranslation(['customers', 'common'])
  const { workingCopy } = useServices()
  const [, navigate] = useLocation()
  const person = usePersonRef()
  const customer = view?.customer ?? null
  const id = customer?.id ?? null
  const { edit, state } = useCustomerEdit(id ?? 'new', view)
  const { save, tried } = useSaveCustomer(edit, id)
  const acts = useCustomerActs(customer)
  const [merging, setMerging] = useState<ListRow | null>(null)
  const [discarding, setDiscarding] = useState(false)
  const dirty = isDirty(state)
  const merged = customer?.state === 'merged'
  const readOnly = workingCopy.readOnly || merged
  const likely = useLikely(state.values, id, dirty || id === null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented)
        return
      event.preventDefault()
      if (!readOnly) void save()
    }
    window.addEventListener('keydown', onKey)
    return () => {
      window.removeEventListener('keydown', onKey)
    }
  }, [save, readOnly])
  const name = customer ? customer.name : t('card.new')
  const shownName = name === '' ? t('card.unnamed') : name
  return (
    <Page
      fixed
      title={shownName}
      note={
        <Box component="span" sx={{ display: 'inline-flex', gap: 2, alignItems: 'center' }}>
          {view && view.row.number !== '' && <span>{view.row.number}</span>}
          {customer && customer.state !== 'active' && (
            <Tag tone="plain">{t(`rowState.${customer.state}`)}</Tag>
          )}
          {view?.sharesCode === true && <Tag tone="amber">{t('card.sharedCode')}</Tag>}
          {dirty && <Tag tone="amber">{t('card.unsaved')}</Tag>}
        </Box>
      }
      actions={
        <CustomerActions
          customer={customer}
          acts={acts}
          dirty={dirty}
          readOnly={readOnly}
          onSave={() => void save()}
          onDiscard={() => {
            setDiscarding(true)
          }}
        />
      }
    >
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex', gap: 5 }}>
        <Box sx={{ flex: '2 1 640px', minWidth: 0, overflow: 'auto', pr: 1, maxWidth: 1040 }}>
          {workingCopy.readOnly && <Note text={t('card.readOnly')} />}
          {state.goesOn && dirty && <Note text={t('card.goesOn')} />}
          {customer?.state === 'closed' && <Note text={t('page.closed', { reason: customer.closeReason })} />}
          {view && <MergedNote view={view} onUndo={acts.undoMerge} readOnly={workingCopy.readOnly} />}
          {view && (
            <ConflictList
              conflicts={view.conflicts}
              readOnly={readOnly}
              onSettle={(conflict, dot) => void acts.settle(conflict, dot)}
            />
          )}
          {!merged && (
            <LikelyPanel
              likely={likely}
              onMerge={customer && !readOnly ? setMerging : null}
              onApart={
                id === null || readOnly
                  ? null
                  : (row) => void workingCopy.customers.setApart([id, row.id], true, person)
              }
              onOpen={(row) => {
                navigate(`/customer/${row.id}`)
              }}
            />
          )}
          <CustomerCard edit={edit} state={state} readOnly={readOnly} tried={tried} isNew={id === null} />
        </Box>
        {customer && (
          <Box
            component="aside"
            aria-label={t('time.title')}
            data-anchor="dealings"
            tabIndex={0}
            sx={{ flex: '1 1 372px', maxWidth: 480, minHeight: 0, overflow: 'auto', pb: 6 }}
          >
            <Dealings customer={customer.id} onMakeCard={readOnly ? null : acts.fillForm} />
          </Box>
        )}
      </Box>
      {merging && id !== null && (
        <MergeDialog
          ids={[id, merging.id]}
          onClose={() => {
            setMerging(null)
          }}
          onMerged={(into) => {
            setMerging(null)
            if (into !== id) navigate(`/customer/${into}`)
          }}
        />
      )}
      {discarding && (
        <AskDialog
          title={t('card.discard')}
          text={t('card.unsaved')}
          yes={t('card.discard')}
          final
          onYes={() => {
            setDiscarding(false)
            edit.discard()
          }}
          onNo={() => {
            setDiscarding(false)
          }}
        />
      )}
    </Page>
  )
}

interface DealingsProps {
  readonly customer: string
  readonly onMakeCard: ((code: string) => void) | null
}

function Dealings({ customer, onMakeCard }: DealingsProps) {
  const figures = useFigures(customer)
  if (!figures) return null
  return (
    <>
      <Overview figures={figures} onMakeCard={onMakeCard} />
      <TimeLine customer={customer} forms={figures.forms} />
    </>
  )
}

function Note({ text }: { readonly text: string }) {
  return (
    <Typography
      role="note"
      sx={{ mb: 3, px: 4, py: 2, borderRadius: 1, backgroundColor: 'var(--zk-amber-soft)' }}
    >
      {text}
    </Typography>
  )
}
