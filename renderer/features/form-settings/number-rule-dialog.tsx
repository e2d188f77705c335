import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Template } from '../../../shared/forms/template'
import { piecesProblem, rulePiecesText, type PiecesProblem } from '../../../shared/forms/number-pieces'
import { assertNever } from '../../../shared/kernel/assert-never'
import { letterOf } from '../../../shared/team'
import { useLive, type FirmNumbers } from '../../db'
import { failureText } from '../../i18n'
import { today } from '../../platform'
import { usePersonRef, useServices, useTeam } from '../../stores'
import { useNotices } from '../../ui'
import { Strip } from './complaint-list'
import { firstOfNextRun, piecesFrom } from './number-draft'
import { NumberRuleForm } from './number-rule-form'

export interface NumberRuleDialogProps {
  readonly template: Template
  /** The rule of the form of the books, and the longest number that its field takes. */
  readonly shipped: string
  readonly max: number
  readonly firm: FirmNumbers
  readonly onClose: () => void
}

/** 编号规则: how the numbers of one form are put together, with the next one always in sight. */
export function NumberRuleDialog({ template, shipped, max, firm, onClose }: NumberRuleDialogProps) {
  const { t } = useTranslation(['formSettings', 'common'])
  const { workingCopy, clock } = useServices()
  const notices = useNotices()
  const by = usePersonRef()
  const letter = useTeam(({ status }) => letterOf(status))
  const titleId = useId()
  const [pieces, setPieces] = useState(() => piecesFrom(firm.rule ?? shipped))
  const [saving, setSaving] = useState(false)
  const text = rulePiecesText(pieces)
  const problem = piecesProblem(pieces, max)
  const next = useLive(
    () => (problem === null ? workingCopy.numberRules.next(template.code, text) : Promise.resolve(null)),
    [workingCopy, template.code, text, problem === null],
  )
  const later = firstOfNextRun(text, today(clock), pieces.reset, letter)
  const changed = text !== (firm.rule ?? shipped) || firm.parted
  const { readOnly } = workingCopy
  const save = async () => {
    setSaving(true)
    const saved = await workingCopy.numberRules.choose(template, text, firm.seen, by)
    setSaving(false)
    if (!saved.ok) {
      notices.warn(failureText(saved.error))
      return
    }
    notices.tell(t('number.saved', { name: template.name }))
    onClose()
  }
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <DialogTitle id={titleId}>
        {t('number.title')}
        <Box component="span" lang="zh-CN" sx={{ ml: 3, fontWeight: 400 }}>
          {template.name}
        </Box>
      </DialogTitle>
      <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 4 }}>
        {firm.parted && <Strip tone="amber">{t('number.parted')}</Strip>}
        <NumberRuleForm pieces={pieces} readOnly={readOnly} onPieces={setPieces} />
        <Box role="status" sx={{ minHeight: 88, display: 'flex', flexDirection: 'column', gap: 1 }}>
          {problem === null ? (
            <>
              <Typography sx={{ fontSize: 18, fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}>
                {t('number.next', { number: next?.number ?? '…' })}
              </Typography>
              <Typography variant="body2" color="text.secondary">
                {next?.after === undefined ? t('number.first') : t('number.after', { number: next.after })}
                {later === null ? ` ${t('number.never')}` : ` ${t('number.later', { number: later })}`}
              </Typography>
              {next && next.skipped.length > 0 ? (
                <Strip tone="amber">
                  {t('number.skipped', { number: next.skipped[0] ?? '', count: next.skipped.length })}
                </Strip>
              ) : null}
            </>
          ) : (
            <Strip tone="seal">
              <ProblemText problem={problem} />
            </Strip>
          )}
        </Box>
        <Typography variant="caption" color="text.secondary">
          {t('number.whatHappens')}
        </Typography>
      </DialogContent>
      <DialogActions>
        <Button
          sx={{ mr: 'auto' }}
          disabled={readOnly || text === shipped}
          onClick={() => {
            setPieces(piecesFrom(shipped))
          }}
        >
          {t('number.restore')}
        </Button>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
        <Button
          variant="contained"
          color="primary"
          disabled={readOnly || saving || !changed || problem !== null}
          onClick={() => void save()}
        >
          {t('common:save')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

function ProblemText({ problem }: { readonly problem: PiecesProblem }) {
  const { t } = useTranslation('formSettings')
  switch (problem.problem) {
    case 'brace':
      return t('number.brace')
    case 'wouldRepeat':
      return t('number.wouldRepeat')
    case 'tooLong':
      return t('number.tooLong', { length: problem.length, max: problem.max })
    default:
      return assertNever(problem)
  }
}
