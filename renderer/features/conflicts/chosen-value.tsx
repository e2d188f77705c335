import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldValue } from '../../../shared/forms/values'
import { Choose } from '../../ui'
import { usePeople } from '../people'

export interface ChosenValueProps {
  readonly label: string
  readonly options: readonly { readonly shown: string; readonly value: FieldValue }[]
  readonly onValue: (value: FieldValue | null, shown: string) => void
}

/** Neither is right: one of what the form offers, or nothing. */
export function ChosenValue({ label, options, onValue }: ChosenValueProps) {
  const { t } = useTranslation('conflicts')
  const [chosen, setChosen] = useState('')
  const choices = options.map((_, i) => ({ value: String(i), label: options[i]?.shown ?? '' }))
  return (
    <Box sx={{ display: 'flex', gap: 3, mt: 2, alignItems: 'flex-end', flexWrap: 'wrap' }}>
      <Choose
        label={label}
        value={chosen}
        choices={[{ value: '', label: t('empty') }, ...choices]}
        onChange={setChosen}
        width={260}
      />
      <Button
        variant="contained"
        color="primary"
        onClick={() => {
          const option = chosen === '' ? undefined : options[Number(chosen)]
          onValue(option?.value ?? null, option?.shown ?? t('empty'))
        }}
      >
        {t('useChosen')}
      </Button>
    </Box>
  )
}

/** The same for a field that names a person: whoever stands in the firm's staff list. */
export function ChosenPerson({ label, onValue }: Omit<ChosenValueProps, 'options'>) {
  const people = usePeople() ?? []
  const options = people.map(({ id, name }) => ({ shown: name, value: { id, name } }))
  return <ChosenValue label={label} options={options} onValue={onValue} />
}
