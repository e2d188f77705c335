import Box from '@mui/material/Box'
import { memo } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field } from '../../../shared/forms/field'
import { inputProblemText } from '../../i18n'
import { ZoomControl } from '../sheet'
import type { ZoomMove } from '../sheet'
import type { Misread } from './editing'
import { hintOf } from './hints'
import type { ProblemLine } from './problems-panel'

export interface FieldHintProps {
  readonly id: string
  /** In focus. */
  readonly field: Field | undefined
  readonly name: string
  /** What stood here at 登记, and who corrected it when. */
  readonly corrected: string | undefined
  readonly misread: Misread | undefined
  /** Of the last 登记, for this field; or what is doubtful about it. */
  readonly problem: Pick<ProblemLine, 'text' | 'severity'> | undefined
  /** Characters typed, and how many there may be; null while that is far. */
  readonly length: { readonly typed: number; readonly most: number } | null
  /** About the customer in focus. */
  readonly about?: ReactNode
  /** 1 is life size. */
  readonly zoom: number
  readonly onZoom: (move: ZoomMove | 'fit') => void
}

/** One quiet line under the desk: how the field in focus is typed, or what is wrong with it; and the zoom. */
export const FieldHint = memo(function FieldHint({
  id,
  field,
  name,
  corrected,
  misread,
  problem,
  length,
  about,
  zoom,
  onZoom,
}: FieldHintProps) {
  const { t } = useTranslation('editor')
  const hint = field ? hintOf(field) : null
  const wrong = misread ? inputProblemText(misread.problem) : problem?.text
  const warns = !misread && problem?.severity === 'warn'
  // What is wrong says how to do it right.
  const shownHint = wrong === undefined ? hint : null
  const tooLong = length !== null && length.typed > length.most
  return (
    <Box
      sx={{
        flex: 'none',
        height: 32,
        pl: 5,
        pr: 2,
        display: 'flex',
        alignItems: 'center',
        gap: 3,
        fontSize: 12,
        color: 'text.secondary',
        bgcolor: 'var(--zk-rail)',
        borderTop: '1px solid var(--zk-hairline)',
        whiteSpace: 'nowrap',
        overflow: 'hidden',
      }}
    >
      <Box component="span" sx={{ color: 'text.primary' }}>
        {name}
      </Box>
      <Box id={id} component="span" sx={{ flex: 1, overflow: 'hidden', textOverflow: 'ellipsis' }}>
        {wrong === undefined ? null : (
          <Box
            component="span"
            role="alert"
            sx={{ color: `var(--zk-${warns ? 'amber' : 'seal'}-text)`, mr: 3 }}
          >
            {wrong}
          </Box>
        )}
        {corrected === undefined ? null : (
          <Box component="span" sx={{ color: 'text.primary', mr: 3 }}>
            {corrected}
          </Box>
        )}
        {field?.required === true ? `${t('field.required')}${shownHint ? ' · ' : ''}` : ''}
        {shownHint ? t(`hint.${shownHint}`) : ''}
      </Box>
      {about}
      {length === null ? null : (
        <Box component="span" sx={{ color: tooLong ? 'var(--zk-seal-text)' : 'inherit' }}>
          {length.typed} / {length.most}
        </Box>
      )}
      <ZoomControl zoom={zoom} onZoom={onZoom} quiet />
    </Box>
  )
})
