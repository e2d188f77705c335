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
import { nextForms } from '../../../shared/catalogue/next-forms'
import { nextChoices, type NextChoice } from './next-choices'

export interface NextDialogProps {
  /** Code of the form that the next one is made from. */
  readonly code: string
  /** Number or name of the record. */
  readonly name: string
  readonly onChoose: (code: string) => void
  readonly onCancel: () => void
}

/** 下一步: which form is filled in from this one; those that usually follow first, all others by a word. */
export function NextDialog({ code, name, onChoose, onCancel }: NextDialogProps) {
  const { t } = useTranslation('editor')
  const titleId = useId()
  const [query, setQuery] = useState('')
  const choices = nextChoices(catalogue, nextForms(code), query)
  return (
    <Dialog open onClose={onCancel} aria-labelledby={titleId} maxWidth="xs" fullWidth>
      <DialogTitle id={titleId}>{t('next.title')}</DialogTitle>
      <DialogContent>
        <Typography sx={{ mb: 3 }}>{t('next.intro', { name })}</Typography>
        <Autocomplete<NextChoice>
          open
          options={choices}
          filterOptions={(options) => options}
          groupBy={({ usual }) => t(usual ? 'next.usual' : 'next.all')}
          getOptionKey={(choice) => choice.code}
          getOptionLabel={() => query}
          value={null}
          inputValue={query}
          autoHighlight
          forcePopupIcon={false}
          disablePortal
          noOptionsText={t('next.none', { query })}
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
          renderGroup={({ key, group, children }) => (
            <li key={key} role="presentation">
              <Box
                sx={{ px: 3.5, fontSize: 12, lineHeight: '28px', color: 'var(--zk-ink-soft)' }}
                aria-hidden
              >
                {group}
              </Box>
              <Box component="ul" role="group" aria-label={group} sx={{ p: 0, m: 0, listStyle: 'none' }}>
                {children}
              </Box>
            </li>
          )}
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
              placeholder={t('next.search')}
              inputProps={{ ...slotProps.htmlInput, 'aria-label': t('next.search') }}
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
        <Button onClick={onCancel}>{t('next.cancel')}</Button>
      </DialogActions>
    </Dialog>
  )
}
