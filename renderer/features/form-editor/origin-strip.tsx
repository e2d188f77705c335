import Box from '@mui/material/Box'
import { Fragment, memo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { entryByCode } from '../../../shared/catalogue'
import { useLive } from '../../db'
import type { RecordRow } from '../../db'
import { useServices } from '../../stores'
import { Tag } from '../../ui'
import { stateTones } from './state-tones'

export interface OriginStripProps {
  readonly recordId: string
  /** Id of the record that this one was made from. */
  readonly from: string | undefined
}

/** Where this record comes from and what was made from it, each a way there. Nothing of both: nothing. */
export const OriginStrip = memo(function OriginStrip({ recordId, from }: OriginStripProps) {
  const { t } = useTranslation('editor')
  const { t: common } = useTranslation()
  const { workingCopy } = useServices()
  const origin = useLive(
    () => (from === undefined ? Promise.resolve(undefined) : workingCopy.records.get(from)),
    [workingCopy, from],
  )
  const made = useLive(() => workingCopy.records.madeFrom(recordId), [workingCopy, recordId]) ?? []
  if (from === undefined && made.length === 0) return null
  return (
    <Box
      component="nav"
      aria-label={t('origin.label')}
      sx={{
        flex: 'none',
        display: 'flex',
        flexWrap: 'wrap',
        columnGap: 6,
        rowGap: 1,
        px: 5,
        pb: 2,
        fontSize: 12.5,
        color: 'var(--zk-ink-soft)',
        '& a': { color: 'var(--zk-blue-text)' },
      }}
    >
      {from === undefined ? null : (
        <Box component="span">
          {t('origin.from')} {origin ? <RecordLink row={origin.row} /> : t('origin.missing')}
        </Box>
      )}
      {made.length === 0 ? null : (
        <Box component="span">
          {t('origin.made')}
          {made.map((row) => (
            <Fragment key={row.id}>
              {' '}
              <Box component="span" sx={{ whiteSpace: 'nowrap', mr: 2 }}>
                <RecordLink row={row} />{' '}
                <Tag tone={stateTones[row.state]}>{common(`state.${row.state}`)}</Tag>
              </Box>
            </Fragment>
          ))}
        </Box>
      )}
    </Box>
  )
})

function RecordLink({ row }: { readonly row: RecordRow }) {
  const name = entryByCode(row.list)?.head.name ?? row.list
  return (
    <Link href={`/record/${row.id}`} lang="zh-CN">
      {[row.number, name].filter((part) => part !== '').join(' ')}
    </Link>
  )
}
