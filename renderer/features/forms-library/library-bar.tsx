import Box from '@mui/material/Box'
import OutlinedInput from '@mui/material/OutlinedInput'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import Typography from '@mui/material/Typography'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useServices } from '../../stores'

export interface LibraryBarProps {
  readonly count: number
  /** Forms that are shown below. */
  readonly found: number
  readonly query: string
  readonly view: 'cards' | 'list'
  readonly searchRef: RefObject<HTMLInputElement | null>
  readonly onQuery: (query: string) => void
  /** The arrow down: into the forms. */
  readonly onDown: () => void
  /** Enter: the best hit. */
  readonly onEnter: () => void
}

/** Name of the page, the search box, and how the forms are shown. */
export function LibraryBar(props: LibraryBarProps) {
  const { t } = useTranslation('forms')
  const { app } = useServices()
  const searching = props.query.trim() !== ''
  return (
    <Box
      component="header"
      sx={{ flex: 'none', display: 'flex', alignItems: 'center', gap: 3, px: 5.5, pt: 3.5, pb: 2.5 }}
    >
      <Typography variant="h1" noWrap tabIndex={-1}>
        {t('title')}
      </Typography>
      <Typography variant="body2" color="textSecondary" noWrap role="status" sx={{ minWidth: 84 }}>
        {searching ? t('hits', { count: props.found }) : t('count', { count: props.count })}
      </Typography>
      <OutlinedInput
        type="search"
        inputRef={props.searchRef}
        value={props.query}
        placeholder={t('filter')}
        inputProps={{ 'aria-label': t('filter'), 'aria-keyshortcuts': 'Control+F', spellCheck: false }}
        endAdornment={<kbd aria-hidden="true">{t('filterKey')}</kbd>}
        sx={{ flex: '0 1 420px', '& input::-webkit-search-cancel-button': { display: 'none' } }}
        onChange={(event) => {
          props.onQuery(event.target.value)
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'ArrowDown') props.onDown()
          else if (event.key === 'Enter') props.onEnter()
          else return
          event.preventDefault()
        }}
      />
      <Box sx={{ flex: 1 }} />
      <ToggleButtonGroup
        aria-label={t('view.label')}
        value={props.view}
        onChange={(_event, view: 'cards' | 'list' | null) => {
          if (view) void app.change({ formsView: view })
        }}
      >
        <ToggleButton value="cards">{t('view.cards')}</ToggleButton>
        <ToggleButton value="list">{t('view.list')}</ToggleButton>
      </ToggleButtonGroup>
    </Box>
  )
}
