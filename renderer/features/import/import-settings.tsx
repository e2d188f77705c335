import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { CUSTOMERS } from '../../../shared/search/list-row'
import { ImportButton } from './import-button'

/** Where a firm that begins looks for it: its lists come in from Excel. */
export function ImportSettings() {
  const { t } = useTranslation('importing')
  return (
    <Box>
      <Typography variant="body2" color="textSecondary" sx={{ textWrap: 'pretty', mb: 3 }}>
        {t('settingsText')}
      </Typography>
      <ImportButton code={CUSTOMERS} label={t('title')} />
    </Box>
  )
}
