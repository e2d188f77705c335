import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Autocomplete from '@mui/material/Autocomplete'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import OutlinedInput from '@mui/material/OutlinedInput'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldValue } from '../../../shared/forms/values'
import { assertNever } from '../../../shared/kernel/assert-never'
import { useList } from '../../db'
import { useServices } from '../../stores'
import { Choose } from '../../ui'
import { usePeople } from '../people'
import type { ThirdValue } from './third-value'

interface ChosenProps {
  readonly label: string
  readonly onValue: (value: FieldValue | null, shown: string) => void
}

/** Neither is right: another value, in the way of its field. Nothing where it is typed or given on the form. */
export function ChosenThird({ third, ...props }: ChosenProps & { readonly third: ThirdValue }) {
  const { t } = useTranslation('conflicts')
  switch (third.by) {
    case 'choosing':
      return <ChosenValue options={third.options.map((value) => ({ shown: value, value }))} {...props} />
    case 'several':
      return <ChosenSeveral options={third.options} {...props} />
    case 'yesNo': {
      const options = [
        { shown: t('yes'), value: true },
        { shown: t('no'), value: false },
      ]
      return <ChosenValue options={options} {...props} />
    }
    case 'person':
      return <ChosenPerson {...props} />
    case 'customer':
      return <ChosenCustomer {...props} />
    case 'typing':
    case 'form':
      return null
    default:
      return assertNever(third)
  }
}

interface ChosenValueProps extends ChosenProps {
  readonly options: readonly { readonly shown: string; readonly value: FieldValue }[]
}

/** One of what the form offers, or nothing. */
function ChosenValue({ label, options, onValue }: ChosenValueProps) {
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
function ChosenPerson({ label, onValue }: ChosenProps) {
  const people = usePeople() ?? []
  const options = people.map(({ id, name }) => ({ shown: name, value: { id, name } }))
  return <ChosenValue label={label} options={options} onValue={onValue} />
}

/** Any of what the form offers, or nothing. */
function ChosenSeveral({ label, options, onValue }: ChosenProps & { readonly options: readonly string[] }) {
  const { t } = useTranslation('conflicts')
  const [ticked, setTicked] = useState<readonly string[]>([])
  const id = useId()
  return (
    <Box role="group" aria-labelledby={id} sx={{ mt: 2 }}>
      <Box id={id} sx={{ fontSize: 13, color: 'var(--zk-ink-soft)' }}>
        {label}
      </Box>
      <Box sx={{ display: 'flex', gap: 3, alignItems: 'center', flexWrap: 'wrap' }}>
        {options.map((option) => (
          <FormControlLabel
            key={option}
            label={option}
            control={
              <Checkbox
                size="small"
                checked={ticked.includes(option)}
                onChange={(_event, isTicked) => {
                  // In the order of the form, whatever was ticked first.
                  const wanted = new Set(
                    isTicked ? [...ticked, option] : ticked.filter((other) => other !== option),
                  )
                  setTicked(options.filter((other) => wanted.has(other)))
                }}
              />
            }
          />
        ))}
        <Button
          variant="contained"
          color="primary"
          onClick={() => {
            if (ticked.length === 0) onValue(null, t('empty'))
            else onValue(ticked, ticked.join(t('between')))
          }}
        >
          {t('useChosen')}
        </Button>
      </Box>
    </Box>
  )
}

/** Customers that are offered while a name is typed. */
const OFFERED = 8

/** One of the firm's customers, found by name, pinyin or code; or nothing. */
function ChosenCustomer({ label, onValue }: ChosenProps) {
  const { t } = useTranslation('conflicts')
  const { workingCopy } = useServices()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<Offered | null>(null)
  const found = useList(workingCopy.lists, (lists) => lists.findActiveCustomers(text, OFFERED), [text])
  const offered = (found ?? []).map(({ id, title }): Offered => ({ id, name: title }))
  return (
    <Box sx={{ display: 'flex', gap: 3, mt: 2, alignItems: 'flex-end', flexWrap: 'wrap' }}>
      <Autocomplete<Offered>
        options={offered}
        value={chosen}
        inputValue={text}
        sx={{ width: 320 }}
        filterOptions={(options) => options}
        getOptionLabel={({ name }) => name}
        getOptionKey={({ id }) => id}
        isOptionEqualToValue={(a, b) => a.id === b.id}
        noOptionsText={t('noCustomer')}
        onChange={(_event, value) => {
          setChosen(value)
        }}
        onInputChange={(_event, value) => {
          setText(value)
        }}
        forcePopupIcon={false}
        renderInput={(params) => (
          <OutlinedInput
            {...params.slotProps.input}
            inputProps={{ ...params.slotProps.htmlInput, 'aria-label': label }}
            sx={{ width: '100%' }}
          />
        )}
      />
      <Button
        variant="contained"
        color="primary"
        onClick={() => {
          onValue(chosen, chosen?.name ?? t('empty'))
        }}
      >
        {t('useChosen')}
      </Button>
    </Box>
  )
}

interface Offered {
  readonly id: string
  readonly name: string
}
