import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { isoDayText } from '../../i18n'
import { Panel, Section } from '../../ui'
import type { DueState } from '../../../shared/forms/due'
import { DueFilter } from './due-filter'
import { DueItem } from './due-item'
import { dueStates, firstOf, keyOf, mostUrgent } from './due-lines'
import { useDueRecords, useDues, type Whose } from './use-dues'

/** Lines on the workbench; the page has the rest. */
const SHOWN = 5

/** What is due, at the top of the workbench: the most urgent first. */
export function DuePanel() {
  const { t } = useTranslation('dues')
  const [whose, setWhose] = useState<Whose>('all')
  const [picked, setPicked] = useState<DueState | null>(null)
  const dues = useDues(whose)
  const counts = dues?.counts ?? { overdue: 0, today: 0, soon: 0, later: 0 }
  const state = picked ?? mostUrgent(counts)
  const shown = firstOf(dues?.lines ?? [], state, SHOWN)
  const rest = counts[state] - shown.length
  const reachesTo = shown.some(({ known }) => !known) ? dues?.reachesTo : undefined
  const notes = [
    ...(rest > 0 ? [t('more', { count: rest })] : []),
    ...(reachesTo === undefined ? [] : [t('reach', { day: isoDayText(reachesTo) })]),
  ]
  const records = useDueRecords(shown)
  return (
    <Section
      title={t('title')}
      note={t('order')}
      actions={
        (dues?.lines.length ?? 0) > 0 && (
          <Button variant="text" component={Link} href="/dues" sx={{ color: 'var(--zk-blue-text)' }}>
            {t('all', { count: dues?.lines.length ?? 0 })}
          </Button>
        )
      }
    >
      {dues?.lines.length === 0 && whose === 'all' ? (
        <Panel sx={{ px: 4, py: 2.5, fontSize: 13, color: 'var(--zk-ink-soft)' }}>{t('noneText')}</Panel>
      ) : (
        <Panel sx={{ overflow: 'hidden' }}>
          <Box sx={{ px: 4, py: 2.5 }}>
            <DueFilter
              counts={counts}
              states={dueStates}
              state={state}
              whose={whose}
              onState={setPicked}
              onWhose={(next) => {
                setWhose(next)
                setPicked(null)
              }}
            />
          </Box>
          {shown.map((due, at) => (
            <Box key={keyOf(due)} sx={{ borderTop: '1px solid var(--zk-hairline)' }}>
              <DueItem due={due} row={records.get(due.id)} withDay after={shown[at + 1] ?? shown[at - 1]} />
            </Box>
          ))}
          {dues && shown.length === 0 && <Quiet text={t('nothingHere')} />}
          {notes.length > 0 && <Quiet text={notes.join(' ')} />}
        </Panel>
      )}
    </Section>
  )
}

function Quiet({ text }: { readonly text: string }) {
  return (
    <Box
      sx={{
        px: 4,
        py: 2,
        borderTop: '1px solid var(--zk-hairline)',
        fontSize: 12,
        color: 'var(--zk-ink-soft)',
      }}
    >
      {text}
    </Box>
  )
}
