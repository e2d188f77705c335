import Box from '@mui/material/Box'
import MenuItem from '@mui/material/MenuItem'
import Select from '@mui/material/Select'
import { useId } from 'react'

export interface Choice<T extends string> {
  readonly value: T
  readonly label: string
}

export interface ChooseProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly choices: readonly Choice<T>[]
  readonly onChange: (value: T) => void
  readonly width?: number
  /** The label stands before the choice, as in a filter bar. */
  readonly inline?: boolean
}

/** One of a few. */
export function Choose<T extends string>({
  label,
  value,
  choices,
  onChange,
  width = 160,
  inline = false,
}: ChooseProps<T>) {
  const id = useId()
  return (
    <Box sx={inline ? { display: 'flex', alignItems: 'center', gap: 1.5 } : {}}>
      <Box
        id={id}
        component="span"
        sx={{
          display: 'block',
          fontSize: 13,
          color: 'var(--zk-ink-soft)',
          mb: inline ? 0 : 1,
          whiteSpace: 'nowrap',
        }}
      >
        {label}
      </Box>
      <Select<T>
        value={value}
        displayEmpty
        MenuProps={{ disablePortal: true }}
        labelId={id}
        sx={{ width }}
        onChange={(event) => {
          const chosen = choices.find((choice) => choice.value === event.target.value)
          if (chosen) onChange(chosen.value)
        }}
      >
        {choices.map((choice) => (
          <MenuItem key={choice.value} value={choice.value}>
            {choice.label}
          </MenuItem>
        ))}
      </Select>
    </Box>
  )
}
