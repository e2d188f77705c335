import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { PageThumbnail } from '../sheet'
import type { LibraryForm } from './library'
import type { Letterhead } from '../../../shared/print/layout-input'

export interface FormTileProps {
  readonly form: LibraryForm
  readonly letterhead: Letterhead | null
  /** Pixels of the sheet's width; a landscape sheet is as high as a portrait one is wide. */
  readonly width: number
  readonly note?: ReactNode
}

/** One form as the sheet that it is, small on the desk: click or Enter fills in a new one. */
export function FormTile({ form, letterhead, width, note }: FormTileProps) {
  const { t } = useTranslation('forms')
  return (
    <Box sx={{ width, display: 'flex', flexDirection: 'column' }}>
      <Box
        component={Link}
        href={`/fill/${form.code}`}
        aria-label={t('fillNamed', { name: form.head.name })}
        sx={{
          display: 'flex',
          alignItems: 'flex-end',
          minHeight: width * Math.SQRT2,
          borderRadius: '3px',
          '& > span': { boxShadow: 'var(--zk-paper-shadow)', transition: 'transform 120ms' },
          '&:hover > span': { transform: 'translateY(-3px)' },
        }}
      >
        <PageThumbnail form={form} letterhead={letterhead} maxWidth={width} maxHeight={width * Math.SQRT2} />
      </Box>
      <Box lang="zh-CN" sx={{ mt: 2.5, fontWeight: 600, lineHeight: 1.4 }}>
        {form.head.name}
      </Box>
      {note !== undefined && <Box sx={{ fontSize: 12, color: 'var(--zk-ink-soft)', mt: 0.5 }}>{note}</Box>}
    </Box>
  )
}
