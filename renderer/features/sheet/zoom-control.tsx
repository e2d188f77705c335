import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ZoomMove } from './scale'

export interface ZoomControlProps {
  /** 1 is life size. */
  readonly zoom: number
  readonly onZoom: (move: ZoomMove | 'fit') => void
  /** Without a frame and low, for a line of status. */
  readonly quiet?: boolean
}

const frame = {
  border: '1px solid var(--zk-hairline)',
  borderRadius: 2,
  bgcolor: 'var(--zk-surface)',
} as const

/** − 100% ＋: the number in the middle fits the sheet to the window. */
export const ZoomControl = memo(function ZoomControl({ zoom, onZoom, quiet = false }: ZoomControlProps) {
  const { t } = useTranslation('preview')
  const size = quiet ? { minWidth: 26, minHeight: 24, lineHeight: '22px', fontSize: 12 } : { minWidth: 32 }
  const button = { ...size, px: 0, border: 0, bgcolor: 'transparent' } as const
  return (
    <Box role="group" aria-label={t('zoom')} sx={{ display: 'flex', flex: 'none', ...(quiet ? {} : frame) }}>
      <Button
        variant="text"
        sx={button}
        aria-label={t('zoomOut')}
        title={t('zoomOut')}
        onClick={() => {
          onZoom('out')
        }}
      >
        −
      </Button>
      <Button
        variant="text"
        sx={{ ...button, minWidth: 48 }}
        title={t('fit')}
        aria-label={`${Math.round(zoom * 100)}% ${t('fit')}`}
        onClick={() => {
          onZoom('fit')
        }}
      >
        {Math.round(zoom * 100)}%
      </Button>
      <Button
        variant="text"
        sx={button}
        aria-label={t('zoomIn')}
        title={t('zoomIn')}
        onClick={() => {
          onZoom('in')
        }}
      >
        ＋
      </Button>
    </Box>
  )
})
