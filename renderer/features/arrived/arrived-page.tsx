import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { ArrivedGroup, AuditLine } from '../../db'
import { whenText } from '../../i18n'
import { useAppState, useCurrentPerson, useMasks, useServices } from '../../stores'
import { EmptyState, Page, Panel, useNotices } from '../../ui'
import { auditCell, subjectText, type AuditWords } from '../audit'
import { useArrived } from './use-arrived'

/** Changes of one group that are told; its own history has the rest. */
const TOLD = 5

/** What colleagues did on other computers since the person last looked, the newest first. */
export function ArrivedPage() {
  const { t } = useTranslation('arrived')
  const notices = useNotices()
  const person = useCurrentPerson()
  const { view, unknown, markAll } = useArrived()
  const words = useWords()
  const groups = view?.groups ?? []
  const count = groups.reduce((sum, { lines }) => sum + lines.length, view?.more ?? 0)
  return (
    <Page
      title={t('title')}
      note={<span role="status">{view && unknown === null ? t('count', { count }) : ''}</span>}
      maxWidth={880}
      actions={
        <Button
          disabled={groups.length === 0}
          onClick={() =>
            void markAll().then(() => {
              notices.tell(t('marked'))
            })
          }
        >
          {t('markAll')}
        </Button>
      }
    >
      {view && groups.length === 0 && (
        <Panel>
          <EmptyState title={t(unknown ?? 'none')} text={t(`${unknown ?? 'none'}Text`)} />
        </Panel>
      )}
      {groups.length > 0 && person && (
        <Typography variant="body2" color="textSecondary" sx={{ mb: 3 }}>
          {t('perPerson', { name: person.name })}
        </Typography>
      )}
      {groups.length > 0 && (
        <Panel component="ul" sx={{ m: 0, p: 0, listStyle: 'none', overflow: 'hidden' }}>
          {groups.map((group) => (
            <Group key={group.entity} group={group} words={words} />
          ))}
        </Panel>
      )}
      {view && view.more > 0 && (
        <Typography color="textSecondary" sx={{ mt: 3 }}>
          {t('more', { count: view.more })}
        </Typography>
      )}
    </Page>
  )
}

function useWords(): AuditWords {
  const { t } = useTranslation(['audit', 'history', 'editor', 'common'])
  const { t: historyT } = useTranslation(['history', 'editor', 'common'])
  const { workingCopy, clock } = useServices()
  const mask = useMasks()
  const writer = useAppState((state) => state.start.writer)
  const now = clock.now()
  return useMemo(
    () => ({
      t,
      historyT,
      templateOf: (code) => workingCopy.templates.current(code)?.template,
      mask,
      writer,
      now,
    }),
    [t, historyT, workingCopy, mask, writer, now],
  )
}

function Group({ group, words }: { readonly group: ArrivedGroup; readonly words: AuditWords }) {
  const { t } = useTranslation('arrived')
  const { t: auditT } = useTranslation(['audit', 'history', 'editor', 'common'])
  const { t: historyT } = useTranslation(['history', 'editor', 'common'])
  const { clock } = useServices()
  const [first] = group.lines
  if (!first) return null
  const name = subjectText(auditT, first)
  const place = placeOf(first)
  return (
    <Box
      component="li"
      data-arrived={group.entity}
      sx={{ p: 4, '& + &': { borderTop: '1px solid var(--zk-hairline)' } }}
    >
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 3 }}>
        <Typography sx={{ fontWeight: 600, minWidth: 0 }} noWrap>
          {name}
        </Typography>
        <Box sx={{ flex: 1 }} />
        {place !== null && (
          <Button
            variant="text"
            component={Link}
            href={place}
            aria-label={t('openNamed', { name })}
            sx={{ flex: 'none' }}
          >
            {t('open')}
          </Button>
        )}
      </Box>
      {group.lines.slice(0, TOLD).map((line) => (
        <Box
          key={line.dot}
          sx={{ display: 'grid', gridTemplateColumns: '220px minmax(0, 1fr)', gap: 3, mt: 1, fontSize: 13 }}
        >
          <Box sx={{ color: 'var(--zk-ink-soft)' }}>
            {t('last', {
              when: whenText(line.at, clock.now()),
              person: line.person?.name ?? historyT('somebody'),
            })}
          </Box>
          <Box data-selectable sx={{ overflowWrap: 'anywhere' }}>
            {auditCell(words, line, 'what')}
          </Box>
        </Box>
      ))}
      {group.lines.length > TOLD && (
        <Box sx={{ mt: 1, fontSize: 12, color: 'var(--zk-ink-soft)' }}>
          {t('lines', { count: group.lines.length })}
        </Box>
      )}
    </Box>
  )
}

/** Where one sees it; null for what only a newer program knows. */
function placeOf({ kind, id }: AuditLine): string | null {
  switch (kind) {
    case 'record':
      return `/record/${id}`
    case 'customer':
      return `/customer/${id}`
    case 'staff':
    case 'firm':
      return '/settings'
    case 'form':
      return '/forms'
    case 'other':
      return null
  }
}
