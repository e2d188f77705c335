import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { whenText } from '../../i18n'
import { useServices } from '../../stores'
import { Panel, Tag } from '../../ui'
import type { TeamComputer, TeamStatus } from '../../../shared/team'

const columns = ['letter', 'computer', 'person', 'seen', 'program', 'read'] as const

const cell = { px: 3, py: 2, textAlign: 'left', fontWeight: 400, borderTop: '1px solid var(--zk-hairline)' }

export interface MembersTableProps {
  readonly status: TeamStatus
  readonly busy: boolean
  readonly onRemove: (computer: TeamComputer) => void
}

/** Every computer that was ever admitted: who sits there, when it was seen, how far it has read. */
export function MembersTable({ status, busy, onRemove }: MembersTableProps) {
  const { t } = useTranslation('team')
  const { clock } = useServices()
  const { members, self, team } = status
  const listed = self && !members.some(({ device }) => device === self.device) ? [...members, self] : members
  // Those that are gone keep their letter, and are of no more use here than that.
  const ordered = [...listed].sort((a, b) => Number(isGone(a)) - Number(isGone(b)))
  const now = clock.now()
  return (
    <Panel sx={{ overflowX: 'auto' }}>
      <Box
        component="table"
        aria-label={t('page.members')}
        sx={{ width: '100%', borderCollapse: 'collapse', fontSize: 13 }}
      >
        <thead>
          <tr>
            {columns.map((column) => (
              <Box
                component="th"
                scope="col"
                key={column}
                sx={{ ...cell, borderTop: 'none', color: 'var(--zk-ink-soft)', whiteSpace: 'nowrap' }}
              >
                {t(`page.${column}`)}
              </Box>
            ))}
            <Box component="td" sx={{ ...cell, borderTop: 'none' }} />
          </tr>
        </thead>
        <tbody>
          {ordered.map((computer) => {
            const isSelf = computer.device === self?.device
            return (
              <Box
                component="tr"
                key={computer.device}
                data-member={computer.device}
                sx={isGone(computer) ? { color: 'var(--zk-ink-soft)' } : {}}
              >
                <Box component="td" sx={{ ...cell, fontWeight: 600 }}>
                  {computer.letter === '' ? '–' : computer.letter}
                </Box>
                <Box component="th" scope="row" sx={cell}>
                  {computer.name} {isSelf && <Tag tone="blue">{t('page.me')}</Tag>}{' '}
                  {computer.removed && <Tag tone="plain">{t('page.removed')}</Tag>}
                  {computer.left && !computer.removed && <Tag tone="plain">{t('page.gone')}</Tag>}
                  {computer.letter === '' && !isGone(computer) && <Tag tone="amber">{t('page.waiting')}</Tag>}
                </Box>
                <Box component="td" sx={cell}>
                  {computer.person}
                </Box>
                <Box component="td" sx={{ ...cell, whiteSpace: 'nowrap' }}>
                  {computer.seen === null ? t('page.never') : whenText(computer.seen, now)}
                </Box>
                <Box component="td" sx={cell}>
                  {computer.program}
                </Box>
                <Box component="td" sx={{ ...cell, whiteSpace: 'nowrap' }}>
                  {isSelf ? '–' : readText(t, computer)}
                </Box>
                <Box component="td" sx={{ ...cell, textAlign: 'right', width: 0 }}>
                  {team?.holdsSeal === true && !isSelf && !computer.removed && (
                    <Button
                      variant="text"
                      disabled={busy}
                      aria-label={t('page.removeNamed', { name: computer.name })}
                      onClick={() => {
                        onRemove(computer)
                      }}
                    >
                      {t('page.remove')}
                    </Button>
                  )}
                </Box>
              </Box>
            )
          })}
        </tbody>
      </Box>
    </Panel>
  )
}

/** Removed by who admits, or gone by itself. */
const isGone = ({ removed, left }: TeamComputer): boolean => removed || left

/** How far a colleague's computer has read what this one wrote. */
function readText(t: TFunction<'team'>, { read }: TeamComputer): string {
  if (!read) return t('page.readUnknown')
  const { segments, of } = read
  return segments >= of ? t('page.readAll') : t('page.readPart', { segments, of })
}
