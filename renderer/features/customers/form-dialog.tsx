import Autocomplete from '@mui/material/Autocomplete'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import OutlinedInput from '@mui/material/OutlinedInput'
import Typography from '@mui/material/Typography'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { catalogue } from '../../../shared/catalogue'
import { customerField } from '../../../shared/customers/by-meaning'
import { initialsOf, words } from '../../../shared/search/pinyin'

interface FormChoice {
  readonly code: string
  readonly name: string
  readonly found: string
}

/** Forms that name a customer, with the text in which words are looked for. */
const choices = (): readonly FormChoice[] =>
  catalogue
    .filter(({ template }) => customerField(template) !== undefined)
    .map(({ code, head }) => ({
      code,
      name: head.name,
      found: [code, head.name, initialsOf(head.name)].join(' ').toLowerCase(),
    }))

export interface FormDialogProps {
  /** The customer's name. */
  readonly name: string
  readonly onChoose: (code: string) => void
  readonly onCancel: () => void
}

/** Which form is filled in for a customer. */
export function FormDialog({ name, onChoose, onCancel }: FormDialogProps) {
  const { t } = useTranslation(['customers', 'common'])
  const titleId = useId()
  const [query, setQuery] = useState('')
  const [all] = useState(choices)
  const wanted = words(query)
  const left = all.filter(({ found }) => wanted.every((word) => found.includes(word)))
  return (
    <Dialog open onClose={onCancel} aria-labelledby={titleId} maxWidth="xs" fullWidth>
      <DialogTitle id={titleId}>{t('form.title', { name })}</DialogTitle>
      <DialogContent>
        <Typography sx={{ mb: 3 }}>{t('form.text')}</Typography>
        <Autocomplete<FormChoice>
          open
          options={[...left]}
          filterOptions={(options) => options}
          getOptionKey={(choice) => choice.code}
          getOptionLabel={() => query}
          value={null}
          inputValue={query}
          autoHighlight
          forcePopupIcon={false}
          disablePortal
          noOptionsText={t('form.none', { query })}
          onInputChange={(_event, text, reason) => {
            if (reason !== 'reset' && reason !== 'selectOption') setQuery(text)
          }}
          onChange={(_event, choice) => {
            if (choice !== null) onChoose(choice.code)
          }}
          slotProps={{
            // The list is a part of the dialog, not something that lies over it.
            popper: {
              sx: { position: 'static !important', transform: 'none !important', width: '100% !important' },
            },
            paper: { variant: 'outlined', sx: { mt: 2 } },
            listbox: { sx: { height: 300, maxHeight: 'none' } },
          }}
          renderOption={({ key, ...props }, choice) => (
            <Box component="li" {...props} key={key} sx={{ gap: 3 }}>
              <span lang="zh-CN">{choice.name}</span>
              <Box component="span" sx={{ ml: 'auto', fontSize: 12, color: 'var(--zk-ink-soft)' }}>
                {choice.code}
              </Box>
            </Box>
          )}
          renderInput={({ slotProps }) => (
            <OutlinedInput
              {...slotProps.input}
              fullWidth
              autoFocus
              placeholder={t('form.search')}
              inputProps={{ ...slotProps.htmlInput, 'aria-label': t('form.search') }}
              onKeyDown={(event) => {
                if (event.key !== 'Escape') return
                event.preventDefault()
                event.stopPropagation()
                onCancel()
              }}
            />
          )}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onCancel}>{t('common:cancel')}</Button>
      </DialogActions>
    </Dialog>
  )
}
