import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAppState } from '../../stores'
import { Chop, Page, Panel, Section } from '../../ui'
import { fonts, type ShippedFont } from './fonts'
import { LicenceDialog } from './licence-dialog'

/** What runs here, where the data lies, and under which licences the fonts came. */
export function AboutPage() {
  const { t } = useTranslation('about')
  const start = useAppState((state) => state.start)
  const [licence, setLicence] = useState<ShippedFont | null>(null)
  const { electron, chrome, node, platform } = start.runtime
  return (
    <Page title={t('title')} maxWidth={800}>
      <Panel sx={{ p: 5, mb: 6, display: 'flex', gap: 5 }}>
        <Chop size={56} />
        <Box>
          <Typography variant="h2">{t('name', { version: start.appVersion })}</Typography>
          <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
            {t('what')}
          </Typography>
        </Box>
      </Panel>
      <Section title={t('here')}>
        <Panel sx={{ p: 4 }}>
          <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: '140px 1fr', rowGap: 2 }}>
            <Fact
              name={t('runtime')}
            >{`Electron ${electron} · Chromium ${chrome} · Node.js ${node} · ${platform}`}</Fact>
            <Fact name={t('folder')}>{start.folder.path}</Fact>
            <Fact name={t('folderId')}>{start.folder.id}</Fact>
            <Fact name={t('writer')}>{start.writer}</Fact>
          </Box>
        </Panel>
      </Section>
      <Section title={t('fonts')} note={t('fontsNote')}>
        <Panel sx={{ px: 4, py: 2 }}>
          {fonts.map((font) => (
            <Box key={font.file} sx={{ display: 'flex', alignItems: 'center', gap: 3, minHeight: 38 }}>
              <Box sx={{ width: 220, fontFamily: font.family, fontSize: 16 }} lang="zh-CN">
                {font.name}
              </Box>
              <Typography variant="body2" color="textSecondary">
                {font.licence}
              </Typography>
              <Box sx={{ flex: 1 }} />
              <Button
                variant="text"
                aria-label={t('licenceOf', { font: font.name })}
                onClick={() => {
                  setLicence(font)
                }}
              >
                {t('licence')}
              </Button>
            </Box>
          ))}
        </Panel>
      </Section>
      {licence && (
        <LicenceDialog
          font={licence}
          onClose={() => {
            setLicence(null)
          }}
        />
      )}
    </Page>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <Box component="dt" sx={{ color: 'var(--zk-ink-soft)' }}>
        {name}
      </Box>
      <Box component="dd" data-selectable sx={{ m: 0, overflowWrap: 'anywhere' }}>
        {children}
      </Box>
    </>
  )
}
