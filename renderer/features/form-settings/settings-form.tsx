import Box from '@mui/material/Box'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import Typography from '@mui/material/Typography'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { settableOf } from '../../../shared/forms/settings'
import type { Paper, Template } from '../../../shared/forms/template'
import { Choose, enterMovesOn } from '../../ui'
import type { SettingsDraft } from './draft'
import { HeadNames } from './head-names'
import { PresetList } from './preset-list'
import { PrintedRows } from './printed-rows'

const SIZES: readonly Paper['size'][] = ['A4', 'A3', 'B5', '16K']

export interface SettingsFormProps {
  /** The form of the books that is changed. */
  readonly base: Template
  readonly draft: SettingsDraft
  readonly readOnly: boolean
  readonly onDraft: (draft: SettingsDraft) => void
}

/** Everything that a firm may change about the form, in the order in which it is drawn. */
export function SettingsForm({ base, draft, readOnly, onDraft }: SettingsFormProps) {
  const { t } = useTranslation(['formSettings', 'common'])
  const { labels, presets, printed } = settableOf(base)
  const { paper } = draft
  return (
    <Box onKeyDown={enterMovesOn} sx={{ display: 'flex', flexDirection: 'column', gap: 5 }}>
      {labels.length > 0 && (
        <Part title={t('heads')} note={t('headsNote')}>
          <HeadNames
            heads={labels}
            names={draft.labels}
            readOnly={readOnly}
            onName={(key, name) => {
              onDraft({ ...draft, labels: { ...draft.labels, [key]: name } })
            }}
          />
        </Part>
      )}
      {presets.map(({ rows, name }) => (
        <Part key={rows} title={t('rows')} about={name} note={t('rowsNote')}>
          <PresetList
            name={name}
            lines={draft.presets[rows] ?? []}
            readOnly={readOnly}
            onLines={(lines) => {
              onDraft({ ...draft, presets: { ...draft.presets, [rows]: lines } })
            }}
          />
        </Part>
      ))}
      {printed.length > 0 && (
        <Part title={t('printed')} note={t('printedNote')}>
          <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1 }}>
            {printed.map((each) => (
              <PrintedRows
                key={each.rows}
                of={each}
                value={draft.printed[each.rows] ?? each.printed}
                readOnly={readOnly}
                onPrinted={(count) => {
                  onDraft({ ...draft, printed: { ...draft.printed, [each.rows]: count } })
                }}
              />
            ))}
          </Box>
        </Part>
      )}
      <Part title={t('paper')} note={t('paperNote')}>
        <Box sx={{ display: 'flex', alignItems: 'flex-end', gap: 2 }}>
          <Choose
            label={t('size')}
            value={paper.size}
            width={120}
            choices={SIZES.map((value) => ({ value, label: t(`common:paper.size.${value}`) }))}
            onChange={(size) => {
              if (!readOnly) onDraft({ ...draft, paper: { ...paper, size } })
            }}
          />
          <ToggleButtonGroup
            aria-label={t('orientation')}
            value={paper.orientation}
            disabled={readOnly}
            onChange={(_event, chosen: Paper['orientation'] | null) => {
              if (chosen !== null) onDraft({ ...draft, paper: { ...paper, orientation: chosen } })
            }}
          >
            <ToggleButton value="portrait">{t('portrait')}</ToggleButton>
            <ToggleButton value="landscape">{t('landscape')}</ToggleButton>
          </ToggleButtonGroup>
        </Box>
      </Part>
    </Box>
  )
}

interface PartProps {
  readonly title: string
  /** Name of the table that it is about; Chinese in every language. */
  readonly about?: string
  readonly note: string
  readonly children: ReactNode
}

function Part({ title, about, note, children }: PartProps) {
  const id = useId()
  return (
    <Box component="section" aria-labelledby={id}>
      <Typography variant="h3" component="h3" id={id} sx={{ fontSize: 14, fontWeight: 600 }}>
        {title}
        {about !== undefined && (
          <Box component="span" lang="zh-CN" sx={{ ml: 2, fontWeight: 400 }}>
            {about}
          </Box>
        )}
      </Typography>
      <Typography variant="caption" color="text.secondary" sx={{ display: 'block', mt: 0.5, mb: 2 }}>
        {note}
      </Typography>
      {children}
    </Box>
  )
}
