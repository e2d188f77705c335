import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { noMasks } from '../../../shared/kernel/mask'
import { useLive } from '../../db'
import { failureText } from '../../i18n'
import { today } from '../../platform'
import { useServices } from '../../stores'
import { useNotices } from '../../ui'
import { intoOf } from './into'
import { NoteLine } from './note-line'
import { reasonOf } from './reason'
import type { ToExport } from './to-export'

export interface ExportButtonProps {
  /** The form's code, or `@customer`. */
  readonly code: string
  readonly disabled: boolean
  /** Those that go out, in their order. */
  readonly ids: () => Promise<ToExport>
}

/** 导出全部字段: a table that comes in again as it went out. */
export function ExportButton({ code, disabled, ids }: ExportButtonProps) {
  const { t } = useTranslation('importing')
  const notices = useNotices()
  const [chosen, setChosen] = useState<ToExport | null>(null)
  return (
    <>
      <Button
        disabled={disabled}
        title={t('exportAll.hint')}
        onClick={() => {
          ids().then(setChosen, (error: unknown) => {
            notices.warn(t('exportAll.crashed', { reason: reasonOf(error) }))
          })
        }}
      >
        {t('exportAll.button')}
      </Button>
      {chosen && (
        <ExportDialog
          code={code}
          chosen={chosen}
          onClose={() => {
            setChosen(null)
          }}
        />
      )}
    </>
  )
}

interface ExportDialogProps {
  readonly code: string
  readonly chosen: ToExport
  readonly onClose: () => void
}

function ExportDialog({ code, chosen: { ids, left }, onClose }: ExportDialogProps) {
  const { t } = useTranslation(['importing', 'common'])
  const { workingCopy, bridge, clock } = useServices()
  const notices = useNotices()
  const id = useId()
  const [busy, setBusy] = useState(false)
  const masks = useLive(() => workingCopy.masks.get(), [workingCopy])
  const { target } = intoOf(workingCopy, code)
  const name = target.template ? target.name : t('customers')

  const save = async (format: 'xlsx' | 'csv') => {
    const work = workingCopy.imports.begin()
    const s = (state: 'draft' | 'submitted' | 'closed' | 'void' | 'active' | 'merged' | 'closedCustomer') =>
      t(`exportAll.states.${state}`)
    const states = {
      draft: s('draft'),
      submitted: s('submitted'),
      closed: s(target.template ? 'closed' : 'closedCustomer'),
      void: s('void'),
      active: s('active'),
      merged: s('merged'),
    }
    try {
      const state = t(target.template ? 'exportAll.recordState' : 'exportAll.customerState')
      const words = { state, made: t('exportAll.made'), states }
      const made = await work.exportAll({ target, ids, format, masks: masks ?? noMasks, words })
      if (!made.ok) {
        notices.warn(failureText(made.error))
        return
      }
      const suggestedName = `${name} ${today(clock)}`
      const saved =
        made.value.format === 'csv'
          ? await bridge.call('csv:save', { text: made.value.text, suggestedName })
          : await bridge.call('excel:saveList', { list: made.value.list, suggestedName })
      if (!saved.ok) {
        notices.warn(failureText(saved.error))
        return
      }
      if (saved.value.path === null) return
      notices.tell(t('exportAll.saved', { path: saved.value.path }))
      onClose()
    } catch (error) {
      notices.warn(t('exportAll.crashed', { reason: reasonOf(error) }))
    } finally {
      work.close()
    }
  }
  const begin = async (format: 'xlsx' | 'csv') => {
    setBusy(true)
    await save(format)
    setBusy(false)
  }
  return (
    <Dialog open onClose={busy ? undefined : onClose} aria-labelledby={id} maxWidth="sm" fullWidth>
      <DialogTitle id={id}>{t('exportAll.title', { count: ids.length })}</DialogTitle>
      <DialogContent>
        <Typography sx={{ textWrap: 'pretty' }}>{t('exportAll.text')}</Typography>
        {masks !== undefined && (masks.phone || masks.idNumber) && (
          <NoteLine tone="look">{t('exportAll.masked')}</NoteLine>
        )}
        {left > 0 && (
          <NoteLine tone="look">
            {t(target.template ? 'exportAll.left.records' : 'exportAll.left.customers', { count: left })}
          </NoteLine>
        )}
        {busy && <NoteLine>{t('exportAll.working')}</NoteLine>}
      </DialogContent>
      <DialogActions>
        <Button disabled={busy} onClick={onClose}>
          {t('common:cancel')}
        </Button>
        <Button disabled={busy || ids.length === 0} onClick={() => void begin('csv')}>
          {t('exportAll.csv')}
        </Button>
        <Button
          variant="contained"
          color="primary"
          autoFocus
          disabled={busy || masks === undefined || ids.length === 0}
          onClick={() => void begin('xlsx')}
        >
          {t('exportAll.xlsx')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
