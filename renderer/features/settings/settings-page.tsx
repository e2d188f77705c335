import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAppState, useServices, useWish } from '../../stores'
import { Choose, Page, Panel, Section, Toggles } from '../../ui'
import { useIsDemo } from '../demo'
import { StaffTable } from '../people'
import { AutoBackup, BackupEncryption, RestoredNote } from '../safety'
import { ImportSettings } from '../import'
import { BackupSettings } from './backup-settings'
import { CalendarSettings } from './calendar-settings'
import { FirmSettings } from './firm-settings'
import { FolderSettings } from './folder-settings'
import { TeamSettings } from './team-settings'
import { SharedSettings } from './shared-settings'

const languages = ['zh-CN', 'en'] as const
const themes = ['light', 'dark', 'system'] as const
const copies = Array.from({ length: 9 }, (_, at) => String(at + 1))

/** The firm, its people, and how this computer works. */
export function SettingsPage() {
  const { t } = useTranslation(['settings', 'calendar', 'importing', 'demo'])
  const { app } = useServices()
  const isDemo = useIsDemo()
  const settings = useAppState((state) => state.settings)
  const [restoring, setRestoring] = useState(false)
  useWish(['firm', 'staff', 'calendar', 'folder', 'backup', 'restore'], (wish) => {
    const part = wish === 'restore' ? 'backup' : wish
    document.querySelector<HTMLElement>(`[data-part="${part}"]`)?.focus()
    setRestoring(wish === 'restore')
  })
  return (
    <Page title={t('title')} maxWidth={800}>
      <Section part="firm" title={t('firm')} note={t('firmNote')}>
        <Panel sx={{ p: 4 }}>
          <FirmSettings />
        </Panel>
      </Section>
      <Section part="staff" title={t('staff')} note={t('staffNote')}>
        <Panel sx={{ p: 4 }}>
          <StaffTable />
        </Panel>
      </Section>
      <Section part="calendar" title={t('calendar:title')} note={t('calendar:note')}>
        <Panel sx={{ p: 4 }}>
          <CalendarSettings />
        </Panel>
      </Section>
      <Section title={t('here')} note={t('hereNote')}>
        <Panel sx={{ p: 4, display: 'flex', flexWrap: 'wrap', gap: 8 }}>
          <Toggles
            label={t('language')}
            value={settings.language}
            values={languages}
            text={(language) => t(`languages.${language}`)}
            onPick={(language) => void app.change({ language })}
          />
          <Toggles
            label={t('theme')}
            value={settings.theme}
            values={themes}
            text={(theme) => t(`themes.${theme}`)}
            onPick={(theme) => void app.change({ theme })}
          />
          <Choose
            label={t('copies')}
            value={String(settings.copies)}
            width={120}
            choices={copies.map((value) => ({ value, label: t('copiesCount', { count: Number(value) }) }))}
            onChange={(value) => void app.change({ copies: Number(value) })}
          />
        </Panel>
      </Section>
      <Section title={t('shared')} note={t('sharedNote')}>
        <Panel sx={{ p: 4 }}>
          <SharedSettings />
        </Panel>
      </Section>
      <Section title={t('team')}>
        <Panel sx={{ p: 4 }}>
          {isDemo ? <Typography variant="body2">{t('demo:noTeam')}</Typography> : <TeamSettings />}
        </Panel>
      </Section>
      {!isDemo && (
        <Section part="folder" title={t('folder')}>
          <Panel sx={{ p: 4 }}>
            <FolderSettings />
          </Panel>
        </Section>
      )}
      <Section title={t('importing:settingsTitle')}>
        <Panel sx={{ p: 4 }}>
          <ImportSettings />
        </Panel>
      </Section>
      <Section part="backup" title={t('backup')}>
        <Panel data-anchor="backup" sx={{ p: 4, display: 'grid', gap: 6 }}>
          {isDemo ? (
            <Typography variant="body2">{t('demo:noBackup')}</Typography>
          ) : (
            <>
              <RestoredNote />
              <AutoBackup />
              <BackupEncryption />
              <BackupSettings
                restoring={restoring}
                onRestored={() => {
                  setRestoring(false)
                }}
              />
            </>
          )}
        </Panel>
      </Section>
    </Page>
  )
}
