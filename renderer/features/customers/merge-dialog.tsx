import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { textOf, type Customer } from '../../../shared/customers/customer'
import { uuidv7 } from '../../../shared/kernel/ids'
import { useLive } from '../../db'
import { failureText } from '../../i18n'
import { usePersonRef, useServices } from '../../stores'
import { AskDialog, useNotices } from '../../ui'
import { mergedValues, usualStay, type Picks } from './merge-choice'
import { MergeTable } from './merge-table'

export interface MergeDialogProps {
  /** Two or more customers that may be one. */
  readonly ids: readonly string[]
  readonly onClose: () => void
  readonly onMerged: (into: string) => void
}

/** Customers side by side: which stays, and which value of each field; then they are one. */
export function MergeDialog({ ids, onClose, onMerged }: MergeDialogProps) {
  const { t } = useTranslation(['customers', 'common'])
  const { workingCopy, clock, random } = useServices()
  const notices = useNotices()
  const person = usePersonRef()
  const titleId = useId()
  const [chosen, setChosen] = useState<string | null>(null)
  const [picks, setPicks] = useState<Picks>({})
  const [out, setOut] = useState<ReadonlySet<string>>(new Set())
  const [sure, setSure] = useState(false)
  const views = useLive(async () => {
    const found = await Promise.all(ids.map((id) => workingCopy.customers.get(id)))
    return found.filter((view) => view !== undefined && view.customer.state !== 'merged') as Exclude<
      (typeof found)[number],
      undefined
    >[]
  }, [workingCopy, ids.join()])
  if (!views) return null
  const customers = views.map(({ customer }) => customer)
  const taken = customers.filter(({ id }) => !out.has(id))
  const stays = chosen ?? usualStay(customers)
  const into = views.find(({ customer }) => customer.id === stays)
  const from = taken.filter(({ id }) => id !== stays)
  const name = into?.customer.name ?? ''

  const merge = async () => {
    setSure(false)
    if (!into) return
    const values = mergedValues(taken, stays, picks, () => uuidv7(clock, random))
    const merged = await workingCopy.customers.merge({
      into: stays,
      from: from.map(({ id }) => id),
      base: into.customer.values,
      values,
      seen: into.seen,
      ...(person ? { person } : {}),
    })
    if (!merged.ok) {
      notices.warn(t('merge.failed', { reason: failureText(merged.error) }), 'merge')
      return
    }
    notices.settle('merge')
    notices.tell(t('merge.done', { name }))
    onMerged(stays)
  }
  return (
    <Dialog open onClose={onClose} maxWidth="lg" fullWidth aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{t('merge.title')}</DialogTitle>
      <DialogContent tabIndex={0}>
        <Typography sx={{ mb: 3 }}>{t('merge.intro')}</Typography>
        <MergeTable
          customers={customers}
          stays={stays}
          picks={picks}
          out={out}
          onStays={(id) => {
            setChosen(id)
            setPicks({})
          }}
          onPick={(field, id) => {
            setPicks({ ...picks, [field]: id })
          }}
          onOut={(id) => {
            const next = new Set(out)
            if (!next.delete(id)) next.add(id)
            setOut(next)
          }}
        />
      </DialogContent>
      <DialogActions>
        <Box sx={{ flex: 1 }} />
        <Button onClick={onClose}>{t('common:cancel')}</Button>
        <Button
          variant="contained"
          color="primary"
          disabled={from.length === 0 || !into}
          onClick={() => {
            setSure(true)
          }}
        >
          {t('merge.confirm')}
        </Button>
      </DialogActions>
      {sure && (
        <AskDialog
          title={t('merge.sureTitle', { name })}
          text={t('merge.sure', {
            name: into ? said(into.customer) : '',
            names: from.map(said).join(t('common:listSeparator')),
          })}
          yes={t('merge.confirm')}
          onYes={() => void merge()}
          onNo={() => {
            setSure(false)
          }}
        />
      )}
    </Dialog>
  )
}

/** Customers that are merged often have the same name: with the number behind it where there is one. */
function said({ name, values }: Customer): string {
  const code = textOf(values.fields['code'])
  return code === '' ? name : `${name} ${code}`
}
