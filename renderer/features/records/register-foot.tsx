import Box from '@mui/material/Box'
import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { totalText } from './cell-text'
import { hasTotal, type Column } from './columns'

export interface RegisterFootProps {
  /** The line that goes along when the list is scrolled sideways. */
  readonly ref: Ref<HTMLDivElement>
  readonly columns: readonly Column[]
  readonly totals: { readonly [column: string]: string }
  readonly count: number
  readonly style: Record<string, string>
}

/** Sums of the columns of numbers, over everything that the filter leaves. */
export function RegisterFoot({ ref, columns, totals, count, style }: RegisterFootProps) {
  const { t } = useTranslation('records')
  if (!columns.some(hasTotal)) return null
  return (
    <Box
      role="group"
      aria-label={t('totals')}
      style={style}
      sx={{
        flex: 'none',
        overflow: 'hidden',
        border: '1px solid var(--zk-hairline)',
        borderTop: 0,
        backgroundColor: 'var(--zk-rail)',
      }}
    >
      <Box
        ref={ref}
        sx={{
          display: 'grid',
          gridTemplateColumns: 'var(--zk-tracks)',
          minWidth: 'var(--zk-wide)',
          height: 34,
          lineHeight: '34px',
          fontWeight: 600,
          fontSize: 13,
          '& > span': { px: '10px', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
        }}
      >
        <span />
        {columns.map((column, at) => {
          const sum = hasTotal(column) ? totals[column.key] : undefined
          const text = sum === undefined ? '' : totalText(column, sum)
          return (
            <Box
              key={column.key}
              component="span"
              title={text === '' ? undefined : t('totalOf', { name: column.label, sum: text })}
              sx={{ textAlign: 'right', ...(at === 0 && text === '' ? { textAlign: 'left' } : {}) }}
            >
              {at === 0 && text === '' ? t('totalLine', { count }) : text}
            </Box>
          )
        })}
      </Box>
    </Box>
  )
}
