import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import IconButton from '@mui/material/IconButton'
import OutlinedInput from '@mui/material/OutlinedInput'
import { useId, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { placesOf } from '../../../shared/search/pinyin'
import { movedTo } from './column-order'
import type { Column } from './columns'

export interface ColumnChooserProps {
  readonly all: readonly Column[]
  readonly shown: readonly Column[]
  /** Null: as the program would have it. */
  readonly onChoose: (keys: readonly string[] | null) => void
  readonly onClose: () => void
}

/** Which columns a register shows, in which order. Takes effect at once. */
export function ColumnChooser({ all, shown, onChoose, onClose }: ColumnChooserProps) {
  const { t } = useTranslation(['records', 'common'])
  const titleId = useId()
  const [query, setQuery] = useState('')
  const [dragged, setDragged] = useState<string | null>(null)
  const keys = shown.map(({ key }) => key)
  const chosen = new Set(keys)
  const found = (column: Column) => placesOf(column.label, query.trim().toLowerCase()) !== null
  const lines = [...shown, ...all.filter(({ key }) => !chosen.has(key))].filter(
    (column) => query.trim() === '' || found(column),
  )
  const move = (key: string, to: number) => {
    onChoose(movedTo(keys, key, to))
  }
  const onKeyDown = (event: KeyboardEvent, key: string) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    if (event.altKey && chosen.has(key)) move(key, keys.indexOf(key) + step)
    else if (!event.altKey) neighbourOf(event.currentTarget, step)?.focus()
  }
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="xs" fullWidth>
      <DialogTitle id={titleId}>{t('columnsTitle')}</DialogTitle>
      <DialogContent>
        <OutlinedInput
          autoFocus
          fullWidth
          value={query}
          placeholder={t('findColumn')}
          inputProps={{ 'aria-label': t('findColumn') }}
          onChange={(event) => {
            setQuery(event.target.value)
          }}
        />
        <Box sx={{ fontSize: 12, color: 'var(--zk-ink-soft)', py: 2 }}>{t('columnsHint')}</Box>
        <Box
          component="ul"
          aria-label={t('columnsTitle')}
          sx={{ m: 0, p: 0, listStyle: 'none', height: 360, overflow: 'auto' }}
        >
          {lines.map((column) => {
            const place = keys.indexOf(column.key)
            const isShown = place >= 0
            return (
              <Box
                key={column.key}
                component="li"
                draggable={isShown}
                onDragStart={() => {
                  setDragged(column.key)
                }}
                onDragOver={(event) => {
                  if (isShown && dragged !== null) event.preventDefault()
                }}
                onDrop={() => {
                  if (dragged !== null && isShown) move(dragged, place)
                  setDragged(null)
                }}
                onKeyDown={(event) => {
                  onKeyDown(event, column.key)
                }}
                sx={{
                  display: 'flex',
                  alignItems: 'center',
                  minHeight: 34,
                  cursor: isShown ? 'grab' : 'default',
                  '&:hover': { backgroundColor: 'var(--zk-hover)' },
                }}
              >
                <Box component="label" sx={{ flex: 1, minWidth: 0, display: 'flex', alignItems: 'center' }}>
                  <Checkbox
                    size="small"
                    checked={isShown}
                    disabled={isShown && keys.length === 1}
                    onChange={() => {
                      onChoose(isShown ? keys.filter((key) => key !== column.key) : [...keys, column.key])
                    }}
                  />
                  <Box component="span" lang={column.field ? 'zh-CN' : undefined}>
                    {column.label}
                  </Box>
                </Box>
                {isShown && query.trim() === '' && (
                  <>
                    <IconButton
                      tabIndex={-1}
                      disabled={place === 0}
                      aria-label={t('moveUp', { name: column.label })}
                      onClick={() => {
                        move(column.key, place - 1)
                      }}
                    >
                      ↑
                    </IconButton>
                    <IconButton
                      tabIndex={-1}
                      disabled={place === keys.length - 1}
                      aria-label={t('moveDown', { name: column.label })}
                      onClick={() => {
                        move(column.key, place + 1)
                      }}
                    >
                      ↓
                    </IconButton>
                  </>
                )}
              </Box>
            )
          })}
          {lines.length === 0 && <Box component="li">{t('noColumn')}</Box>}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button
          onClick={() => {
            onChoose(null)
          }}
          sx={{ mr: 'auto' }}
        >
          {t('resetColumns')}
        </Button>
        <Button variant="contained" color="primary" onClick={onClose}>
          {t('common:close')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

/** The tick box of the line before or after. */
function neighbourOf(line: Element, step: number): HTMLElement | null {
  const next = step > 0 ? line.nextElementSibling : line.previousElementSibling
  return next?.querySelector<HTMLElement>('input') ?? null
}
