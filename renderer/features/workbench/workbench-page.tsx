import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useLive } from '../../db'
import { weekdayText } from '../../i18n'
import { useAppState, useCurrentPerson, useServices } from '../../stores'
import { EmptyState, Page, Panel, Section } from '../../ui'
import { DuePanel } from '../dues'
import { FormTile, useCurrentForms, useKnownLetterhead } from '../forms-library'
import { RecordLine } from '../records'
import { DraftList } from './draft-list'
import { NewsPanel } from './news-panel'

/** Sheets in the quick start, and records in the list of recent ones. */
const QUICK = 5
const RECENT = 10
/** What a department begins with on its first day: complaint, customer, service, visit, call. */
const COMMON = ['KHTS-BD-001', 'KHXX-BD-001', 'SHFW-BD-004', 'KHGX-BD-010', 'HJZX-BD-001']

/** Where the day begins: what is due, begin a form, go on with one, find the last ones again. */
export function WorkbenchPage() {
  const { t } = useTranslation('workbench')
  const { workingCopy, clock } = useServices()
  const person = useCurrentPerson()
  const letterhead = useKnownLetterhead()
  const favourites = useAppState((state) => state.settings.favourites)
  const recents = useAppState((state) => state.settings.recents)
  const records = useLive(() => workingCopy.records.recent(RECENT), [workingCopy])
  const now = clock.now()
  const currentOf = useCurrentForms()
  const codes = [...favourites, ...recents, ...COMMON]
  const quick = [...new Set(codes)].flatMap((code) => currentOf(code) ?? []).slice(0, QUICK)
  return (
    <Page title={person ? t(greeting(now), { name: person.name }) : t('title')} note={weekdayText(now)}>
      <NewsPanel />
      <DuePanel />
      <Section title={t('quickStart')} actions={<More to="/forms" text={t('allForms')} />}>
        <Box sx={{ display: 'flex', gap: 8, overflowX: 'auto', p: 2, m: -2 }}>
          {quick.map((form) => (
            <FormTile key={form.code} form={form} letterhead={letterhead} width={116} note={form.code} />
          ))}
        </Box>
      </Section>
      <Box
        sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(360px, 1fr))', columnGap: 6 }}
      >
        <Section title={t('drafts')} note={t('draftsNote')}>
          <DraftList now={now} />
        </Section>
        <Section title={t('recent')} actions={<More to="/records" text={t('allRecords')} />}>
          <Panel sx={{ overflow: 'hidden' }} {...(records ? { 'data-recent': '' } : {})}>
            {records?.length === 0 && <EmptyState title={t('noRecords')} text={t('noRecordsText')} />}
            {records?.map((row) => (
              <RecordLine key={row.id} row={row} now={now} />
            ))}
          </Panel>
        </Section>
      </Box>
    </Page>
  )
}

function More({ to, text }: { readonly to: string; readonly text: string }) {
  return (
    <Button variant="text" component={Link} href={to} sx={{ color: 'var(--zk-blue-text)' }}>
      {text}
    </Button>
  )
}

/** By the hour of this computer's clock. */
function greeting(now: number): 'morning' | 'afternoon' | 'evening' {
  const hour = new Date(now).getHours()
  return hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening'
}
