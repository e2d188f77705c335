import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { isoDayText } from '../../i18n'
import type { Column } from './columns'
import { conditionText } from './condition-text'
import { isWideOpen, wideOpen, type View } from './view'

interface Chip {
  readonly key: string
  readonly text: string
  readonly without: Partial<View>
}

export interface ConditionChipsProps {
  readonly view: View
  readonly columns: readonly Column[]
  readonly onView: (part: Partial<View>) => void
}

/** Everything that leaves records out, each with the way to take it away, and all of it at once. */
export function ConditionChips({ view, columns, onView }: ConditionChipsProps) {
  const { t } = useTranslation(['records', 'common'])
  if (isWideOpen(view)) return null
  const chips: readonly Chip[] = [
    ...(view.text.trim() === ''
      ? []
      : [{ key: 'text', text: t('chip.text', { value: view.text.trim() }), without: { text: '' } }]),
    ...(view.state === 'any'
      ? []
      : [{ key: 'state', text: t(`common:state.${view.state}`), without: { state: 'any' as const } }]),
    ...(view.period === 'all' ? [] : [{ key: 'period', text: periodText(), without: noPeriod }]),
    ...(view.person === ''
      ? []
      : [{ key: 'person', text: t('chip.person', { value: view.person }), without: { person: '' } }]),
    ...(view.customer === null
      ? []
      : [
          {
            key: 'customer',
            text: t('chip.customer', { value: view.customer.name }),
            without: { customer: null },
          },
        ]),
    ...view.conditions.flatMap((condition, at) => {
      const column = columns.find(({ key }) => key === condition.column)
      return column
        ? [
            {
              key: String(at),
              text: conditionText(t, condition, column),
              without: { conditions: view.conditions.filter((_, other) => other !== at) },
            },
          ]
        : []
    }),
  ]
  function periodText(): string {
    if (view.period !== 'own') return t(`period.${view.period}`)
    return t('chip.days', { from: isoDayText(view.from), to: isoDayText(view.to) })
  }
  return (
    <Box
      role="group"
      aria-label={t('chosenFilters')}
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, pb: 2.5 }}
    >
      {chips.map(({ key, text, without }) => (
        <Box
          key={key}
          component="button"
          type="button"
          aria-label={t('takeAway', { name: text })}
          onClick={() => {
            onView(without)
          }}
          sx={{
            border: 0,
            borderRadius: '11px',
            px: 2.5,
            font: 'inherit',
            fontSize: 12,
            lineHeight: '22px',
            maxWidth: 360,
            overflow: 'hidden',
            textOverflow: 'ellipsis',
            whiteSpace: 'nowrap',
            cursor: 'pointer',
            backgroundColor: 'var(--zk-blue-soft)',
            color: 'var(--zk-blue-text)',
          }}
        >
          {text} ×
        </Box>
      ))}
      <Button
        variant="text"
        size="small"
        onClick={() => {
          onView({ ...wideOpen, sort: view.sort })
        }}
      >
        {t('clearFilter')}
      </Button>
    </Box>
  )
}

const noPeriod = { period: 'all', from: '', to: '' } as const
