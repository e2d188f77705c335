import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { useServices } from '../../stores'
import { MOST_LINES, useNotices } from '../../ui'
import type { RegisterActs } from './use-register-acts'
import { MOST_SHEETS, MOST_VOIDED } from './limits'

export interface RegisterBarProps {
  readonly count: number
  readonly chosen: number
  readonly acts: RegisterActs
  readonly onChooseNone: () => void
}

/** The foot of a register: how many there are, how many are chosen, and what can be done with those. */
export function RegisterBar({ count, chosen, acts, onChooseNone }: RegisterBarProps) {
  const { t } = useTranslation('records')
  const { readOnly } = useServices().workingCopy
  const none = chosen === 0 ? t('why.none') : null
  const busy = acts.busy === null ? null : t('why.busy')
  return (
    <Box
      role="toolbar"
      aria-label={t('chosenActs')}
      sx={{ flex: 'none', display: 'flex', alignItems: 'center', gap: 2, py: 2, minHeight: 48 }}
    >
      <Box role="status" sx={{ fontSize: 13, color: 'var(--zk-ink-soft)', whiteSpace: 'nowrap' }}>
        {acts.busy ?? (chosen === 0 ? t('count', { count }) : t('chosen', { count: chosen, all: count }))}
        {count > MOST_LINES && ` ${t('tooMany', { count: MOST_LINES })}`}
      </Box>
      {chosen > 0 && (
        <Button variant="text" aria-keyshortcuts="Escape" onClick={onChooseNone}>
          {t('chooseNone')} <kbd aria-hidden>{t('escape')}</kbd>
        </Button>
      )}
      <Box sx={{ flex: 1 }} />
      <Act
        label={t('act.print')}
        why={none ?? busy ?? (chosen > MOST_SHEETS ? t('why.sheets', { count: MOST_SHEETS }) : null)}
        onAct={acts.printSheets}
      />
      <Act label={t('act.run')} why={busy} onAct={acts.printRun} />
      <Act label={t('act.export')} why={none ?? busy} onAct={acts.exportChosen} />
      <Act
        label={t('act.copy')}
        why={none ?? busy ?? (readOnly ? t('why.readOnly') : chosen > 1 ? t('why.one') : null)}
        onAct={acts.copy}
      />
      <Act
        label={t('act.void')}
        why={
          none ??
          busy ??
          (readOnly
            ? t('why.readOnly')
            : chosen > MOST_VOIDED
              ? t('why.voided', { count: MOST_VOIDED })
              : null)
        }
        onAct={acts.askVoid}
        final
      />
    </Box>
  )
}

interface ActProps {
  readonly label: string
  /** Why it does not apply now; null: it does. */
  readonly why: string | null
  readonly onAct: () => void
  readonly final?: boolean
}

/** What does not apply stays reachable and says why. */
export function Act({ label, why, onAct, final = false }: ActProps) {
  const notices = useNotices()
  return (
    <Button
      aria-disabled={why !== null}
      title={why ?? undefined}
      onClick={() => {
        if (why === null) onAct()
        else notices.tell(why)
      }}
      sx={
        why === null
          ? final
            ? { color: 'var(--zk-seal-text)' }
            : {}
          : { color: 'var(--zk-ink-soft)', opacity: 0.75, cursor: 'default' }
      }
    >
      {label}
    </Button>
  )
}
