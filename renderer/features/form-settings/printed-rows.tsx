import Box from '@mui/material/Box'
import FormHelperText from '@mui/material/FormHelperText'
import OutlinedInput from '@mui/material/OutlinedInput'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Settable } from '../../../shared/forms/settings'
import { readPrinted } from './draft'

export interface PrintedRowsProps {
  readonly of: Settable['printed'][number]
  readonly value: number
  readonly readOnly: boolean
  readonly onPrinted: (count: number) => void
}

/** How many rows a blank sheet has. What is out of bounds is explained and does not take effect. */
export function PrintedRows({ of, value, readOnly, onPrinted }: PrintedRowsProps) {
  const { t } = useTranslation('formSettings')
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const bad = typed !== null && readPrinted(typed, of) === null
  return (
    <Box>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
        <Box component="label" htmlFor={id} lang="zh-CN" sx={{ flex: 1, fontSize: 13 }}>
          {of.name}
        </Box>
        <OutlinedInput
          id={id}
          value={typed ?? String(value)}
          readOnly={readOnly}
          error={bad}
          inputProps={{
            inputMode: 'numeric',
            maxLength: 3,
            'aria-invalid': bad,
            ...(bad ? { 'aria-describedby': `${id}-bad` } : {}),
          }}
          sx={{ width: 64, '& input': { textAlign: 'right' } }}
          onChange={(event) => {
            const count = readPrinted(event.target.value, of)
            setTyped(event.target.value)
            if (count !== null) onPrinted(count)
          }}
          onBlur={() => {
            if (!bad) setTyped(null)
          }}
        />
        <Box component="span" sx={{ flex: 'none', fontSize: 13, color: 'var(--zk-ink-soft)' }}>
          {t('rowsUnit')}
        </Box>
      </Box>
      {bad && (
        <FormHelperText id={`${id}-bad`} role="alert" error>
          {of.step > 1
            ? t('printedBadStep', { most: of.most, step: of.step, value })
            : t('printedBad', { most: of.most, value })}
        </FormHelperText>
      )}
    </Box>
  )
}
