import Autocomplete from '@mui/material/Autocomplete'
import Box from '@mui/material/Box'
import InputBase from '@mui/material/InputBase'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useServices } from '../../stores'
import { catalogue, entryByCode } from '../../../shared/catalogue'
import { findForms, type Found } from './found'

/** Records that are offered at once; the list of records has the rest. */
const RECORDS_SHOWN = 8

/** One box that finds forms and records by name, code, number or pinyin initials; Ctrl+K from anywhere. */
export function QuickFinder() {
  const { t } = useTranslation(['finder', 'common'])
  const { workingCopy } = useServices()
  const [, navigate] = useLocation()
  const input = useRef<HTMLInputElement>(null)
  const [query, setQuery] = useState('')
  const [records, setRecords] = useState<readonly Found[]>([])
  const forms = query.trim() === '' ? [] : findForms(catalogue, query)

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented)
        return
      event.preventDefault()
      input.current?.focus()
      input.current?.select()
    }
    window.addEventListener('keydown', onKey)
    return () => {
      window.removeEventListener('keydown', onKey)
    }
  }, [])

  useEffect(() => {
    let current = true
    const find = async () => {
      const rows = query.trim() === '' ? [] : await workingCopy.lists.findRecords(query, RECORDS_SHOWN)
      if (current) setRecords(rows.map((row) => ({ kind: 'record', row })))
    }
    void find()
    return () => {
      current = false
    }
  }, [query, workingCopy])

  const go = (found: Found) => {
    setQuery('')
    input.current?.blur()
    navigate(found.kind === 'form' ? `/fill/${found.code}` : `/record/${found.row.id}`)
  }
  return (
    <Autocomplete<Found>
      sx={{ flex: '0 1 420px', minWidth: 200 }}
      options={[...forms, ...records]}
      filterOptions={(found) => found}
      groupBy={(found) => t(found.kind === 'form' ? 'forms' : 'records')}
      getOptionKey={(found) => (found.kind === 'form' ? found.code : found.row.id)}
      getOptionLabel={() => query}
      value={null}
      inputValue={query}
      autoHighlight
      forcePopupIcon={false}
      disablePortal
      open={query.trim() !== ''}
      clearOnBlur
      noOptionsText={t('nothing', { query })}
      onInputChange={(_event, text, reason) => {
        if (reason !== 'reset' && reason !== 'selectOption') setQuery(text)
      }}
      onChange={(_event, found) => {
        if (found !== null) go(found)
      }}
      onBlur={() => {
        setQuery('')
      }}
      slotProps={{ popper: { sx: { minWidth: 420 } }, listbox: { sx: { maxHeight: '60vh' } } }}
      renderGroup={({ key, group, children }) => (
        <li key={key} role="presentation">
          <Box sx={{ px: 3.5, fontSize: 12, lineHeight: '28px', color: 'var(--zk-ink-soft)' }} aria-hidden>
            {group}
          </Box>
          <Box component="ul" role="group" aria-label={group} sx={{ p: 0, m: 0, listStyle: 'none' }}>
            {children}
          </Box>
        </li>
      )}
      renderOption={({ key, ...props }, found) => (
        <Box component="li" {...props} key={key} sx={{ gap: 3 }}>
          <FoundLine found={found} />
        </Box>
      )}
      renderInput={({ slotProps }) => (
        <InputBase
          {...slotProps.input}
          inputRef={input}
          placeholder={t('placeholder')}
          inputProps={{ ...slotProps.htmlInput, 'aria-label': t('label') }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.preventDefault()
            setQuery('')
            input.current?.blur()
          }}
          endAdornment={<kbd aria-hidden>{t('key')}</kbd>}
          sx={{
            width: '100%',
            height: 34,
            px: 3.5,
            fontSize: 14,
            border: '1px solid var(--zk-hairline)',
            borderRadius: 17,
            backgroundColor: 'var(--zk-surface)',
            '&.Mui-focused': { outline: '2px solid var(--zk-blue)', outlineOffset: -1 },
            '& input::placeholder': { color: 'var(--zk-ink-soft)', opacity: 1 },
          }}
        />
      )}
    />
  )
}

function FoundLine({ found }: { readonly found: Found }) {
  const { t } = useTranslation(['finder', 'common'])
  if (found.kind === 'form') {
    return (
      <>
        <span lang="zh-CN">{found.name}</span>
        <Note text={found.code} />
        <Note text={t('fill')} end />
      </>
    )
  }
  const { row } = found
  const form = entryByCode(row.list)?.head.name ?? row.list
  return (
    <>
      <span style={row.state === 'void' ? { textDecoration: 'line-through' } : {}}>
        {row.title === '' ? form : row.title}
      </span>
      <Note text={[row.number, form].filter((part) => part !== '').join(' · ')} />
      <Note text={t(`common:state.${row.state}`)} end />
    </>
  )
}

function Note({ text, end = false }: { readonly text: string; readonly end?: boolean }) {
  return (
    <Box component="span" sx={{ fontSize: 12, color: 'var(--zk-ink-soft)', ...(end ? { ml: 'auto' } : {}) }}>
      {text}
    </Box>
  )
}
