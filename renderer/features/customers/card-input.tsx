import Autocomplete from '@mui/material/Autocomplete'
import MenuItem from '@mui/material/MenuItem'
import OutlinedInput from '@mui/material/OutlinedInput'
import Select from '@mui/material/Select'
import { formatValue, optionsOf } from '../../../shared/forms'
import { pathKey, type Field, type Path } from '../../../shared/forms/field'
import type { FieldValue } from '../../../shared/forms/values'
import type { EditState } from './customer-edit'
import { getValue } from '../../../shared/forms/values/access'

export interface CardInputProps {
  readonly id?: string
  readonly field: Field
  readonly path: Path
  readonly state: EditState
  readonly readOnly: boolean
  readonly label?: string
  readonly placeholder?: string
  readonly describedBy?: string | undefined
  readonly wrong: boolean
  /** What the choice of nothing is called. */
  readonly emptyLabel: string
  readonly autoFocus?: boolean
  /** People of the firm, for fields that name one. */
  readonly people: readonly string[]
  readonly onType: (text: string) => void
  readonly onLeave: () => void
}

/** One field of a customer's card, typed as forgivingly as on a sheet. */
export function CardInput(props: CardInputProps) {
  const { id, field, path, state, readOnly, label, placeholder, wrong, onType, onLeave } = props
  const value = getValue(state.values, path)
  const text = state.typed[pathKey(path)] ?? shownText(field, value)
  const named = {
    ...(id === undefined ? {} : { id }),
    ...(label === undefined ? {} : { 'aria-label': label }),
    ...(props.describedBy === undefined ? {} : { 'aria-describedby': props.describedBy }),
    'aria-invalid': wrong,
    'data-field': pathKey(path),
  }
  if (field.type.type === 'choice') {
    const options = new Set([...optionsOf(field.type), ...(text === '' ? [] : [text])])
    return (
      <Select
        fullWidth
        displayEmpty
        value={text}
        readOnly={readOnly}
        inputProps={named}
        SelectDisplayProps={
          {
            ...(id === undefined ? {} : { 'aria-labelledby': `${id}-label` }),
            'data-field': pathKey(path),
          } as object
        }
        MenuProps={{ disablePortal: true }}
        onChange={(event) => {
          onType(event.target.value)
          onLeave()
        }}
      >
        <MenuItem value="" aria-label={props.emptyLabel}>
          {' '}
        </MenuItem>
        {[...options].map((option) => (
          <MenuItem key={option} value={option} lang="zh-CN">
            {option}
          </MenuItem>
        ))}
      </Select>
    )
  }
  if (field.type.type === 'person' && !readOnly) {
    return (
      <Autocomplete
        freeSolo
        options={[...props.people]}
        inputValue={text}
        value={text}
        disablePortal
        forcePopupIcon={false}
        sx={{ '& .MuiAutocomplete-inputRoot.MuiOutlinedInput-root': { height: 32, py: 0, pl: 0.5 } }}
        onInputChange={(_event, typed, reason) => {
          if (reason === 'input' || reason === 'clear') onType(typed)
        }}
        onChange={(_event, chosen) => {
          onType(chosen ?? '')
        }}
        onBlur={onLeave}
        renderInput={({ slotProps }) => (
          <OutlinedInput
            {...slotProps.input}
            fullWidth
            error={wrong}
            inputProps={{ ...slotProps.htmlInput, ...named }}
          />
        )}
      />
    )
  }
  return (
    <OutlinedInput
      fullWidth
      value={text}
      error={wrong}
      readOnly={readOnly}
      autoFocus={props.autoFocus ?? false}
      multiline={field.type.type === 'longText'}
      minRows={field.type.type === 'longText' ? 2 : 1}
      {...(placeholder === undefined ? {} : { placeholder })}
      inputProps={{ ...named, autoComplete: 'off', spellCheck: false }}
      onChange={(event) => {
        onType(event.target.value)
      }}
      onBlur={onLeave}
    />
  )
}

/** As it is typed: money without its sign, days as they are written. */
const shownText = (field: Field, value: FieldValue | undefined): string => formatValue(field, value)
