import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { safeFileName } from '../../../shared/kernel/file-name'
import {
  MOST_PATTERN,
  NAME_PARTS,
  nameByPattern,
  partInPattern,
  unknownParts,
  type NamePart,
  type NameValues,
} from '../../../shared/print/name-pattern'
import { Field } from '../../ui'
import { wordsIn } from './choices'

export interface NamePatternFieldProps {
  readonly pattern: string
  readonly onPattern: (pattern: string) => void
  /** Of the first sheet; null until it is read. */
  readonly example: NameValues | null
}

/** What the files are called: text with parts that stand for something of each sheet, and what the first one would be called. */
export function NamePatternField({ pattern, onPattern, example }: NamePatternFieldProps) {
  const { t, i18n } = useTranslation('printRun')
  const input = useRef<HTMLInputElement>(null)
  const unknown = unknownParts(pattern)
  const insert = (part: NamePart) => {
    const word = partInPattern(part, wordsIn(i18n.language))
    const field = input.current
    const from = field?.selectionStart ?? pattern.length
    const to = field?.selectionEnd ?? pattern.length
    const next = `${pattern.slice(0, from)}${word}${pattern.slice(to)}`
    if (next.length > MOST_PATTERN) return
    onPattern(next)
    requestAnimationFrame(() => {
      field?.focus()
      field?.setSelectionRange(from + word.length, from + word.length)
    })
  }
  return (
    <Box>
      <Field
        label={t('pattern')}
        value={pattern}
        inputRef={input}
        inputProps={{ maxLength: MOST_PATTERN, spellCheck: false }}
        problem={unknown.length > 0 ? t('unknownPart', { parts: unknown.join(' ') }) : undefined}
        onChange={(event) => {
          onPattern(event.target.value)
        }}
      />
      <Box role="group" aria-label={t('insert')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mt: 2 }}>
        {NAME_PARTS.map((part) => (
          <Button
            key={part}
            size="small"
            onClick={() => {
              insert(part)
            }}
          >
            {t('insertPart', { part: t(`parts.${part}`) })}
          </Button>
        ))}
      </Box>
      <Typography
        variant="body2"
        color="textSecondary"
        sx={{ mt: 2, overflowWrap: 'anywhere', minHeight: 20 }}
      >
        {example !== null && t('example', { name: safeFileName(nameByPattern(pattern, example), 'pdf') })}
      </Typography>
    </Box>
  )
}
