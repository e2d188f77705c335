import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { failureText, whenText } from '../../i18n'
import { madeAt } from './older'
import type { Standing } from './use-restore'
import { Words } from './words'

export interface RefusedBackupProps {
  /** Milliseconds since 1970. */
  readonly now: number
  readonly refused: Extract<Standing, { at: 'refused' }>
  readonly onLook: (archive: string) => void
}

/** A backup that cannot be used, why, and at once the next earlier one. */
export function RefusedBackup({ now, refused, onLook }: RefusedBackupProps) {
  const { t } = useTranslation('restore')
  const { archive, failure, older } = refused
  const isDamaged = failure.type === 'BadFile' || failure.type === 'VerifyFailed'
  return (
    <>
      <Words strong>{archive}</Words>
      <Trouble>
        {isDamaged
          ? t('refused', { reason: failure.reason })
          : t('refusedFile', { why: failureText(failure) })}
      </Trouble>
      {older === null ? (
        <Words>{t('olderNone')}</Words>
      ) : (
        <>
          <Words>{t('olderOffer', { when: whenText(madeAt(older), now), reason: t(older.reason) })}</Words>
          <Button
            variant="contained"
            color="primary"
            autoFocus
            onClick={() => {
              onLook(older.path)
            }}
          >
            {t('olderTake')}
          </Button>
        </>
      )}
    </>
  )
}

export function Trouble({ children }: { readonly children: ReactNode }) {
  return (
    <Typography
      role="alert"
      data-selectable
      sx={{ my: 3, color: 'var(--zk-seal-text)', textWrap: 'pretty', overflowWrap: 'anywhere' }}
    >
      {children}
    </Typography>
  )
}
