import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { entryByCode } from '../../../shared/catalogue'
import type { ImportNote } from '../../../shared/ipc/import'
import { whenText } from '../../i18n'
import { useAppState, useServices } from '../../stores'
import { Panel, Section } from '../../ui'
import { UndoDialog } from './undo-dialog'

/** Imports on this computer, each with the way back. */
export function RecentImports() {
  const { t } = useTranslation('importing')
  const { clock, workingCopy } = useServices()
  const notes = useAppState(({ settings }) => settings.recentImports)
  const [undoing, setUndoing] = useState<ImportNote | null>(null)
  if (notes === undefined || notes.length === 0) return null
  return (
    <Box sx={{ mt: 7 }}>
      <Section title={t('recent')} note={t('recentText')}>
        <Panel component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {notes.map((note) => {
            const when = whenText(note.at, clock.now())
            const name = entryByCode(note.target)?.head.name
            return (
              <Box
                component="li"
                key={note.batch}
                sx={{
                  display: 'flex',
                  alignItems: 'center',
                  gap: 3,
                  px: 4,
                  minHeight: 44,
                  '& + &': { borderTop: '1px solid var(--zk-hairline)' },
                }}
              >
                <Box sx={{ width: 150, flex: 'none', fontSize: 13, color: 'var(--zk-ink-soft)' }}>{when}</Box>
                <Box sx={{ flex: 'none' }}>
                  {t('recentLine', {
                    name: name === undefined ? t('customers') : t('form', { name }),
                    count: note.written,
                  })}
                </Box>
                <Box
                  sx={{
                    flex: 1,
                    minWidth: 0,
                    overflow: 'hidden',
                    textOverflow: 'ellipsis',
                    whiteSpace: 'nowrap',
                    fontSize: 13,
                    color: 'var(--zk-ink-soft)',
                  }}
                >
                  {note.file === '' ? t('pasted') : note.file}
                </Box>
                {note.undone === true ? (
                  <Box sx={{ fontSize: 13, color: 'var(--zk-ink-soft)' }}>{t('undone')}</Box>
                ) : (
                  <Button
                    disabled={workingCopy.readOnly}
                    aria-label={t('recentUndoOf', { when })}
                    onClick={() => {
                      setUndoing(note)
                    }}
                  >
                    {t('recentUndo')}
                  </Button>
                )}
              </Box>
            )
          })}
        </Panel>
      </Section>
      {undoing && (
        <UndoDialog
          note={undoing}
          onClose={() => {
            setUndoing(null)
          }}
        />
      )}
    </Box>
  )
}
