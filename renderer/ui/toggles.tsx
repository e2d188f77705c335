import Box from '@mui/material/Box'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'

export interface TogglesProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly values: readonly T[]
  readonly text: (value: T) => string
  readonly onPick: (value: T) => void
  /** The label is for screen readers only: what stands before says it. */
  readonly quiet?: boolean
}

/** One of a few values, all of them to be seen. */
export function Toggles<T extends string>({
  label,
  value,
  values,
  text,
  onPick,
  quiet = false,
}: TogglesProps<T>) {
  return (
    <Box>
      {quiet ? null : (
        <Box sx={{ fontSize: 13, color: 'var(--zk-ink-soft)', mb: 1 }} aria-hidden>
          {label}
        </Box>
      )}
      <ToggleButtonGroup
        aria-label={label}
        value={value}
        onChange={(_event, chosen: T | null) => {
          if (chosen !== null) onPick(chosen)
        }}
      >
        {values.map((each) => (
          <ToggleButton key={each} value={each}>
            {text(each)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </Box>
  )
}
