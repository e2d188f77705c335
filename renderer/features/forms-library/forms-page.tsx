import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import OutlinedInput from '@mui/material/OutlinedInput'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PreviewDialog } from '../print-preview'
import { useAppState, useServices } from '../../stores'
import { EmptyState, Page, Section } from '../../ui'
import { catalogue, type CatalogueEntry } from '../../../shared/catalogue'
import { emptyValues } from '../../../shared/forms/values'
import type { Template } from '../../../shared/forms/template'
import type { PrintJob } from '../../../shared/ipc/contract'
import { FormTile } from './form-tile'
import { groupForms, modulesOf } from './library'
import { useLetterhead } from './use-letterhead'

const templates = catalogue.map((entry) => entry.template)

/** Every form as paper, by module: fill one in, print it blank, see how it looks filled. */
export function FormsPage() {
  const { t } = useTranslation('forms')
  const letterhead = useLetterhead()
  const [query, setQuery] = useState('')
  const [module, setModule] = useState('')
  const [preview, setPreview] = useState<{ readonly job: PrintJob; readonly name: string } | null>(null)
  const groups = groupForms(templates, query, module)

  const show = (entry: CatalogueEntry, mode: 'blank' | 'filled') => {
    const { template, sample } = entry
    const values = mode === 'filled' ? sample : emptyValues
    setPreview({
      job: { job: 'form', sheets: [{ template, values, letterhead, mode }] },
      name: `${template.code} ${template.name}${mode === 'filled' ? t('sampleSuffix') : ''}.pdf`,
    })
  }
  return (
    <Page
      title={t('title')}
      note={t('count', { count: templates.length })}
      actions={
        <OutlinedInput
          value={query}
          placeholder={t('filter')}
          inputProps={{ 'aria-label': t('filter') }}
          sx={{ width: 260 }}
          onChange={(event) => {
            setQuery(event.target.value)
          }}
        />
      }
    >
      <ToggleButtonGroup
        aria-label={t('module')}
        value={module}
        sx={{ mb: 5 }}
        onChange={(_event, chosen: string | null) => {
          setModule(chosen ?? '')
        }}
      >
        <ToggleButton value="">{t('allModules')}</ToggleButton>
        {modulesOf(templates).map(({ module: name, count }) => (
          <ToggleButton key={name} value={name} sx={{ gap: 1.5 }}>
            <span lang="zh-CN">{name}</span>
            <span style={{ fontSize: 12 }}>{count}</span>
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {groups.length === 0 && <EmptyState title={t('noneFound')} text={t('noneFoundText')} />}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 12 }}>
        {groups.map((group) => (
          <Section key={group.module} title={group.module}>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 10, rowGap: 8 }}>
              {group.templates.map((template) => (
                <FormTile
                  key={template.code}
                  template={template}
                  letterhead={letterhead}
                  width={220}
                  note={<FormNote template={template} />}
                  actions={<FormActions template={template} onShow={show} />}
                />
              ))}
            </Box>
          </Section>
        ))}
      </Box>
      {preview && (
        <PreviewDialog
          job={preview.job}
          suggestedName={preview.name}
          onClose={() => {
            setPreview(null)
          }}
        />
      )}
    </Page>
  )
}

function FormNote({ template }: { readonly template: Template }) {
  const { t } = useTranslation()
  const { size, orientation } = template.paper
  const parts = [template.code, t(`kind.${template.kind}`), t(`paper.${orientation}`, { size })]
  if (template.pages > 1) parts.push(t('paper.pages', { count: template.pages }))
  return parts.join(' · ')
}

interface FormActionsProps {
  readonly template: Template
  readonly onShow: (entry: CatalogueEntry, mode: 'blank' | 'filled') => void
}

function FormActions({ template, onShow }: FormActionsProps) {
  const { t } = useTranslation('forms')
  const { app } = useServices()
  const favourite = useAppState((state) => state.settings.favourites.includes(template.code))
  const entry = catalogue.find((other) => other.template.code === template.code)
  if (!entry) return null
  const named = { name: template.name }
  return (
    <Box sx={{ display: 'flex', ml: -2, mt: 0.5, color: 'var(--zk-blue-text)' }}>
      <Button
        variant="text"
        aria-label={t('blankNamed', named)}
        onClick={() => {
          onShow(entry, 'blank')
        }}
      >
        {t('blank')}
      </Button>
      <Button
        variant="text"
        aria-label={t('sampleNamed', named)}
        onClick={() => {
          onShow(entry, 'filled')
        }}
      >
        {t('sample')}
      </Button>
      <Button
        variant="text"
        aria-pressed={favourite}
        aria-label={t('favouriteNamed', named)}
        sx={{ color: favourite ? 'var(--zk-amber-text)' : 'var(--zk-ink-soft)' }}
        onClick={() => void app.toggleFavourite(template.code)}
      >
        {t(favourite ? 'favourite' : 'notFavourite')}
      </Button>
    </Box>
  )
}
