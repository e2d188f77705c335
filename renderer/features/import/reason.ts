/** What an error says that nobody expected, for a sentence: its first line, without the places in the program. */
export const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? ''
