import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { helpIn } from '../../i18n'
import { useAppState } from '../../stores'
import { Keys, useEscape } from '../../ui'
import { useIsDemo, useOpenDemo } from '../demo'
import { KeyLine, keyNamed } from '../keyboard-help'
import { helpAt, keysOf } from './screens'

export interface HelpPanelProps {
  readonly onKeys: () => void
  readonly onClose: () => void
}

/** How the page that is shown is used, at the right side of the window, beside the page. It follows from page to page. */
export function HelpPanel({ onKeys, onClose }: HelpPanelProps) {
  const { t } = useTranslation(['help', 'demo'])
  const [location] = useLocation()
  const language = useAppState((state) => state.settings.language)
  const isDemo = useIsDemo()
  const openDemo = useOpenDemo()
  const close = useFocusHere(onClose)
  useEscape(true, close)
  const name = helpAt(location) ?? 'workbench'
  const { title, about, steps, marks, questions } = helpIn(language)[name]
  return (
    <Box
      component="aside"
      aria-label={t('label', { title })}
      data-help={name}
      data-region
      sx={{
        position: 'absolute',
        top: 0,
        right: 0,
        bottom: 0,
        zIndex: 20,
        width: 'var(--zk-help-width)',
        display: 'flex',
        flexDirection: 'column',
        backgroundColor: 'var(--zk-surface)',
        borderLeft: '1px solid var(--zk-hairline)',
        boxShadow: 'var(--zk-paper-shadow)',
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, pl: 5, pr: 3, pt: 3.5, pb: 2 }}>
        <Typography variant="h2" sx={{ flex: 1 }}>
          {title}
        </Typography>
        <Button variant="text" onClick={close} autoFocus>
          {t('close')}&nbsp;
          <Keys keys="Esc" />
        </Button>
      </Box>
      <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto', px: 5, pb: 5 }} tabIndex={0} data-selectable>
        <Typography sx={{ textWrap: 'pretty' }}>{about}</Typography>
        <Part title={t('steps')}>
          <Box component="ol" sx={{ m: 0, pl: 5, display: 'grid', gap: 1.5 }}>
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </Box>
        </Part>
        {marks.length > 0 && (
          <Part title={t('marks')}>
            <Pairs>
              {marks.map(([mark, means]) => (
                <Box key={mark} sx={{ display: 'contents' }}>
                  <Box component="dt" sx={{ fontWeight: 600 }}>
                    {mark}
                  </Box>
                  <Box component="dd" sx={{ m: 0 }}>
                    {means}
                  </Box>
                </Box>
              ))}
            </Pairs>
          </Part>
        )}
        <Part title={t('questions')}>
          {questions.map(([question, answer]) => (
            <Box key={question} sx={{ mb: 2 }}>
              <Box sx={{ fontWeight: 600 }}>{question}</Box>
              <Box sx={{ color: 'var(--zk-ink-soft)' }}>{answer}</Box>
            </Box>
          ))}
        </Part>
        <Part title={t('keys')}>
          <Pairs>
            {keysOf[name].map((key) => (
              <KeyLine key={key} {...keyNamed(key)} />
            ))}
          </Pairs>
        </Part>
      </Box>
      <Box sx={{ display: 'flex', gap: 2, px: 5, py: 2.5, borderTop: '1px solid var(--zk-hairline)' }}>
        <Button onClick={onKeys}>
          {t('allKeys')}&nbsp;
          <Keys keys={t('allKeysKey')} />
        </Button>
        {!isDemo && <Button onClick={() => void openDemo()}>{t('demo:open')}</Button>}
      </Box>
    </Box>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Box component="section" sx={{ mt: 4, fontSize: 13.5, lineHeight: 1.65 }}>
      <Typography
        variant="h3"
        sx={{ mb: 1, fontSize: 12, color: 'var(--zk-ink-soft)', letterSpacing: '.06em' }}
      >
        {title}
      </Typography>
      {children}
    </Box>
  )
}

function Pairs({ children }: { readonly children: ReactNode }) {
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        gridTemplateColumns: 'auto 1fr',
        columnGap: 4,
        rowGap: 1,
        alignItems: 'baseline',
      }}
    >
      {children}
    </Box>
  )
}

/** Closes, and gives the focus back to where it was before the panel took it; who has gone on elsewhere stays there. */
function useFocusHere(onClose: () => void): () => void {
  const [before] = useState(() => document.activeElement)
  return () => {
    const isHere = document.activeElement?.closest('[data-help]') !== null
    onClose()
    if (isHere && before instanceof HTMLElement && before.isConnected) before.focus()
  }
}
