import Autocomplete from '@mui/material/Autocomplete'
import InputBase from '@mui/material/InputBase'
import { useEffect, useRef, useState, type KeyboardEvent as Press } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useMasks } from '../../stores'
import { FinderPaper } from './finder-paper'
import { FoundLine } from './found-line'
import { keyOf, waysOf, type Found, type Group, type GroupName } from './found'
import { noteSearch, recentSearches } from './recent-searches'
import { useCommands } from './use-commands'
import { useFound } from './use-found'

/** One box that finds customers, records, drafts, forms and commands; Ctrl+K from anywhere. */
export function QuickFinder() {
  const { t } = useTranslation('finder')
  const [, navigate] = useLocation()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  /** What is asked about: while the input method composes, the text before. */
  const [query, setQuery] = useState('')
  const [focused, setFocused] = useState(false)
  const composing = useRef(false)
  const highlighted = useRef<Found | null>(null)
  /** Enter was pressed before the answer to what stands in the box was there. */
  const early = useRef<'first' | 'second' | null>(null)
  const { now, ask } = useFound(query, focused)
  const masked = useMasks()
  const run = useCommands()
  const groups: readonly Group[] = query.trim() === '' ? againGroups() : now.groups
  const groupOf = new Map(groups.flatMap((group) => group.found.map((found) => [keyOf(found), group])))

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

  const askFor = (text: string) => {
    ask(text)
    setQuery(text)
  }
  const put = (text: string) => {
    setTyped(text)
    early.current = null
    highlighted.current = null
    if (!composing.current) askFor(text)
  }
  const leave = () => {
    put('')
    input.current?.blur()
  }
  const go = (found: Found, which: 'first' | 'second') => {
    if (found.kind === 'again') {
      put(found.text)
      return
    }
    noteSearch(query)
    const ways = waysOf(found, query)
    const to = which === 'second' ? ways?.second : ways?.to
    if (ways && to === undefined) return
    leave()
    if (found.kind === 'command') run(found.command.name)
    else if (to !== undefined) navigate(to)
  }
  const isStale = query !== now.query
  useEffect(() => {
    const first = now.groups[0]?.found[0]
    if (isStale || early.current === null || !first) return
    const which = early.current
    early.current = null
    go(first, which)
  })

  const enter = (which: 'first' | 'second') => {
    if (typed.trim() !== '' && isStale) {
      early.current = which
      return
    }
    // The first line is marked without being told of.
    const reached = highlighted.current === null ? '' : keyOf(highlighted.current)
    const lines = groups.flatMap(({ found }) => found)
    const marked = lines.find((found) => keyOf(found) === reached) ?? lines[0]
    if (marked) go(marked, which)
  }
  const onKeyDown = (event: Press) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') leave()
    else if (event.key === 'Enter') enter(event.ctrlKey || event.metaKey ? 'second' : 'first')
    else return
    event.preventDefault()
    // MUI's own Enter takes what it has marked, which it does some time after the lines are drawn.
    ;(event as Press & { defaultMuiPrevented?: boolean }).defaultMuiPrevented = true
  }
  return (
    <Autocomplete<Found>
      data-anchor="finder"
      // What the lines under the box answer.
      data-answers={now.query}
      sx={{ flex: '0 1 420px', minWidth: 200 }}
      options={groups.flatMap(({ found }) => found)}
      filterOptions={(found) => found}
      groupBy={(found) => groupOf.get(keyOf(found))?.group ?? ''}
      getOptionKey={keyOf}
      // A line that the arrows reached stays marked when the same question is answered anew.
      getOptionLabel={keyOf}
      value={null}
      inputValue={typed}
      autoHighlight
      forcePopupIcon={false}
      disablePortal
      open={focused && (typed.trim() !== '' || groups.length > 0)}
      clearOnBlur
      loading={isStale}
      loadingText={t('looking')}
      noOptionsText={now.failed ? t('failed') : t('nothing', { query })}
      onInputChange={(_event, text, reason) => {
        if (reason !== 'reset' && reason !== 'selectOption') put(text)
      }}
      onChange={(_event, found) => {
        if (found !== null) go(found, 'first')
      }}
      onHighlightChange={(_event, found) => {
        highlighted.current = found
      }}
      onKeyDown={onKeyDown}
      onFocus={() => {
        setFocused(true)
      }}
      onBlur={() => {
        setFocused(false)
        put('')
      }}
      slots={{ paper: FinderPaper }}
      slotProps={{
        popper: { placement: 'bottom-start', sx: { minWidth: 'min(760px, 60vw)' } },
        listbox: {
          sx: { maxHeight: '64vh', py: 1, '& .MuiAutocomplete-option': { py: 1, px: 4, minHeight: 0 } },
        },
      }}
      renderGroup={({ key, group, children }) => {
        const name = group as GroupName
        const count = groups.find((each) => each.group === name)?.count ?? 0
        const text = t(`group.${name}`)
        return (
          <li key={key} role="presentation">
            <div className="zk-found-group" aria-hidden>
              {text} {name !== 'again' && count.toLocaleString('en-US')}
            </div>
            <ul role="group" aria-label={text} className="zk-found-lines">
              {children}
            </ul>
          </li>
        )
      }}
      renderOption={({ key, ...props }, found) => (
        <li {...props} key={key}>
          <FoundLine found={found} query={now.query} masked={masked} />
        </li>
      )}
      renderInput={({ slotProps }) => (
        <InputBase
          {...slotProps.input}
          inputRef={input}
          placeholder={t('placeholder')}
          inputProps={{ ...slotProps.htmlInput, 'aria-label': t('label') }}
          onCompositionStart={() => {
            composing.current = true
          }}
          onCompositionEnd={(event) => {
            composing.current = false
            askFor((event.target as HTMLInputElement).value)
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

/** Before anything is typed: what was looked for in this sitting. */
function againGroups(): readonly Group[] {
  const texts = recentSearches()
  if (texts.length === 0) return []
  return [{ group: 'again', count: texts.length, found: texts.map((text) => ({ kind: 'again', text })) }]
}
