import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import OutlinedInput from '@mui/material/OutlinedInput'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { added, moved, removed, renamed, type PresetLine } from './draft'

export interface PresetListProps {
  readonly name: string
  readonly lines: readonly PresetLine[]
  readonly readOnly: boolean
  readonly onLines: (lines: readonly PresetLine[]) => void
}

/** The fixed rows of a table: renamed, added, removed, and moved by buttons or Alt and the arrows. */
export function PresetList({ name, lines, readOnly, onLines }: PresetListProps) {
  const { t } = useTranslation('formSettings')
  const list = useRef<HTMLOListElement>(null)
  /** The line's input, once React has drawn what changed. */
  const focusLine = (id: number) => {
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-line="${String(id)}"] input`)?.focus(),
    )
  }
  const add = () => {
    const next = added(lines)
    onLines(next)
    focusLine(next.at(-1)?.id ?? 0)
  }
  const remove = (id: number) => {
    const at = lines.findIndex((line) => line.id === id)
    onLines(removed(lines, id))
    focusLine((lines[at + 1] ?? lines[at - 1])?.id ?? id)
  }
  const onKeyDown = (event: React.KeyboardEvent, id: number) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    if (!readOnly) onLines(moved(lines, id, event.key === 'ArrowUp' ? -1 : 1))
    focusLine(id)
  }
  return (
    <Box>
      <Box
        component="ol"
        ref={list}
        aria-label={t('rowsOf', { name })}
        sx={{ listStyle: 'none', m: 0, p: 0, display: 'flex', flexDirection: 'column', gap: 1 }}
      >
        {lines.map(({ id, label }, at) => {
          const named = { label: label === '' ? t('place', { place: at + 1 }) : label }
          return (
            <Box
              key={id}
              component="li"
              data-line={id}
              sx={{ display: 'flex', alignItems: 'center', gap: 1 }}
            >
              <Box
                component="span"
                aria-hidden
                sx={{
                  width: 24,
                  flex: 'none',
                  fontSize: 12,
                  textAlign: 'right',
                  color: 'var(--zk-ink-soft)',
                }}
              >
                {at + 1}
              </Box>
              <OutlinedInput
                fullWidth
                value={label}
                readOnly={readOnly}
                error={label.trim() === ''}
                inputProps={{
                  lang: 'zh-CN',
                  'aria-label': t('rowLabel', { name, place: at + 1 }),
                  'aria-invalid': label.trim() === '',
                  maxLength: 40,
                }}
                onChange={(event) => {
                  onLines(renamed(lines, id, event.target.value))
                }}
                onKeyDown={(event) => {
                  onKeyDown(event, id)
                }}
              />
              <LineButton
                sign="↑"
                label={t('up', named)}
                disabled={readOnly || at === 0}
                onClick={() => {
                  onLines(moved(lines, id, -1))
                }}
              />
              <LineButton
                sign="↓"
                label={t('down', named)}
                disabled={readOnly || at === lines.length - 1}
                onClick={() => {
                  onLines(moved(lines, id, 1))
                }}
              />
              <LineButton
                sign="×"
                label={t('remove', named)}
                disabled={readOnly || lines.length === 1}
                onClick={() => {
                  remove(id)
                }}
              />
            </Box>
          )
        })}
      </Box>
      <Button
        variant="text"
        disabled={readOnly}
        sx={{ mt: 1, ml: '26px', color: 'var(--zk-blue-text)' }}
        onClick={add}
      >
        ＋ {t('addRow')}
      </Button>
    </Box>
  )
}

interface LineButtonProps {
  readonly sign: string
  readonly label: string
  readonly disabled: boolean
  readonly onClick: () => void
}

function LineButton({ sign, label, disabled, onClick }: LineButtonProps) {
  return (
    <IconButton
      aria-label={label}
      title={label}
      disabled={disabled}
      sx={{ width: 26, flex: 'none', fontSize: 15 }}
      onClick={onClick}
    >
      {sign}
    </IconButton>
  )
}
