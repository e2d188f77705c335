import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CUSTOMER_KINDS } from '../../../shared/customers/fields'
import { emptyValues, type FormValues } from '../../../shared/forms/values'
import type { JournalFailure } from '../../../shared/ipc/contract'
import { failureText } from '../../i18n'
import { useList } from '../../db'
import { useMasks, usePersonRef, useServices } from '../../stores'
import { Choose, enterMovesOn, Field } from '../../ui'

export interface CreateCustomerDialogProps {
  /** What is known already, by the master's fields. */
  readonly begun: FormValues['fields']
  /** A new customer, or one that was there already. */
  readonly onChosen: (id: string) => void
  readonly onCancel: () => void
}

const TEXTS = ['name', 'shortName', 'contact', 'phone', 'address'] as const
type Texts = { readonly [K in (typeof TEXTS)[number]]: string }

/** Likely customers that are shown while somebody types. */
const LIKELY = 4

/** A customer made on the spot, with what matters most; those that may be the same one are shown meanwhile. */
export function CreateCustomerDialog({ begun, onChosen, onCancel }: CreateCustomerDialogProps) {
  const { t } = useTranslation('editor')
  const { workingCopy } = useServices()
  const person = usePersonRef()
  const titleId = useId()
  const [texts, setTexts] = useState<Texts>(() => textsOf(begun))
  const [kind, setKind] = useState(() => (typeof begun['kind'] === 'string' ? begun['kind'] : ''))
  const [asked, setAsked] = useState(false)
  const [making, setMaking] = useState(false)
  const [failure, setFailure] = useState<JournalFailure | null>(null)
  const missing = asked && texts.name.trim() === ''
  const said = useMemo(() => valuesOf(begun, texts, kind), [begun, texts, kind])

  const make = async () => {
    setAsked(true)
    if (texts.name.trim() === '' || making) return
    setMaking(true)
    const made = await workingCopy.customers.create(said, person)
    setMaking(false)
    if (made.ok) onChosen(made.value.id)
    else setFailure(made.error)
  }

  const field = (key: (typeof TEXTS)[number], most: number) => ({
    label: t(`customer.${key}`),
    value: texts[key],
    onChange: (event: { readonly target: { readonly value: string } }) => {
      const { value } = event.target
      setTexts((before) => ({ ...before, [key]: value }))
    },
    inputProps: { maxLength: most },
  })

  return (
    <Dialog open onClose={onCancel} aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <form
        noValidate
        onKeyDown={enterMovesOn}
        onSubmit={(event) => {
          event.preventDefault()
          void make()
        }}
      >
        <DialogTitle id={titleId}>{t('customer.newTitle')}</DialogTitle>
        <DialogContent>
          <Typography variant="body2" color="text.secondary" sx={{ mb: 4 }}>
            {t('customer.newIntro')}
          </Typography>
          <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 4 }}>
            <Field
              {...field('name', 60)}
              autoFocus
              required
              problem={missing ? t('customer.nameNeeded') : undefined}
              sx={{ gridColumn: '1 / -1' }}
            />
            <Field {...field('shortName', 20)} mayBeEmpty />
            <Choose
              label={t('customer.kind')}
              value={kind}
              width={240}
              choices={[
                { value: '', label: t('customer.kindNone') },
                ...CUSTOMER_KINDS.map((each) => ({ value: each, label: each })),
              ]}
              onChange={setKind}
            />
            <Field {...field('contact', 30)} mayBeEmpty />
            <Field {...field('phone', 30)} mayBeEmpty />
            <Field {...field('address', 80)} mayBeEmpty sx={{ gridColumn: '1 / -1' }} />
          </Box>
          <LikelyCustomers said={said} onChosen={onChosen} />
          {failure === null ? null : (
            <Typography role="alert" sx={{ mt: 3, color: 'var(--zk-seal-text)' }}>
              {failureText(failure)}
            </Typography>
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={onCancel}>{t('customer.cancel')}</Button>
          <Button type="submit" variant="contained" color="primary" aria-disabled={making}>
            {t('customer.make')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

/** Customers that may be the one that is being typed, and why; each can be taken instead. */
function LikelyCustomers({
  said,
  onChosen,
}: {
  readonly said: FormValues
  readonly onChosen: (id: string) => void
}) {
  const { t } = useTranslation('editor')
  const { workingCopy } = useServices()
  const show = useMasks()
  const likely = useList(workingCopy.lists, (lists) => lists.likely(said), [said]) ?? []
  return (
    <Box role="status" sx={{ mt: likely.length === 0 ? 0 : 4 }}>
      {likely.length === 0 ? null : (
        <Typography variant="body2" sx={{ mb: 1, color: 'var(--zk-amber-text)' }}>
          {t('customer.likely')}
        </Typography>
      )}
      {likely.slice(0, LIKELY).map(({ row, likeness }) => (
        <Box key={row.id} sx={{ display: 'flex', alignItems: 'baseline', gap: 3, minHeight: 36 }}>
          <Box component="span" sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
            {row.title}
            <Box component="small" sx={{ ml: 3, color: 'var(--zk-ink-soft)' }}>
              {[row.number, show(row.cells['phone'] ?? '', 'phone'), t(`customer.likeness.${likeness}`)]
                .filter((part) => part !== '')
                .join(' · ')}
            </Box>
          </Box>
          <Button
            aria-label={t('customer.itsThisName', { name: row.title })}
            onClick={() => {
              onChosen(row.id)
            }}
          >
            {t('customer.itsThis')}
          </Button>
        </Box>
      ))}
    </Box>
  )
}

function textsOf(begun: FormValues['fields']): Texts {
  const of = (key: string) => (typeof begun[key] === 'string' ? begun[key] : '')
  return {
    name: of('name'),
    shortName: of('shortName'),
    contact: of('contact'),
    phone: of('phone'),
    address: of('address'),
  }
}

/** Texts as they are kept; what the form says besides (a region, an owner) goes with them. */
function valuesOf(begun: FormValues['fields'], texts: Texts, kind: string): FormValues {
  const typed = [...TEXTS.map((key) => [key, texts[key].trim()] as const), ['kind', kind] as const]
  const empty = new Set<string>(typed.filter(([, text]) => text === '').map(([key]) => key))
  const fields = Object.entries({ ...begun, ...Object.fromEntries(typed) }).filter(([key]) => !empty.has(key))
  return { ...emptyValues, fields: Object.fromEntries(fields) }
}
