import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormHelperText from '@mui/material/FormHelperText'
import { useTranslation } from 'react-i18next'
import type { SystemPrinter } from '../../../shared/ipc/print-run'
import type { NameValues } from '../../../shared/print/name-pattern'
import { Choose, Field, Toggles } from '../../ui'
import { chosenPrinter, mayBeginOnFront, OVERPRINT_CHOICES, type Choices } from './choices'
import { NamePatternField } from './name-pattern-field'

export interface RunChoicesProps {
  readonly choices: Choices
  readonly onChange: (part: Partial<Choices>) => void
  /** As typed: what is no number yet stays to be corrected. */
  readonly copies: string
  readonly copiesBad: boolean
  readonly onCopies: (copies: string) => void
  /** Null until the system has answered. */
  readonly printers: readonly SystemPrinter[] | null
  readonly example: NameValues | null
  /** Records may have attachments; a form for a customer has none. */
  readonly mayAttach: boolean
}

const INTO = ['file', 'folder', 'printer'] as const
const WIDTH = 176

/** Where the sheets go, and how. */
export function RunChoices(props: RunChoicesProps) {
  const { choices, onChange, copies, copiesBad, onCopies, printers, example, mayAttach } = props
  const { t } = useTranslation('printRun')
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4 }}>
      <Box>
        <Toggles
          label={t('into')}
          value={choices.into}
          values={INTO}
          text={(into) => t(`intoWhat.${into}`)}
          onPick={(into) => {
            onChange({ into })
          }}
        />
        <FormHelperText sx={{ mt: 1.5, textWrap: 'pretty' }}>{t(`intoHint.${choices.into}`)}</FormHelperText>
      </Box>
      {choices.into === 'folder' && (
        <NamePatternField
          pattern={choices.pattern}
          example={example}
          onPattern={(pattern) => {
            onChange({ pattern })
          }}
        />
      )}
      {choices.into === 'printer' && <Printer choices={choices} printers={printers} onChange={onChange} />}
      <Box sx={{ display: 'flex', gap: 3, flexWrap: 'wrap' }}>
        <Choose
          label={t('order')}
          value={choices.reversed ? 'reversed' : 'listed'}
          width={WIDTH}
          choices={(['listed', 'reversed'] as const).map((value) => ({ value, label: t(`orders.${value}`) }))}
          onChange={(order) => {
            onChange({ reversed: order === 'reversed' })
          }}
        />
        <Field
          label={t('copies')}
          value={copies}
          sx={{ width: 96 }}
          inputProps={{ inputMode: 'numeric', maxLength: 2 }}
          problem={copiesBad ? t('copiesBad') : undefined}
          onChange={(event) => {
            onCopies(event.target.value)
          }}
        />
        <Choose
          label={t('overprint')}
          value={choices.overprint}
          width={WIDTH}
          choices={OVERPRINT_CHOICES.map((value) => ({ value, label: t(`overprints.${value}`) }))}
          onChange={(overprint) => {
            onChange({ overprint })
          }}
        />
      </Box>
      <Box sx={{ display: 'flex', flexDirection: 'column', alignItems: 'flex-start' }}>
        {choices.into !== 'folder' && (
          <Tick
            label={t('onFront')}
            hint={t('onFrontHint')}
            on={choices.onFront && mayBeginOnFront(choices)}
            disabled={!mayBeginOnFront(choices)}
            onTick={(onFront) => {
              onChange({ onFront })
            }}
          />
        )}
        {mayAttach && (
          <Tick
            label={t('attachments')}
            hint={t('attachmentsHint')}
            on={choices.attachments}
            onTick={(attachments) => {
              onChange({ attachments })
            }}
          />
        )}
      </Box>
    </Box>
  )
}

type PrinterProps = Pick<RunChoicesProps, 'choices' | 'printers' | 'onChange'>

function Printer({ choices, printers, onChange }: PrinterProps) {
  const { t } = useTranslation('printRun')
  if (printers === null) return <FormHelperText role="status">{t('lookingForPrinters')}</FormHelperText>
  if (printers.length === 0)
    return (
      <Box role="status" sx={{ color: 'var(--zk-amber-text)' }}>
        {t('noPrinter')}
      </Box>
    )
  const chosen = chosenPrinter(printers, choices.printer)
  return (
    <Box sx={{ display: 'flex', gap: 3, alignItems: 'flex-end', flexWrap: 'wrap' }}>
      <Choose
        label={t('printer')}
        value={chosen?.name ?? ''}
        width={2 * WIDTH}
        choices={printers.map(({ name, label }) => ({ value: name, label }))}
        onChange={(printer) => {
          onChange({ printer })
        }}
      />
      <Tick
        label={t('bothSides')}
        on={choices.bothSides}
        onTick={(bothSides) => {
          onChange({ bothSides })
        }}
      />
      {!chosen && (
        <FormHelperText role="status" sx={{ width: '100%', mt: 0 }}>
          {choices.printer === undefined ? t('choosePrinter') : t('printerGone', { name: choices.printer })}
        </FormHelperText>
      )}
    </Box>
  )
}

interface TickProps {
  readonly label: string
  readonly hint?: string
  readonly on: boolean
  readonly disabled?: boolean
  readonly onTick: (on: boolean) => void
}

function Tick({ label, hint, on, disabled = false, onTick }: TickProps) {
  return (
    <Box>
      <FormControlLabel
        label={label}
        disabled={disabled}
        control={
          <Checkbox
            size="small"
            checked={on}
            onChange={(event) => {
              onTick(event.target.checked)
            }}
          />
        }
      />
      {hint !== undefined && <FormHelperText sx={{ mt: 0, mb: 1 }}>{hint}</FormHelperText>}
    </Box>
  )
}
