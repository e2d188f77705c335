import Box from '@mui/material/Box'
import OutlinedInput from '@mui/material/OutlinedInput'
import { useTranslation } from 'react-i18next'
import type { Column } from './columns'
import type { TypedCondition } from './condition-draft'

interface ValueInputProps {
  readonly value: string
  readonly onValue: (value: string) => void
}

export function ValueInput({ value, onValue }: ValueInputProps) {
  const { t } = useTranslation('records')
  return (
    <OutlinedInput
      value={value}
      placeholder={t('value')}
      inputProps={{ 'aria-label': t('value'), maxLength: 500 }}
      onChange={(event) => {
        onValue(event.target.value)
      }}
    />
  )
}

interface BetweenInputsProps {
  readonly column: Column
  readonly typed: TypedCondition
  readonly onTyped: (part: Partial<TypedCondition>) => void
}

/** Both ends of a range; one may be left open. */
export function BetweenInputs({ column, typed, onTyped }: BetweenInputsProps) {
  const { t } = useTranslation('records')
  const kind = column.kind === 'number' ? 'number' : 'day'
  return (
    <Box sx={{ display: 'flex', gap: 3, alignItems: 'center' }}>
      {(['from', 'to'] as const).map((end) => (
        <OutlinedInput
          key={end}
          value={typed[end]}
          placeholder={t(`ends.${kind}.${end}`)}
          inputProps={{ 'aria-label': t(`ends.${kind}.${end}`), maxLength: 40 }}
          sx={{ flex: 1, maxWidth: 200 }}
          onChange={(event) => {
            onTyped({ [end]: event.target.value })
          }}
        />
      ))}
    </Box>
  )
}
