import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import OutlinedInput from '@mui/material/OutlinedInput'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { copiesOf } from '../print-preview'
import { useFormWords } from './form-words'
import type { LibraryForm } from './library'
import { MOST_PAGES, pagesOf, type BlankOrder } from './print-blank'

export interface PrintBlankDialogProps {
  readonly forms: readonly LibraryForm[]
  readonly onPrint: (orders: readonly BlankOrder[]) => void
  readonly onClose: () => void
}

/** How many blank sheets of each chosen form; all of them become one job. */
export function PrintBlankDialog({ forms, onPrint, onClose }: PrintBlankDialogProps) {
  const { t } = useTranslation(['forms', 'common'])
  const words = useFormWords()
  const id = useId()
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const [forAll, setForAll] = useState('')
  const typedFor = ({ code }: LibraryForm) => typed[code] ?? '1'
  const orders = forms.flatMap((form): readonly BlankOrder[] => {
    const copies = copiesOf(typedFor(form))
    return copies === null ? [] : [{ form, copies }]
  })
  const pages = pagesOf(orders)
  const tooMany = pages > MOST_PAGES
  const ready = orders.length === forms.length && !tooMany
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={id}>
      <Box
        component="form"
        noValidate
        sx={{ display: 'contents' }}
        onSubmit={(event) => {
          event.preventDefault()
          if (ready) onPrint(orders)
        }}
      >
        <DialogTitle id={id}>{t('printTitle', { count: forms.length })}</DialogTitle>
        <DialogContent>
          <CopiesLine
            label={t('copiesForAll')}
            value={forAll}
            autoFocus
            onChange={(value) => {
              setForAll(value)
              setTyped(Object.fromEntries(forms.map(({ code }) => [code, value])))
            }}
          >
            <Box component="span" sx={{ fontWeight: 600 }}>
              {t('copiesForAll')}
            </Box>
          </CopiesLine>
          {forms.map((form) => (
            <CopiesLine
              key={form.code}
              label={t('copiesNamed', { name: form.head.name })}
              value={typedFor(form)}
              bad={copiesOf(typedFor(form)) === null}
              onChange={(value) => {
                setTyped({ ...typed, [form.code]: value })
              }}
            >
              <span lang="zh-CN">{form.head.name}</span>
              <Box component="span" sx={{ ml: 3, fontSize: 12, color: 'var(--zk-ink-soft)' }}>
                {words.paper(form.head)}
              </Box>
            </CopiesLine>
          ))}
        </DialogContent>
        <DialogActions>
          <Box
            role="status"
            sx={{
              flex: 1,
              pl: 3,
              fontSize: 13,
              color: tooMany ? 'var(--zk-seal-text)' : 'var(--zk-ink-soft)',
            }}
          >
            {tooMany
              ? t('tooManyPages', { count: pages, most: MOST_PAGES })
              : ready
                ? t('pagesAltogether', { count: pages })
                : t('copiesHint')}
          </Box>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button type="submit" variant="contained" color="primary" disabled={!ready}>
            {t('toPreview')}
          </Button>
        </DialogActions>
      </Box>
    </Dialog>
  )
}

interface CopiesLineProps {
  readonly label: string
  readonly value: string
  readonly bad?: boolean
  readonly autoFocus?: boolean
  readonly onChange: (value: string) => void
  readonly children: React.ReactNode
}

function CopiesLine({ label, value, bad = false, autoFocus = false, onChange, children }: CopiesLineProps) {
  const { t } = useTranslation('forms')
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 3,
        minHeight: 40,
        borderBottom: '1px solid var(--zk-hairline)',
      }}
    >
      <Box sx={{ flex: 1, minWidth: 0 }}>{children}</Box>
      <OutlinedInput
        value={value}
        error={bad}
        autoFocus={autoFocus}
        inputProps={{ 'aria-label': label, 'aria-invalid': bad, inputMode: 'numeric', maxLength: 3 }}
        sx={{ width: 60, '& input': { textAlign: 'right' } }}
        onChange={(event) => {
          onChange(event.target.value)
        }}
        onFocus={(event) => {
          event.target.select()
        }}
      />
      <span>{t('copiesUnit')}</span>
    </Box>
  )
}
