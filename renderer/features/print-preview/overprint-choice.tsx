import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormHelperText from '@mui/material/FormHelperText'
import { useTranslation } from 'react-i18next'
import type { FormSheet } from '../../../shared/ipc/contract'
import { OFFSET_LIMIT, type PrintSetup } from '../../../shared/print/setup'
import { mayOverprint } from '../../stores'
import { MmField } from './mm-field'

type Overprint = PrintSetup['overprint']

export interface OverprintChoiceProps {
  readonly sheet: FormSheet
  readonly overprint: Overprint
  readonly onOverprint: (overprint: Overprint) => void
}

const limits = { least: -OFFSET_LIMIT, most: OFFSET_LIMIT }

/** 套打: only the values, onto a sheet that was printed blank before. */
export function OverprintChoice({ sheet, overprint, onOverprint }: OverprintChoiceProps) {
  const { t } = useTranslation('preview')
  const possible = mayOverprint(sheet)
  const why = () => {
    if (possible) return t('setup.overprintHint')
    return sheet.mode === 'blank'
      ? t('setup.overprintBlank')
      : t('setup.overprintStamped', { stamp: sheet.stamp ?? '' })
  }
  return (
    <Box sx={{ borderTop: '1px solid var(--zk-hairline)', pt: 2.5 }}>
      <FormControlLabel
        disabled={!possible}
        control={
          <Checkbox
            size="small"
            checked={overprint !== undefined}
            onChange={(event) => {
              onOverprint(event.target.checked ? { right: 0, down: 0 } : undefined)
            }}
          />
        }
        label={t('setup.overprint')}
      />
      <FormHelperText sx={{ mt: 0 }}>{why()}</FormHelperText>
      {overprint && possible ? (
        <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', columnGap: 3, rowGap: 1.5, mt: 2 }}>
          <MmField
            label={t('setup.right')}
            value={overprint.right}
            limits={limits}
            onChange={(right) => {
              onOverprint({ ...overprint, right })
            }}
          />
          <MmField
            label={t('setup.down')}
            value={overprint.down}
            limits={limits}
            onChange={(down) => {
              onOverprint({ ...overprint, down })
            }}
          />
        </Box>
      ) : null}
    </Box>
  )
}
