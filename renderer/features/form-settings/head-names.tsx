import Box from '@mui/material/Box'
import OutlinedInput from '@mui/material/OutlinedInput'
import { useTranslation } from 'react-i18next'
import type { Settable } from '../../../shared/forms/settings'
import type { SettingsDraft } from './draft'

export interface HeadNamesProps {
  /** As the form of the books has them. */
  readonly heads: Settable['labels']
  readonly names: SettingsDraft['labels']
  readonly readOnly: boolean
  readonly onName: (key: string, name: string) => void
}

/** The printed names that a firm may change: the old one before the new one. */
export function HeadNames({ heads, names, readOnly, onName }: HeadNamesProps) {
  const { t } = useTranslation('formSettings')
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: 'minmax(64px, auto) 12px minmax(0, 1fr)',
        alignItems: 'center',
        columnGap: 2,
        rowGap: 1,
      }}
    >
      {heads.map(({ key, label }) => {
        const name = names[key] ?? label
        const changed = name.trim() !== '' && name !== label
        return (
          <Box key={key} sx={{ display: 'contents' }}>
            <Box
              component="span"
              lang="zh-CN"
              sx={{ fontSize: 13, color: changed ? 'var(--zk-ink-soft)' : 'var(--zk-ink)', maxWidth: 150 }}
            >
              {label}
            </Box>
            <Box component="span" aria-hidden sx={{ fontSize: 12, color: 'var(--zk-ink-soft)' }}>
              →
            </Box>
            <OutlinedInput
              value={name}
              placeholder={label}
              readOnly={readOnly}
              inputProps={{ lang: 'zh-CN', 'aria-label': t('newName', { name: label }), maxLength: 40 }}
              sx={changed ? { '& input': { color: 'var(--zk-blue-text)', fontWeight: 600 } } : {}}
              onChange={(event) => {
                onName(key, event.target.value)
              }}
            />
          </Box>
        )
      })}
    </Box>
  )
}
