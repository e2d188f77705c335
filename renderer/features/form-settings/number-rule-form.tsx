import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { NUMBER_DATES, NUMBER_RESETS, type NumberPieces } from '../../../shared/forms/number-pieces'
import { Choose, Field, enterMovesOn } from '../../ui'
import { WIDTHS } from './number-draft'

export interface NumberRuleFormProps {
  readonly pieces: NumberPieces
  readonly readOnly: boolean
  readonly onPieces: (pieces: NumberPieces) => void
}

/** The pieces of a number, in the order in which they are printed, and when it begins again. */
export function NumberRuleForm({ pieces, readOnly, onPieces }: NumberRuleFormProps) {
  const { t } = useTranslation('formSettings')
  const set = (part: Partial<NumberPieces>) => {
    if (!readOnly) onPieces({ ...pieces, ...part })
  }
  return (
    <Box
      onKeyDown={enterMovesOn}
      sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', columnGap: 4, rowGap: 3, alignItems: 'start' }}
    >
      <Field
        label={t('number.prefix')}
        mayBeEmpty
        value={pieces.prefix}
        autoFocus
        readOnly={readOnly}
        inputProps={{ maxLength: 12 }}
        onChange={(event) => {
          set({ prefix: event.target.value })
        }}
      />
      <Choose
        label={t('number.date')}
        value={pieces.date}
        width={220}
        choices={NUMBER_DATES.map((value) => ({ value, label: t(`number.dates.${value}`) }))}
        onChange={(date) => {
          set({ date })
        }}
      />
      <Field
        label={t('number.separator')}
        mayBeEmpty
        value={pieces.date === 'none' ? '' : pieces.separator}
        disabled={pieces.date === 'none'}
        readOnly={readOnly}
        inputProps={{ maxLength: 4 }}
        onChange={(event) => {
          set({ separator: event.target.value })
        }}
      />
      <Choose
        label={t('number.width')}
        value={String(pieces.width)}
        width={220}
        choices={WIDTHS.map((value) => ({
          value,
          label: t('number.digits', { digits: Number(value), example: '1'.padStart(Number(value), '0') }),
        }))}
        onChange={(width) => {
          set({ width: Number(width) })
        }}
      />
      <Field
        label={t('number.suffix')}
        mayBeEmpty
        value={pieces.suffix}
        readOnly={readOnly}
        inputProps={{ maxLength: 6 }}
        onChange={(event) => {
          set({ suffix: event.target.value })
        }}
      />
      <Choose
        label={t('number.reset')}
        value={pieces.reset}
        width={220}
        choices={NUMBER_RESETS.map((value) => ({ value, label: t(`number.resets.${value}`) }))}
        onChange={(reset) => {
          set({ reset })
        }}
      />
    </Box>
  )
}
