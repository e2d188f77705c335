import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import { useTranslation } from 'react-i18next'
import type { ListedBackup } from '../../../shared/ipc/restore'
import { sizeText, whenText } from '../../i18n'
import { Tag } from '../../ui'
import { madeAt } from './older'
import { Words } from './words'

export interface BackupListProps {
  /** Milliseconds since 1970. */
  readonly now: number
  readonly listed: readonly ListedBackup[]
  readonly beside: boolean
  readonly onLook: (archive: string) => void
}

/** The backups that the program made by itself, newest first; one click looks into one. */
export function BackupList({ now, listed, beside, onLook }: BackupListProps) {
  const { t } = useTranslation('restore')
  if (listed.length === 0) return <Words>{t('listNone')}</Words>
  return (
    <>
      <Words strong>{t(beside ? 'listBeside' : 'listTitle')}</Words>
      <Box
        component="ul"
        sx={{
          m: 0,
          p: 0,
          listStyle: 'none',
          maxHeight: 260,
          overflow: 'auto',
          border: '1px solid var(--zk-hairline)',
          borderRadius: 1,
        }}
      >
        {listed.map((backup) => {
          const when = whenText(madeAt(backup), now)
          return (
            <Box
              component="li"
              key={backup.path}
              sx={{ '& + &': { borderTop: '1px solid var(--zk-hairline)' } }}
            >
              <ButtonBase
                aria-label={t('look', { when })}
                onClick={() => {
                  onLook(backup.path)
                }}
                sx={{
                  width: '100%',
                  px: 3,
                  py: 2,
                  gap: 3,
                  justifyContent: 'start',
                  font: 'inherit',
                  '&:hover': { bgcolor: 'var(--zk-hover)' },
                }}
              >
                <Box component="span" sx={{ minWidth: 150, textAlign: 'start', fontWeight: 600 }}>
                  {when}
                </Box>
                <Box component="span" sx={{ color: 'var(--zk-ink-soft)' }}>
                  {t(backup.reason)}
                </Box>
                {backup.other && <Tag tone="plain">{t('other')}</Tag>}
                {backup.encrypted && <Tag tone="blue">{t('encrypted')}</Tag>}
                <Box component="span" sx={{ ml: 'auto', color: 'var(--zk-ink-soft)' }}>
                  {sizeText(backup.bytes)}
                </Box>
              </ButtonBase>
            </Box>
          )
        })}
      </Box>
    </>
  )
}
