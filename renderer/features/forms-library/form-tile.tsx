import Box from '@mui/material/Box'
import { useMemo, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { SheetThumbnail } from '../sheet'
import { useSeen } from '../../ui'
import { emptyValues } from '../../../shared/forms/values'
import type { Template } from '../../../shared/forms/template'
import type { Letterhead } from '../../../shared/print/layout-input'
import { layoutForm } from '../../../shared/print'

export interface FormTileProps {
  readonly template: Template
  readonly letterhead: Letterhead
  /** Pixels of the sheet's width; a landscape sheet is as high as a portrait one is wide. */
  readonly width: number
  readonly note?: ReactNode
  readonly actions?: ReactNode
}

/** One form as the sheet that it is, small on the desk: click or Enter fills in a new one. */
export function FormTile({ template, letterhead, width, note, actions }: FormTileProps) {
  const { t } = useTranslation('forms')
  const place = useRef<HTMLAnchorElement>(null)
  const seen = useSeen(place)
  const layout = useMemo(
    () => (seen ? layoutForm({ template, values: emptyValues, letterhead, mode: 'blank' }) : null),
    [seen, template, letterhead],
  )
  return (
    <Box sx={{ width, display: 'flex', flexDirection: 'column' }}>
      <Box
        component={Link}
        ref={place}
        href={`/fill/${template.code}`}
        aria-label={t('fillNamed', { name: template.name })}
        sx={{
          display: 'flex',
          alignItems: 'flex-end',
          minHeight: width * Math.SQRT2,
          borderRadius: '3px',
          '& > span': { boxShadow: 'var(--zk-paper-shadow)', transition: 'transform 120ms' },
          '&:hover > span': { transform: 'translateY(-3px)' },
        }}
      >
        {layout && <SheetThumbnail layout={layout} width={width} />}
      </Box>
      <Box lang="zh-CN" sx={{ mt: 2.5, fontWeight: 600, lineHeight: 1.4 }}>
        {template.name}
      </Box>
      {note !== undefined && <Box sx={{ fontSize: 12, color: 'var(--zk-ink-soft)', mt: 0.5 }}>{note}</Box>}
      {actions}
    </Box>
  )
}
