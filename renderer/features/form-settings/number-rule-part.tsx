import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Template } from '../../../shared/forms/template'
import { useLive } from '../../db'
import { useServices } from '../../stores'
import { Tag } from '../../ui'
import { NumberRuleDialog } from './number-rule-dialog'

/** The form's numbers: what the next one will be, and the way to their rule. Nothing for forms without a number. */
export function NumberRulePart({ template }: { readonly template: Template }) {
  const { t } = useTranslation('formSettings')
  const { workingCopy } = useServices()
  const id = useId()
  const [open, setOpen] = useState(false)
  const { code } = template
  const serial = template.fields.find(({ type }) => type.type === 'serial')
  const shipped = serial?.type.type === 'serial' ? serial.type.rule : ''
  const firm = useLive(() => workingCopy.numberRules.of(code), [workingCopy, code])
  const rule = firm?.rule ?? shipped
  const next = useLive(() => workingCopy.numberRules.next(code, rule), [workingCopy, code, rule])
  if (!serial || !firm) return null
  return (
    <Box component="section" aria-labelledby={id}>
      <Typography variant="h3" component="h3" id={id} sx={{ fontSize: 14, fontWeight: 600 }}>
        {t('number.title')}
        {firm.rule !== null && (
          <Box component="span" sx={{ ml: 2 }}>
            <Tag tone="blue">{t('number.own')}</Tag>
          </Box>
        )}
      </Typography>
      <Typography variant="caption" color="text.secondary" sx={{ display: 'block', mt: 0.5, mb: 2 }}>
        {t('number.note')}
      </Typography>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 3 }}>
        <Box component="span" sx={{ flex: 1, fontSize: 13 }}>
          {t('number.next', { number: next?.number ?? '…' })}
        </Box>
        <Button
          aria-haspopup="dialog"
          onClick={() => {
            setOpen(true)
          }}
        >
          {t('number.change')}
        </Button>
      </Box>
      {open && (
        <NumberRuleDialog
          template={template}
          shipped={shipped}
          max={serial.max}
          firm={firm}
          onClose={() => {
            setOpen(false)
          }}
        />
      )}
    </Box>
  )
}
