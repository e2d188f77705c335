import Box from '@mui/material/Box'
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Bridge } from '../../../shared/ipc/contract'
import { ErrorBoundary } from './error-boundary'
import type { FrameStore } from './frame-state'
import type { Help, Inside } from './inside'
import { Rail } from './rail'
import { TopBar } from './top-bar'
import { useAppKeys } from './use-app-keys'
import { useMenuCommands } from './use-menu-commands'

export interface FrameProps {
  readonly store: FrameStore
  readonly bridge: Bridge
  /** Null: the data are not there yet. */
  readonly inside: Inside | null
  /** In the place of the page until then. */
  readonly waiting: ReactNode
}

/** F1 tells of the page, once more of all keys. */
const nextHelp = (help: Help): Help => (help === 'none' ? 'page' : 'keys')

/** Rail, bar and the page on the desk. Rail and bar answer before there is a page; it appears in the place that was chosen. */
export function Frame({ store, bridge, inside, waiting }: FrameProps) {
  const { t } = useTranslation('frame')
  const [help, setHelp] = useState<Help>('none')
  const all = useRef<HTMLElement>(null)
  const main = useRef<HTMLElement>(null)
  const showHelp = useCallback(() => {
    setHelp(nextHelp)
  }, [])
  useAppKeys(showHelp)
  useMenuCommands(bridge, store, showHelp)
  useEffect(() => {
    // From here on keys, clicks and the menu are answered.
    all.current?.setAttribute('data-answers', '')
  }, [])
  return (
    <>
      <Box
        ref={all}
        sx={{
          display: 'grid',
          gridTemplateColumns: '208px minmax(0, 1fr)',
          gridTemplateRows: 'auto 52px minmax(0, 1fr)',
          height: '100%',
        }}
      >
        <Box
          component="button"
          onClick={() => main.current?.focus()}
          sx={{ position: 'fixed', left: 8, top: -60, zIndex: 2000, font: 'inherit', '&:focus': { top: 8 } }}
        >
          {t('skip')}
        </Box>
        <Box sx={{ gridColumn: '1 / -1' }}>{inside?.band}</Box>
        <Rail store={store} />
        <TopBar store={store} inside={inside} onHelp={showHelp} />
        <Box
          component="main"
          ref={main}
          tabIndex={-1}
          data-region
          aria-busy={inside ? undefined : true}
          sx={{
            position: 'relative',
            // Help stands beside the page, not over its buttons, where there is room for both.
            '--zk-help-width': '372px',
            '@media (min-width: 1280px)': { pr: help === 'none' ? 0 : 'var(--zk-help-width)' },
            minHeight: 0,
            minWidth: 0,
            display: 'flex',
            flexDirection: 'column',
            outline: 'none',
            backgroundColor: 'var(--zk-desk)',
          }}
        >
          {inside?.news}
          <Box sx={{ flex: 1, minHeight: 0 }}>
            <ErrorBoundary>{inside ? inside.page : waiting}</ErrorBoundary>
          </Box>
          {inside?.help(help, setHelp)}
        </Box>
      </Box>
      {inside?.front(help, setHelp)}
    </>
  )
}
