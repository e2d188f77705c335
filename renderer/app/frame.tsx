import Box from '@mui/material/Box'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DemoBand, useIsDemo } from '../features/demo'
import { HelpPanel } from '../features/help'
import { KeyboardHelp } from '../features/keyboard-help'
import { StartNews } from '../features/start-up'
import { useToldTeam } from '../features/team'
import { Tour, useBeginTour } from '../features/tour'
import type { StartReport } from '../db'
import { failureText } from '../i18n'
import { useAppState } from '../stores'
import { useNotices } from '../ui'
import { ErrorBoundary } from './error-boundary'
import type { Decision } from './boot'
import { Rail } from './rail'
import { Pages } from './pages'
import { TopBar } from './top-bar'
import { useAppKeys } from './use-app-keys'
import { useDamageNews } from './use-damage-news'
import { useDrawn } from './use-drawn'
import { useMenuCommands } from './use-menu-commands'

export interface FrameProps {
  readonly report: StartReport
  readonly decided?: Decision
}

/** `page`: how the page is used; `keys`: all keys, in front of that. */
type Help = 'none' | 'page' | 'keys'

/** F1 tells of the page, once more of all keys. */
const nextHelp = (help: Help): Help => (help === 'none' ? 'page' : 'keys')

/** Rail, bar and the page on the desk. */
export function Frame({ report, decided }: FrameProps) {
  const { t } = useTranslation('frame')
  const [help, setHelp] = useState<Help>('none')
  const main = useRef<HTMLElement>(null)
  const notices = useNotices()
  const info = useAppState((state) => state.start)
  const settingsFailure = useAppState((state) => state.failure)
  useToldTeam()
  const isDemo = useIsDemo()
  const beginTour = useBeginTour()
  const showHelp = useCallback(() => {
    setHelp(nextHelp)
  }, [])
  useAppKeys(showHelp)
  useMenuCommands(showHelp)
  useEffect(() => {
    if (settingsFailure)
      notices.warn(t('settingsNotKept', { reason: failureText(settingsFailure) }), 'settings')
    else notices.settle('settings')
  }, [settingsFailure, notices, t])
  useDamageNews()
  const isDrawn = useDrawn()
  const tellBroken = (reason: string) => {
    notices.warn(t('broken.beside', { reason }), 'beside')
  }
  return (
    <Box
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
      <Box sx={{ gridColumn: '1 / -1' }}>{isDemo && <DemoBand onTour={beginTour} />}</Box>
      <Rail />
      <TopBar onHelp={showHelp} />
      <Box
        component="main"
        ref={main}
        tabIndex={-1}
        data-region
        sx={{
          position: 'relative',
          minHeight: 0,
          minWidth: 0,
          display: 'flex',
          flexDirection: 'column',
          outline: 'none',
          backgroundColor: 'var(--zk-desk)',
        }}
      >
        {!isDemo && <StartNews info={info} report={report} decided={decided} />}
        <Box sx={{ flex: 1, minHeight: 0 }}>
          <ErrorBoundary>{isDrawn && <Pages />}</ErrorBoundary>
        </Box>
        {help !== 'none' && (
          <ErrorBoundary onBroken={tellBroken}>
            <HelpPanel
              onKeys={showHelp}
              onClose={() => {
                setHelp('none')
              }}
            />
          </ErrorBoundary>
        )}
      </Box>
      {help === 'keys' && (
        <ErrorBoundary onBroken={tellBroken}>
          <KeyboardHelp
            onClose={() => {
              setHelp('page')
            }}
          />
        </ErrorBoundary>
      )}
      {isDemo && (
        <ErrorBoundary onBroken={tellBroken}>
          <Tour />
        </ErrorBoundary>
      )}
    </Box>
  )
}
