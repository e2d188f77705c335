import Autocomplete from '@mui/material/Autocomplete'
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent as Press } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useMasks } from '../../stores'
import { FinderInput, finderPlace, useFinderKey, type FinderBegin } from '../../ui'
import { FinderPaper } from './finder-paper'
import { FoundLine } from './found-line'
import { keyOf, waysOf, type Found, type Group, type GroupName } from './found'
import { noteSearch, recentSearches } from './recent-searches'
import { useCommands } from './use-commands'
import { useFound } from './use-found'

export interface QuickFinderProps {
  /** What was done with the box before this one stood in its place. */
  readonly begin: () => FinderBegin
  readonly onTaken: () => void
}

/** One box that finds customers, records, drafts, forms and commands; Ctrl+K from anywhere. It goes on from what was typed before. */
export function QuickFinder({ begin, onTaken }: QuickFinderProps) {
  const { t } = useTranslation('finder')
  const [, navigate] = useLocation()
  const [done] = useState(begin)
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(done.text)
  /** What is asked about: while the input method composes, the text before. */
  const [query, setQuery] = useState(done.text)
  const [focused, setFocused] = useState(false)
  const composing = useRef(false)
  const highlighted = useRef<Found | null>(null)
  /** Enter was pressed before the answer to what stands in the box was there. */
  const early = useRef(done.enter)
  const { now, ask } = useFound(query, focused)
  const masked = useMasks()
  const run = useCommands()
  const groups: readonly Group[] = query.trim() === '' ? againGroups() : now.groups
  const groupOf = new Map(groups.flatMap((group) => group.found.map((found) => [keyOf(found), group])))

  useFinderKey(input)
  // Before anything is drawn or another key comes.
  useLayoutEffect(() => {
    const { selection } = begin()
    onTaken()
    if (!selection) return
    input.current?.focus()
    input.current?.setSelectionRange(...selection)
  }, [begin, onTaken])

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
      sx={finderPlace}
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
        <FinderInput
          {...slotProps.input}
          inputRef={input}
          inputProps={slotProps.htmlInput}
          onCompositionStart={() => {
            composing.current = true
          }}
          onCompositionEnd={(event) => {
            composing.current = false
            askFor((event.target as HTMLInputElement).value)
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
