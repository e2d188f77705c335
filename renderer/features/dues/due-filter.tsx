import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { Toggles } from '../../ui'
import type { DueState } from '../../../shared/forms/due'
import { dueStates, type DueCounts } from './due-lines'
import type { Whose } from './use-dues'

export interface DueFilterProps<S extends DueState | 'any' | 'dealt'> {
  readonly counts: DueCounts
  /** How many were dealt with. */
  readonly dealt?: number
  readonly states: readonly S[]
  readonly state: S
  readonly whose: Whose
  readonly onState: (state: S) => void
  readonly onWhose: (whose: Whose) => void
}

/** How urgent, with how many there are, and whose. */
export function DueFilter<S extends DueState | 'any' | 'dealt'>({
  counts,
  dealt = 0,
  states,
  state,
  whose,
  onState,
  onWhose,
}: DueFilterProps<S>) {
  const { t } = useTranslation('dues')
  const countOf = (each: S) =>
    dueStates.reduce(
      (sum, other) => (each === 'any' || each === other ? sum + counts[other] : sum),
      each === 'dealt' ? dealt : 0,
    )
  return (
    <Box
      data-anchor="due-filter"
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 4, rowGap: 2 }}
    >
      <Toggles
        quiet
        label={t('howUrgent')}
        value={state}
        values={states}
        text={(each) => `${t(`state.${each}`)} ${countOf(each).toLocaleString('en-US')}`}
        onPick={onState}
      />
      <Toggles
        quiet
        label={t('whose')}
        value={whose}
        values={['all', 'mine'] as const}
        text={(each) => t(`of.${each}`)}
        onPick={onWhose}
      />
    </Box>
  )
}
