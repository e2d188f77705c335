import Box from '@mui/material/Box'
import FormHelperText from '@mui/material/FormHelperText'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { CardInput, type CardInputProps } from './card-input'
import { spanOf } from './master-form'
import type { FieldSaid } from './said'

export interface CardFieldProps extends Pick<
  CardInputProps,
  'field' | 'path' | 'state' | 'readOnly' | 'people' | 'onType' | 'onLeave' | 'autoFocus'
> {
  /** What is wrong, or doubtful. */
  readonly said: FieldSaid | undefined
}

/** A field of the card with its label; what is doubtful is said, and stops nothing. */
export function CardField(props: CardFieldProps) {
  const { field, said } = props
  const { t } = useTranslation(['customers', 'common'])
  const id = useId()
  const hint =
    field.key === 'code' && props.state.values.fields['code'] === undefined ? t('card.codeHint') : undefined
  return (
    <Box sx={{ minWidth: 0, gridColumn: `span ${spanOf(field)}` }}>
      <Box
        component="label"
        id={`${id}-label`}
        htmlFor={id}
        lang="zh-CN"
        sx={{ display: 'block', fontSize: 13, color: 'var(--zk-ink-soft)', mb: 1 }}
      >
        {field.label}
        {field.required && <span aria-hidden>{' *'}</span>}
      </Box>
      <CardInput
        {...props}
        id={id}
        emptyLabel={t('common:none')}
        wrong={said?.severity === 'refuse'}
        {...(hint === undefined ? {} : { placeholder: hint })}
        describedBy={said ? `${id}-said` : undefined}
      />
      {said && (
        <FormHelperText
          id={`${id}-said`}
          error={said.severity === 'refuse'}
          sx={said.severity === 'warn' ? { color: 'var(--zk-amber-text)' } : {}}
        >
          {said.text}
        </FormHelperText>
      )}
    </Box>
  )
}
