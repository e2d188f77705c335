import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { ReadDialog } from '../../ui'
import { KeyLine } from './key-line'
import { keyGroups } from './keys'

/** Every key of the program on one page. */
export function KeyboardHelp({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('keys')
  return (
    <ReadDialog title={t('title')} width="md" long onClose={onClose}>
      <Box sx={{ columns: 2, columnGap: 10, minWidth: 660 }}>
        {keyGroups.map(({ group, keys }) => (
          <Box key={group} sx={{ breakInside: 'avoid', mb: 5 }}>
            <Typography variant="h3" sx={{ mb: 1.5 }}>
              {t(`group.${group}`)}
            </Typography>
            <Box
              component="dl"
              sx={{ m: 0, display: 'grid', gridTemplateColumns: '130px 1fr', columnGap: 4, rowGap: 1.5 }}
            >
              {keys.map((entry) => (
                <KeyLine key={entry.does} {...entry} />
              ))}
            </Box>
          </Box>
        ))}
      </Box>
    </ReadDialog>
  )
}
