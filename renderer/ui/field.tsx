import Box from '@mui/material/Box'
import FormHelperText from '@mui/material/FormHelperText'
import OutlinedInput, { type OutlinedInputProps } from '@mui/material/OutlinedInput'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'

export interface FieldProps extends Omit<OutlinedInputProps, 'error' | 'label'> {
  readonly label: string
  readonly hint?: string
  /** What is wrong with what was typed; the field is marked invalid. */
  readonly problem?: string | undefined
  /** Says 可不填 beside the label. */
  readonly mayBeEmpty?: boolean
}

/** A labelled one-line input of the chrome (the paper has its own). */
export function Field({ label, hint, problem, mayBeEmpty = false, sx, inputProps, ...rest }: FieldProps) {
  const { t } = useTranslation()
  const id = useId()
  const below = problem ?? hint
  return (
    <Box sx={[{ minWidth: 0 }, ...(Array.isArray(sx) ? (sx as readonly object[]) : [sx as object])]}>
      <Box
        component="label"
        htmlFor={id}
        sx={{ display: 'block', fontSize: 13, color: 'var(--zk-ink-soft)', mb: 1 }}
      >
        {label}
        {mayBeEmpty && <Box component="span">{` · ${t('optional')}`}</Box>}
      </Box>
      <OutlinedInput
        fullWidth
        {...rest}
        id={id}
        error={problem !== undefined}
        inputProps={{
          ...inputProps,
          'aria-invalid': problem !== undefined,
          ...(below === undefined ? {} : { 'aria-describedby': `${id}-hint` }),
        }}
      />
      {below !== undefined && (
        <FormHelperText id={`${id}-hint`} error={problem !== undefined}>
          {below}
        </FormHelperText>
      )}
    </Box>
  )
}
