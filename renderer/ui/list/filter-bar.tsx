import Box from '@mui/material/Box'
import OutlinedInput from '@mui/material/OutlinedInput'
import type { ReactNode, Ref } from 'react'

export interface FilterBarProps {
  readonly label: string
  readonly words: string
  /** What can be typed. */
  readonly wordsLabel: string
  readonly wordsRef?: Ref<HTMLInputElement>
  readonly onWords: (words: string) => void
  /** Arrow down in the words: on into the list. */
  readonly onDown: () => void
  /** What else leaves lines out. */
  readonly children: ReactNode
}

/** What stays in a list: words first, then the rest. Escape clears the words. */
export function FilterBar(props: FilterBarProps) {
  const { label, words, wordsLabel, wordsRef, onWords, onDown, children } = props
  return (
    <Box
      role="search"
      aria-label={label}
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2, rowGap: 2, pb: 2.5 }}
    >
      <OutlinedInput
        value={words}
        placeholder={wordsLabel}
        inputRef={wordsRef}
        inputProps={{ 'aria-label': wordsLabel }}
        sx={{ flex: '1 1 140px', maxWidth: 300, '& input': { textOverflow: 'ellipsis' } }}
        onFocus={(event) => {
          event.target.select()
        }}
        onChange={(event) => {
          onWords(event.target.value)
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Escape' && words !== '') onWords('')
          else if (event.key === 'ArrowDown') onDown()
          else return
          event.preventDefault()
        }}
      />
      {children}
    </Box>
  )
}
