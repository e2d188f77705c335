import Autocomplete, { type AutocompleteRenderGroupParams } from '@mui/material/Autocomplete'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import OutlinedInput from '@mui/material/OutlinedInput'
import Typography from '@mui/material/Typography'
import { Fragment, useId, useState, type HTMLAttributes, type Key } from 'react'
import { useTranslation } from 'react-i18next'

/** A form that may be chosen; those of one group stand together under its name. */
export interface FormChoice {
  readonly code: string
  readonly name: string
  readonly group?: string
}

export interface ChooseFormDialogProps {
  readonly title: string
  readonly text: string
  /** What fits the words that were typed, in the order of the list. */
  readonly choices: (query: string) => readonly FormChoice[]
  readonly onChoose: (code: string) => void
  readonly onCancel: () => void
}

/** Which form is filled in: a list in groups, narrowed by words; arrows and Enter choose. */
export function ChooseFormDialog({ title, text, choices, onChoose, onCancel }: ChooseFormDialogProps) {
  const { t } = useTranslation()
  const titleId = useId()
  const [query, setQuery] = useState('')
  const options = choices(query)
  return (
    <Dialog open onClose={onCancel} aria-labelledby={titleId} maxWidth="xs" fullWidth>
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <DialogContent>
        <Typography sx={{ mb: 3 }}>{text}</Typography>
        <Autocomplete<FormChoice>
          open
          options={options}
          filterOptions={(all) => all}
          groupBy={({ group = '' }) => group}
          renderGroup={renderGroup}
          getOptionKey={(choice) => choice.code}
          getOptionLabel={() => query}
          value={null}
          inputValue={query}
          autoHighlight
          forcePopupIcon={false}
          disablePortal
          noOptionsText={t('noForm', { query })}
          onInputChange={(_event, typed, reason) => {
            if (reason !== 'reset' && reason !== 'selectOption') setQuery(typed)
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
          renderOption={renderChoice}
          renderInput={({ slotProps }) => (
            <OutlinedInput
              {...slotProps.input}
              fullWidth
              autoFocus
              placeholder={t('searchForm')}
              inputProps={{ ...slotProps.htmlInput, 'aria-label': t('searchForm') }}
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
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </DialogActions>
    </Dialog>
  )
}

const soft = { fontSize: 12, color: 'var(--zk-ink-soft)' } as const

function renderGroup({ key, group, children }: AutocompleteRenderGroupParams) {
  if (group === '') return <Fragment key={key}>{children}</Fragment>
  return (
    <li key={key} role="presentation">
      <Box sx={{ ...soft, px: 3.5, lineHeight: '28px' }} aria-hidden>
        {group}
      </Box>
      <Box component="ul" role="group" aria-label={group} sx={{ p: 0, m: 0, listStyle: 'none' }}>
        {children}
      </Box>
    </li>
  )
}

const renderChoice = (
  { key, ...props }: HTMLAttributes<HTMLLIElement> & { key: Key },
  choice: FormChoice,
) => (
  <Box component="li" {...props} key={key} sx={{ gap: 3 }}>
    <span lang="zh-CN">{choice.name}</span>
    <Box component="span" sx={{ ...soft, ml: 'auto' }}>
      {choice.code}
    </Box>
  </Box>
)
