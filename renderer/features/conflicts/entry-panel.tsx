import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { pathKey } from '../../../shared/forms/field'
import { assertNever } from '../../../shared/kernel/assert-never'
import { failureText } from '../../i18n'
import { usePersonRef, useServices } from '../../stores'
import { Panel, useNotices } from '../../ui'
import type { Decision, OpenConflicts } from '../../db'
import type { JournalFailure } from '../../../shared/ipc/contract'
import type { Result } from '../../../shared/kernel/result'
import { ConflictBlock } from './conflict-block'
import { namesOf, type ConflictsT, type Naming } from './names'

/** Of this topic only the newest failure is shown, and a success takes it away. */
const TOPIC = 'conflicts'

export interface EntryPanelProps {
  readonly entry: OpenConflicts
  readonly naming: Naming
  /** Something was decided. */
  readonly onDecided: () => void
}

/** One record, customer, person or the firm, with everything of it that waits for a decision. */
export function EntryPanel({ entry, naming, onDecided }: EntryPanelProps) {
  const { t } = useTranslation(['conflicts', 'common'])
  const { workingCopy } = useServices()
  const { conflicts, readOnly } = workingCopy
  const notices = useNotices()
  const person = usePersonRef()
  const names = namesOf(naming, entry)
  const name = entryName(t, entry)
  const at = entry.conflicts[0]?.path
  const place = placeOf(entry, at && pathKey(at))
  const tell = (result: Result<unknown, JournalFailure>, done: string) => {
    if (!result.ok) notices.warn(t('failed', { reason: failureText(result.error) }), TOPIC)
    else {
      notices.settle(TOPIC)
      notices.tell(done)
      onDecided()
    }
  }
  return (
    <Panel component="section" aria-label={name} data-entry={entry.id} sx={{ mb: 4, overflow: 'hidden' }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, px: 4, py: 2.5 }}>
        <Typography component="h2" sx={{ flex: 1, minWidth: 0, fontWeight: 600 }} noWrap>
          {name}
        </Typography>
        <Button variant="text" component={Link} href={place} aria-label={t('openNamed', { name })}>
          {t('open')}
        </Button>
      </Box>
      {entry.conflicts.map((conflict) => (
        <ConflictBlock
          key={pathKey(conflict.path) + conflict.survivors.map(({ dot }) => dot).join()}
          of={entry}
          conflict={conflict}
          names={names}
          readOnly={readOnly}
          onDecide={(decision: Decision, label, value) =>
            void conflicts.settle(entry, conflict, decision, person).then((result) => {
              tell(result, t('settled', { label, value }))
            })
          }
        />
      ))}
      {entry.disputedRows.map((row) => {
        const settle = (keep: boolean) =>
          void conflicts.settleRow(entry, row, keep, person).then((result) => {
            tell(result, t(keep ? 'rowKept' : 'rowRemoved'))
          })
        const label = names.row(row.rows, row.row)
        return (
          <Box
            key={`${row.rows} ${row.row}`}
            role="group"
            aria-label={label}
            sx={{ px: 4, py: 3, borderTop: '1px solid var(--zk-hairline)' }}
          >
            <Typography sx={{ mb: 2 }}>{t('row', { row: label })}</Typography>
            {!readOnly && (
              <Box sx={{ display: 'flex', gap: 2 }}>
                <Button
                  onClick={() => {
                    settle(true)
                  }}
                >
                  {t('rowKeep')}
                </Button>
                <Button
                  onClick={() => {
                    settle(false)
                  }}
                >
                  {t('rowRemove')}
                </Button>
              </Box>
            )}
          </Box>
        )
      })}
    </Panel>
  )
}

function entryName(t: ConflictsT, { kind, title, number, form }: OpenConflicts): string {
  switch (kind) {
    case 'record':
      return [number === '' ? t('unnumbered') : number, title, form?.name ?? '']
        .filter((part) => part !== '')
        .join(' · ')
    case 'customer':
    case 'staff':
      return [t(kind), number, title].filter((part) => part !== '').join(' · ')
    case 'firm':
      return t('firm')
    default:
      return assertNever(kind)
  }
}

function placeOf({ kind, id }: OpenConflicts, at: string | undefined): string {
  switch (kind) {
    case 'record':
      return at === undefined || at.startsWith('@')
        ? `/record/${id}`
        : `/record/${id}/at/${encodeURIComponent(at)}`
    case 'customer':
      return `/customer/${id}`
    case 'staff':
    case 'firm':
      return '/settings'
    default:
      return assertNever(kind)
  }
}
