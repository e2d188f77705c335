import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Panel } from '../../ui'
import { useArrivedCount } from '../arrived'
import { useOpenMatterCount } from '../conflicts'
import { useSafetyNews } from '../safety'

/**
 * What came from colleagues since the person looked, what waits for a decision, and what endangers the data; nothing where there is
 * none of it.
 */
export function NewsPanel() {
  const { t } = useTranslation(['arrived', 'conflicts'])
  const came = useArrivedCount()
  const open = useOpenMatterCount()
  const safety = useSafetyNews()
  if (came + open + safety.length === 0) return null
  return (
    <Panel sx={{ mb: 6, display: 'flex', flexWrap: 'wrap' }}>
      {came > 0 && (
        <News
          what={t('arrived:panel')}
          text={t('arrived:panelText', { count: came })}
          to="/arrived"
          go={t('arrived:look')}
        />
      )}
      {open > 0 && (
        <News
          what={t('conflicts:title')}
          text={t('conflicts:panelText', { count: open })}
          to="/conflicts"
          go={t('arrived:look')}
          urgent
        />
      )}
      {safety.map((news) => (
        <News key={news.what} {...news} to="/settings" urgent />
      ))}
    </Panel>
  )
}

interface NewsProps {
  readonly what: string
  readonly text: string
  readonly to: string
  readonly go: string
  readonly urgent?: boolean
}

function News({ what, text, to, go, urgent = false }: NewsProps) {
  return (
    <Box sx={{ flex: '1 1 360px', display: 'flex', alignItems: 'center', gap: 3, px: 4, py: 2 }}>
      <Box component="span" sx={{ color: 'var(--zk-ink-soft)', fontSize: 13 }}>
        {what}
      </Box>
      <Box component="span" sx={{ fontWeight: 600, ...(urgent ? { color: 'var(--zk-amber-text)' } : {}) }}>
        {text}
      </Box>
      <Box sx={{ flex: 1 }} />
      <Button
        variant="text"
        component={Link}
        href={to}
        aria-label={`${what} ${go}`}
        sx={{ color: 'var(--zk-blue-text)' }}
      >
        {go}
      </Button>
    </Box>
  )
}
