import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { entryByCode } from '../../../shared/catalogue'
import { formatValue } from '../../../shared/forms'
import { formatMoney } from '../../../shared/kernel/money'
import { isoDayText } from '../../i18n'
import type { ListedRecord } from '../../db'
import { useServices } from '../../stores'
import { Panel, Section } from '../../ui'
import { RecordLine } from '../records'
import type { CustomerFigures, SubjectFigures } from './use-figures'

/** Years that are told apart. */
const YEARS = 4

export interface OverviewProps {
  readonly figures: CustomerFigures
  /** Null in a read-only folder. */
  readonly onMakeCard: ((code: string) => void) | null
}

/** What the firm has had to do with a customer, in figures; the open complaints; the sheets that show the customer itself. */
export function Overview({ figures, onMakeCard }: OverviewProps) {
  const { t } = useTranslation('customers')
  const { clock } = useServices()
  const subject = ({ count, last }: SubjectFigures) =>
    count === 0
      ? t('overview.noneOf')
      : t('overview.lastSubject', { count, day: last === '' ? t('time.undated') : isoDayText(last) })
  const years = [
    ...figures.years.slice(0, YEARS).map((year) => t('overview.perYear', { ...year })),
    ...(figures.undated > 0 ? [t('overview.undated', { count: figures.undated })] : []),
  ]
  const lines: readonly (readonly [string, string, string?])[] = [
    [t('overview.sheets'), t('overview.sheetsCount', { count: figures.sheets }), years.join(' · ')],
    [
      t('overview.lastContact'),
      figures.lastContact === '' ? t('overview.noneOf') : isoDayText(figures.lastContact),
    ],
    [
      t('overview.complaints'),
      figures.complaints.count === 0
        ? t('overview.noneOf')
        : t('overview.complaintsCount', { open: figures.open.count, all: figures.complaints.count }),
    ],
    [t('overview.visits'), subject(figures.visits)],
    [t('overview.services'), subject(figures.services)],
  ]
  const more = figures.open.count - figures.open.rows.length
  return (
    <>
      <Section title={t('overview.title')}>
        <Panel component="dl" sx={{ m: 0, px: 4, py: 2 }}>
          {lines.map(([label, text, below]) => (
            <Line key={label} label={label} text={text} below={below} />
          ))}
          {figures.amounts.map(({ form, sum }, index) => (
            <Line
              key={form}
              label={index === 0 ? t('overview.amounts') : ''}
              text={t('overview.amountOf', { form, sum: formatMoney(sum) })}
              below={index === figures.amounts.length - 1 ? t('overview.amountsNote') : undefined}
            />
          ))}
        </Panel>
      </Section>
      {figures.open.count > 0 && (
        <Section title={t('open.title')}>
          <Panel sx={{ overflow: 'hidden' }}>
            {figures.open.rows.map((row) => (
              <RecordLine key={row.id} row={row} now={clock.now()} about={complaintText(row)} onDay />
            ))}
            {more > 0 && (
              <Box sx={{ px: 4, py: 1.5, fontSize: 12, color: 'var(--zk-ink-soft)' }}>
                {t('open.more', { count: more })}
              </Box>
            )}
          </Panel>
        </Section>
      )}
      <Section title={t('cards.title')}>
        <Panel sx={{ overflow: 'hidden' }}>
          {figures.cards.map(({ code, name, row }) =>
            row ? (
              <RecordLine key={code} row={row} now={clock.now()} />
            ) : onMakeCard ? (
              <Box key={code} sx={{ px: 2, py: 0.5, mt: '-1px', borderTop: '1px solid var(--zk-hairline)' }}>
                <Button
                  variant="text"
                  onClick={() => {
                    onMakeCard(code)
                  }}
                >
                  <span lang="zh-CN">{t('cards.make', { name })}</span>
                </Button>
              </Box>
            ) : null,
          )}
        </Panel>
      </Section>
    </>
  )
}

/** What a complaint is about, in the words of its form. */
function complaintText({ list, cells }: ListedRecord): string {
  const fields = entryByCode(list)?.template.fields ?? []
  const said = (['complaint.kind', 'complaint.reason', 'product.name'] as const).flatMap((meaning) => {
    const field = fields.find((each) => each.meaning === meaning)
    const text = field ? formatValue(field, cells[field.key] ?? '') : ''
    return text === '' ? [] : [text]
  })
  return said.slice(0, 2).join(' · ')
}

interface LineProps {
  readonly label: string
  readonly text: string
  readonly below?: string | undefined
}

function Line({ label, text, below }: LineProps) {
  return (
    <Box sx={{ display: 'flex', gap: 3, py: 1 }}>
      <Box component="dt" sx={{ flex: '0 0 76px', color: 'var(--zk-ink-soft)' }}>
        {label}
      </Box>
      <Box component="dd" sx={{ m: 0, minWidth: 0 }} data-selectable>
        {text}
        {below !== undefined && below !== '' && (
          <Box sx={{ fontSize: 12, color: 'var(--zk-ink-soft)' }}>{below}</Box>
        )}
      </Box>
    </Box>
  )
}
