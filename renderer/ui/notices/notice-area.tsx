import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Portal from '@mui/material/Portal'
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { createNotices, type Notice, type Notices } from './notices-store'

/** Pixels above the window's edge: the line at the foot of a sheet, which says what is wrong in a field, stays free. */
const ABOVE_FOOT = 40

/** How long a message that needs no answer stays, in milliseconds: long enough to read two lines. */
const STAY_MS = 4000

const Context = createContext<Notices | null>(null)

/**
 * Messages of the whole window: one quiet place at its foot. It stands beside the body, because an open dialog hides
 * everything else in the body from screen readers, and what a dialog does is told here too.
 */
export function NoticeArea({ children }: { readonly children: ReactNode }) {
  const [notices] = useState(createNotices)
  const host = useHost()
  const shown = useStore(notices.store, (state) => state.notices)
  const done = shown.filter((notice) => notice.kind === 'done')
  const wrong = shown.filter((notice) => notice.kind === 'wrong')
  return (
    <Context value={notices}>
      {children}
      <Portal container={host}>
        <Box
          sx={{
            typography: 'body1',
            position: 'fixed',
            left: 0,
            right: 0,
            bottom: ABOVE_FOOT,
            zIndex: 1500,
            pointerEvents: 'none',
            display: 'flex',
            flexDirection: 'column',
            alignItems: 'center',
            gap: 2,
          }}
        >
          <div role="alert" aria-atomic="false">
            {wrong.map((notice) => (
              <NoticeLine key={notice.id} notice={notice} notices={notices} />
            ))}
          </div>
          <div role="status" aria-atomic="false">
            {done.map((notice) => (
              <NoticeLine key={notice.id} notice={notice} notices={notices} />
            ))}
          </div>
        </Box>
      </Portal>
    </Context>
  )
}

/** An element beside the body: React moves what is put straight into the document's element into the body. */
function useHost(): HTMLElement {
  const [host] = useState(() => document.createElement('div'))
  useEffect(() => {
    document.documentElement.append(host)
    return () => {
      host.remove()
    }
  }, [host])
  return host
}

export function useNotices(): Notices {
  const notices = useContext(Context)
  if (!notices) throw new Error('useNotices outside of NoticeArea')
  return notices
}

function NoticeLine({ notice, notices }: { readonly notice: Notice; readonly notices: Notices }) {
  const { t } = useTranslation()
  const { id, kind, text, action } = notice
  useEffect(() => {
    if (kind === 'wrong') return undefined
    const timer = setTimeout(() => {
      notices.dismiss(id)
    }, STAY_MS)
    return () => {
      clearTimeout(timer)
    }
  }, [id, kind, notices])
  const wrong = kind === 'wrong'
  return (
    <Box
      sx={{
        pointerEvents: 'auto',
        display: 'flex',
        alignItems: 'center',
        gap: 3,
        maxWidth: 720,
        mt: 2,
        px: 4,
        py: 1.5,
        minHeight: 40,
        borderRadius: 1,
        border: '1px solid',
        borderColor: wrong ? 'var(--zk-seal)' : 'transparent',
        backgroundColor: wrong ? 'var(--zk-seal-soft)' : 'var(--zk-notice)',
        color: wrong ? 'var(--zk-seal-text)' : 'var(--zk-on-notice)',
        boxShadow: 'var(--zk-paper-shadow)',
      }}
    >
      <span data-selectable>{text}</span>
      {action && (
        <Button
          variant="text"
          sx={{ ml: 'auto', color: 'inherit', textDecoration: 'underline' }}
          onClick={() => {
            notices.dismiss(id)
            action.run()
          }}
        >
          {action.label}
        </Button>
      )}
      {wrong && (
        <Button
          variant="text"
          sx={{ ml: action ? 0 : 'auto', color: 'inherit' }}
          onClick={() => {
            notices.dismiss(id)
          }}
        >
          {t('dismiss')}
        </Button>
      )}
    </Box>
  )
}
