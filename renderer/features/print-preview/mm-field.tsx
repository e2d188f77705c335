import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import Box from '@mui/material/Box'
import FormHelperText from '@mui/material/FormHelperText'
import OutlinedInput from '@mui/material/OutlinedInput'
import { MM_STEP, readMm, stepMm, type MmLimits } from './setup-values'

export interface MmFieldProps {
  readonly label: string
  /** Millimetres that hold now. */
  readonly value: number
  readonly limits: MmLimits
  readonly onChange: (value: number) => void
}

/** A length in millimetres: what is out of bounds is explained and does not take effect. ↑ and ↓ go in steps. */
export function MmField({ label, value, limits, onChange }: MmFieldProps) {
  const { t } = useTranslation('preview')
  const id = useId()
  /** What is being typed; null: what holds is shown. */
  const [typed, setTyped] = useState<string | null>(null)
  const bad = typed !== null && readMm(typed, limits) === null
  const type = (text: string) => {
    const read = readMm(text, limits)
    setTyped(text)
    if (read !== null) onChange(read)
  }
  return (
    <Box sx={{ minWidth: 0 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, fontSize: 13 }}>
        <Box component="label" htmlFor={id} sx={{ flex: 'none', color: 'var(--zk-ink-soft)' }}>
          {label}
        </Box>
        <OutlinedInput
          id={id}
          fullWidth
          value={typed ?? String(value)}
          error={bad}
          inputProps={{
            inputMode: 'decimal',
            maxLength: 6,
            'aria-invalid': bad,
            ...(bad ? { 'aria-describedby': `${id}-bad` } : {}),
          }}
          sx={{ '& input': { textAlign: 'right' } }}
          onChange={(event) => {
            type(event.target.value)
          }}
          onFocus={(event) => {
            event.target.select()
          }}
          onBlur={() => {
            if (!bad) setTyped(null)
          }}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
            event.preventDefault()
            setTyped(null)
            onChange(stepMm(value, event.key === 'ArrowUp' ? 1 : -1, limits))
          }}
        />
        <Box component="span" sx={{ flex: 'none', color: 'var(--zk-ink-soft)' }}>
          {t('setup.mm')}
        </Box>
      </Box>
      {bad && (
        <FormHelperText id={`${id}-bad`} role="alert" error>
          {t('setup.mmBad', { ...limits, step: MM_STEP, value })}
        </FormHelperText>
      )}
    </Box>
  )
}
