import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useServices } from '../../stores'
import { EmptyState, Page, Panel, Section } from '../../ui'
import { EntryPanel } from './entry-panel'
import { SameNumberPanel } from './same-number-panel'
import { useOpenMatters } from './use-open-matters'

/** Everything that people wrote apart from each other and nobody has decided yet; equal numbers, too. */
export function ConflictsPage() {
  const { t } = useTranslation(['conflicts', 'common'])
  const { t: historyT } = useTranslation(['history', 'editor', 'common'])
  const { t: auditT } = useTranslation(['audit', 'history', 'editor', 'common'])
  const { readOnly } = useServices().workingCopy
  const [turn, setTurn] = useState(0)
  const matters = useOpenMatters(turn)
  const again = () => {
    setTurn((before) => before + 1)
  }
  const { entries, count, same } = matters ?? { entries: [], count: 0, same: [] }
  const more = count - entries.length
  return (
    <Page
      title={t('title')}
      note={<span role="status">{matters && t('count', { count: count + same.length })}</span>}
      maxWidth={800}
    >
      {readOnly && entries.length + same.length > 0 && (
        <Typography color="textSecondary" sx={{ mb: 3, textWrap: 'pretty' }}>
          {t('readOnly')}
        </Typography>
      )}
      {matters && entries.length + same.length === 0 && (
        <Panel>
          <EmptyState title={t('none')} text={t('noneText')} />
        </Panel>
      )}
      {entries.map((entry) => (
        <EntryPanel
          key={`${entry.kind} ${entry.id}`}
          entry={entry}
          naming={{ t, historyT, auditT }}
          onDecided={again}
        />
      ))}
      {more > 0 && <Typography color="textSecondary">{t('more', { count: more })}</Typography>}
      {same.length > 0 && (
        <Section title={t('same')}>
          <Typography color="textSecondary" sx={{ mb: 3, textWrap: 'pretty' }}>
            {t('sameText')}
          </Typography>
          {same.map((each) => (
            <SameNumberPanel key={`${each.list} ${each.number}`} same={each} onDecided={again} />
          ))}
        </Section>
      )}
    </Page>
  )
}
