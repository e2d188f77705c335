import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Compared } from '../../../shared/ipc/restore'
import { assertNever } from '../../../shared/kernel/assert-never'

export interface CompareProps {
  readonly compared: Compared
  /** The settings of the backup's computer come along. */
  readonly settingsToo: boolean
}

/** How a backup stands beside the data that are open. */
export function Compare({ compared, settingsToo }: CompareProps) {
  const { t } = useTranslation('restore')
  const lines = [...comparedLines(t, compared), ...(settingsToo ? [t('settingsToo')] : [])]
  if (lines.length === 0) return null
  const isNewer =
    compared.with === 'other' ||
    compared.with === 'notOpen' ||
    (compared.with === 'same' && compared.onlyHere > 0)
  return (
    <Box sx={{ mt: 3 }}>
      {lines.map((line) => (
        <Typography
          key={line}
          sx={{
            textWrap: 'pretty',
            overflowWrap: 'anywhere',
            ...(isNewer ? { color: 'var(--zk-amber-text)' } : {}),
          }}
        >
          {line}
        </Typography>
      ))}
    </Box>
  )
}

function comparedLines(t: TFunction<'restore'>, compared: Compared): readonly string[] {
  switch (compared.with) {
    case 'empty':
      return []
    case 'notOpen':
      return [t('comparedNotOpen', { path: compared.path })]
    case 'other':
      return [t('comparedOther', { path: compared.path })]
    case 'same': {
      const { onlyHere, onlyThere } = compared
      if (onlyHere + onlyThere === 0) return [t('comparedSame')]
      return [
        ...(onlyHere > 0 ? [t('onlyHere', { count: onlyHere })] : []),
        ...(onlyThere > 0 ? [t('onlyThere', { count: onlyThere })] : []),
      ]
    }
    default:
      return assertNever(compared)
  }
}
