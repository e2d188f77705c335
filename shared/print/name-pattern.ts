/** What the name of a file may say of its sheet. */
export const NAME_PARTS = ['number', 'form', 'customer', 'on', 'place'] as const
export type NamePart = (typeof NAME_PARTS)[number]

/** What can be said of one sheet; what it has not is empty. */
export type NameValues = { readonly [P in NamePart]: string }

/** How a part is written in a pattern. Both words are understood in every language of the screen. */
const WORDS: { readonly [P in NamePart]: { readonly zh: string; readonly en: string } } = {
  number: { zh: '编号', en: 'number' },
  form: { zh: '表单', en: 'form' },
  customer: { zh: '客户', en: 'customer' },
  on: { zh: '日期', en: 'date' },
  place: { zh: '序号', en: 'place' },
}

export const partInPattern = (part: NamePart, language: 'zh' | 'en'): string => `{${WORDS[part][language]}}`

export const usualPattern = (language: 'zh' | 'en'): string =>
  (['number', 'form', 'customer'] as const).map((part) => partInPattern(part, language)).join(' ')

/** Longest name in characters; a name of a file is cut again by what systems take. */
const MOST_NAME = 120

/** Longest pattern in characters: what a name can hold. */
export const MOST_PATTERN = 120

type Piece =
  | { readonly piece: 'text'; readonly text: string }
  | { readonly piece: 'part'; readonly part: NamePart }
  | { readonly piece: 'unknown'; readonly text: string }

function piecesOf(pattern: string): readonly Piece[] {
  return pattern
    .split(/(\{[^{}]*\})/)
    .filter((text) => text !== '')
    .map((text): Piece => {
      if (!/^\{.*\}$/.test(text)) return { piece: 'text', text }
      const word = text.slice(1, -1).trim().toLowerCase()
      const part = NAME_PARTS.find((each) => WORDS[each].zh === word || WORDS[each].en === word)
      return part === undefined ? { piece: 'unknown', text } : { piece: 'part', part }
    })
}

/** What stands in braces and is no part that a name can have. */
export const unknownParts = (pattern: string): readonly string[] =>
  piecesOf(pattern).flatMap((piece) => (piece.piece === 'unknown' ? [piece.text] : []))

/** Nothing but what keeps parts of a name from each other. */
const SEPARATES = /^[-_—–·.,，、\s]+$/

/**
 * The name that a pattern gives a sheet, without ending; the form's name where nothing is left. Where a part is empty, what separates it
 * from its neighbour goes with it: `{编号}-{客户}-{日期}` without a customer is `TS-2026-0001-2026-01-05`.
 */
export function nameByPattern(pattern: string, values: NameValues): string {
  let name = ''
  let gap = ''
  for (const piece of piecesOf(pattern)) {
    const text = piece.piece === 'part' ? values[piece.part].trim() : piece.text
    if (piece.piece === 'text' && SEPARATES.test(text)) gap = gap === '' ? text : gap
    else if (text !== '') {
      name += name === '' ? text : gap + text
      gap = ''
    }
  }
  return Array.from(name === '' ? values.form : name)
    .slice(0, MOST_NAME)
    .join('')
}

/** The place of a sheet among many (0…) so that names sort as the sheets do: 007 of 250. */
export const placeInName = (at: number, of: number): string => String(at + 1).padStart(String(of).length, '0')
