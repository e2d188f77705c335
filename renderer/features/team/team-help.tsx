import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { ReadDialog } from '../../ui'

const parts = ['what', 'work', 'not', 'lost', 'change'] as const

/** What a team folder is, and what it does not protect. */
export function TeamHelp({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('team')
  return (
    <ReadDialog title={t('help.title')} width="sm" onClose={onClose}>
      {parts.map((part) => (
        <section key={part}>
          <Typography variant="h3" component="h3" sx={{ mt: 3, mb: 1 }}>
            {t(`help.${part}`)}
          </Typography>
          <Typography sx={{ textWrap: 'pretty' }}>{t(`help.${part}Text`)}</Typography>
        </section>
      ))}
    </ReadDialog>
  )
}
