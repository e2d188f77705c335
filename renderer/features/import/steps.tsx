import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { ImportStep } from './import-state'

const STEPS = ['source', 'columns', 'preview', 'done'] as const

/** Where one is on the way: 选表格 › 对应各列 › 先看看 › 导入. */
export function Steps({ at }: { readonly at: ImportStep }) {
  const { t } = useTranslation('importing')
  const place = STEPS.indexOf(at === 'running' ? 'done' : at)
  return (
    <Box
      component="ol"
      aria-label={t('steps.label')}
      sx={{ display: 'flex', gap: 4, m: 0, p: 0, listStyle: 'none', fontSize: 13, whiteSpace: 'nowrap' }}
    >
      {STEPS.map((step, i) => {
        const isHere = i === place
        const isPast = i < place
        return (
          <Box
            component="li"
            key={step}
            aria-current={isHere ? 'step' : undefined}
            sx={{
              display: 'flex',
              alignItems: 'center',
              gap: 1.5,
              color: isHere ? 'var(--zk-blue-text)' : 'var(--zk-ink-soft)',
              fontWeight: isHere ? 600 : 400,
            }}
          >
            <Box
              component="span"
              aria-hidden
              sx={{
                width: 22,
                height: 22,
                borderRadius: '50%',
                display: 'grid',
                placeContent: 'center',
                fontSize: 12,
                color: isHere ? 'var(--zk-on-blue)' : 'inherit',
                bgcolor: isHere ? 'var(--zk-blue)' : isPast ? 'var(--zk-blue-soft)' : 'transparent',
                border: isHere ? 'none' : '1px solid var(--zk-hairline)',
              }}
            >
              {isPast ? '✓' : String(i + 1)}
            </Box>
            {t(`steps.${step}`)}
          </Box>
        )
      })}
    </Box>
  )
}
