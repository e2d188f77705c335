import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '../../ui'
import { LEAST, strengthOf, type Strength } from './passphrase'

const tones: Readonly<Record<Strength, string>> = {
  short: 'var(--zk-seal-text)',
  weak: 'var(--zk-amber-text)',
  fair: 'var(--zk-ink)',
  strong: 'var(--zk-green-text)',
}

export interface PassphraseFieldsProps {
  readonly passphrase: string
  readonly again: string
  readonly onPassphrase: (text: string) => void
  readonly onAgain: (text: string) => void
}

/** A new passphrase, twice, with its strength said plainly and what is lost with it. */
export function PassphraseFields({ passphrase, again, onPassphrase, onAgain }: PassphraseFieldsProps) {
  const { t } = useTranslation('team')
  const [shown, setShown] = useState(false)
  const strength = strengthOf(passphrase)
  const type = shown ? 'text' : 'password'
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', columnGap: 4, rowGap: 2 }}>
      <Field
        label={t('wizard.passphrase')}
        type={type}
        value={passphrase}
        autoComplete="new-password"
        inputProps={{ maxLength: 200 }}
        onChange={(event) => {
          onPassphrase(event.target.value)
        }}
      />
      <Field
        label={t('wizard.passphraseAgain')}
        type={type}
        value={again}
        autoComplete="new-password"
        problem={again !== '' && again !== passphrase ? t('wizard.passphraseDiffers') : undefined}
        inputProps={{ maxLength: 200 }}
        onChange={(event) => {
          onAgain(event.target.value)
        }}
      />
      <Typography role="status" variant="body2" sx={{ color: tones[strength], minHeight: 20 }}>
        {passphrase !== '' &&
          (strength === 'short'
            ? t('wizard.strength.short', { count: LEAST })
            : t(`wizard.strength.${strength}`))}
      </Typography>
      <Button
        variant="text"
        sx={{ justifySelf: 'end' }}
        onClick={() => {
          setShown(!shown)
        }}
      >
        {t(shown ? 'wizard.hide' : 'wizard.show')}
      </Button>
      <Typography
        variant="body2"
        sx={{
          gridColumn: '1 / 3',
          p: 3,
          borderRadius: 1,
          bgcolor: 'var(--zk-amber-soft)',
          color: 'var(--zk-amber-text)',
        }}
      >
        {t('wizard.forgotten')}
      </Typography>
    </Box>
  )
}
