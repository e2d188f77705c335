import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { ToldEntry } from '../../../shared/ipc/recovery'
import { toldText, whenText } from '../../i18n'

export interface ToldListProps {
  readonly entries: readonly ToldEntry[]
  readonly now: number
  readonly none: string
}

/** Notices of former days, with when they were told first and last. */
export function ToldList({ entries, now, none }: ToldListProps) {
  const { t } = useTranslation('recovery')
  if (entries.length === 0)
    return (
      <Typography variant="body2" color="textSecondary">
        {none}
      </Typography>
    )
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 3 }}>
      {entries.map(({ what, first, last, times }) => (
        <Box component="li" key={JSON.stringify(what)}>
          <Typography variant="caption" color="textSecondary">
            {times === 1
              ? t('history.once', { when: whenText(last, now) })
              : t('history.often', { last: whenText(last, now), first: whenText(first, now), count: times })}
          </Typography>
          <Typography variant="body2" data-selectable sx={{ overflowWrap: 'anywhere', textWrap: 'pretty' }}>
            {toldText(what)}
          </Typography>
        </Box>
      ))}
    </Box>
  )
}
