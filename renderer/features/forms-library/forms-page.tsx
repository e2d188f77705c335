import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useCallback, useDeferredValue, useEffect, useId, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useAppState } from '../../stores'
import { EmptyState, isTyping } from '../../ui'
import { FormGrid } from './form-grid'
import { FormPanel } from './form-panel'
import './gallery.css'
import { LibraryBar } from './library-bar'
import { LibraryDialogs } from './library-dialogs'
import { ShelfList } from './shelf-list'
import { TickedBar } from './ticked-bar'
import { useFormActs } from './use-form-acts'
import { firstOf } from './library'
import { useLibrary, type Library } from './use-library'
import { useLibraryKeys } from './use-library-keys'
import { useKnownLetterhead } from './use-letterhead'

/** Forms that the largest window shows at once. */
const AT_ONCE = 32

/** Every form as paper: found by module, name, code or pinyin; filled in, printed blank, seen filled, exported. */
export function FormsPage() {
  const id = useId()
  const library = useLibrary()
  const { gallery, state, current, ticked, remembered } = library
  const letterhead = useKnownLetterhead()
  const view = useAppState(({ settings }) => settings.formsView ?? 'cards')
  const { acts, dialog, closeDialog, printAll, excelAll, printOrders } = useFormActs(letterhead)
  const search = useRef<HTMLInputElement>(null)
  const grid = useRef<HTMLElement | null>(null)
  // Typing and walking never wait for the page in large.
  const shown = useDeferredValue(current)
  // The first screenful is there at once, the rest in the time that is left.
  const groups = useDeferredValue(library.groups, firstOf(library.groups, AT_ONCE))

  useEffect(() => {
    // Who types in the window's own search box already goes on there.
    if (isTyping()) return
    search.current?.focus()
    search.current?.select()
  }, [])

  const toSearch = useCallback(() => {
    const box = search.current
    box?.focus()
    box?.setSelectionRange(box.value.length, box.value.length)
  }, [])
  useLibraryKeys({
    paused: dialog !== null,
    onSearch: () => search.current?.select(),
    onPrint: () => {
      if (ticked.length > 0) printAll(ticked)
      else if (current) acts.onPrint(current, 1)
    },
    onEscape: () => {
      if (ticked.length > 0) gallery.tick([])
      else if (state.query !== '') gallery.search('')
      else return false
      return true
    },
  })
  const gridActs = useMemo(
    () => ({
      onMove: gallery.moveTo,
      onToggle: gallery.toggle,
      onTick: gallery.tick,
      onFill: acts.onFill,
      onStar: acts.onStar,
      onSearch: toSearch,
    }),
    [gallery, acts, toSearch],
  )
  const takeGrid = useCallback((element: HTMLElement | null) => {
    grid.current = element
  }, [])
  return (
    <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column' }}>
      <LibraryBar
        count={library.count}
        found={library.groups.reduce((sum, { hits }) => sum + hits.length, 0)}
        query={state.query}
        view={view}
        searchRef={search}
        onQuery={gallery.search}
        onDown={() => grid.current?.focus()}
        onEnter={() => {
          if (current && state.query.trim() !== '') acts.onFill(current.code)
        }}
      />
      <Box className="zk-library" sx={{ flex: 1 }}>
        <ShelfList
          id={`${id}-shelf`}
          controls={`${id}-forms`}
          shelves={library.shelves}
          chosen={state.shelf}
          onOpen={gallery.open}
        />
        <Box
          id={`${id}-forms`}
          role="tabpanel"
          sx={{ minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' }}
        >
          {library.groups.length === 0 ? (
            <NothingHere library={library} />
          ) : (
            <FormGrid
              id={`${id}-form`}
              view={view}
              groups={groups}
              current={state.current}
              ticked={state.ticked}
              favourites={remembered.favourites}
              letterhead={letterhead}
              acts={gridActs}
              gridRef={takeGrid}
            />
          )}
          {ticked.length > 0 && (
            <TickedBar
              forms={ticked}
              onPrint={() => {
                printAll(ticked)
              }}
              onExcel={() => {
                excelAll(ticked)
              }}
              onClear={() => {
                gallery.tick([])
              }}
            />
          )}
        </Box>
        {shown ? (
          <FormPanel
            key={shown.code}
            form={shown}
            letterhead={letterhead}
            favourite={remembered.favourites.includes(shown.code)}
            acts={acts}
          />
        ) : (
          <div className="zk-form-panel" />
        )}
      </Box>
      <LibraryDialogs
        dialog={dialog}
        letterhead={letterhead}
        onPrintOrders={printOrders}
        onPrintSample={acts.onPrintSample}
        onClose={closeDialog}
      />
    </Box>
  )
}

/** Why a shelf is empty, and the way on. */
function NothingHere({ library: { gallery, state, foundAnywhere } }: { readonly library: Library }) {
  const { t } = useTranslation('forms')
  const { shelf } = state.shelf
  if (state.query.trim() !== '') {
    if (foundAnywhere === 0) return <EmptyState title={t('noneFound')} text={t('noneFoundText')} />
    return (
      <EmptyState
        title={t('noneFoundHere')}
        text={t('noneFoundHereText', { count: foundAnywhere })}
        action={
          <Button
            onClick={() => {
              gallery.open({ shelf: 'all' })
            }}
          >
            {t('showAll')}
          </Button>
        }
      />
    )
  }
  const text = shelf === 'favourites' ? 'favourites' : 'recents'
  return <EmptyState title={t(`empty.${text}`)} text={t(`empty.${text}Text`)} />
}
