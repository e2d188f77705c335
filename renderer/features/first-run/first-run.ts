import type { PersonLine } from '../people'

export interface FirstRunEntry {
  readonly firm: string
  readonly department: string
  readonly people: readonly PersonLine[]
  readonly here: string
}

export type FirstRunProblem =
  | { readonly problem: 'firmMissing' }
  | { readonly problem: 'staffMissing'; readonly key: string }
  | { readonly problem: 'twice'; readonly key: string; readonly name: string }

/** The lines that bear a name, trimmed. */
export function namedPeople(people: readonly PersonLine[]): readonly PersonLine[] {
  return people
    .map((person) => ({ ...person, name: person.name.trim(), post: person.post.trim() }))
    .filter((person) => person.name !== '')
}

/** What keeps the first page from being finished; the first problem in reading order, null when it can be. */
export function firstRunProblem({ firm, people }: FirstRunEntry): FirstRunProblem | null {
  if (firm.trim() === '') return { problem: 'firmMissing' }
  const named = namedPeople(people)
  if (named.length === 0) return { problem: 'staffMissing', key: people[0]?.key ?? '' }
  const twice = named.find((person, at) => named.findIndex((other) => other.name === person.name) < at)
  return twice ? { problem: 'twice', key: twice.key, name: twice.name } : null
}

/** Who sits here: the line that was marked, when it bears a name; else the first that does. */
export function placeOfHere({ people, here }: FirstRunEntry): number {
  const named = namedPeople(people)
  return Math.max(
    0,
    named.findIndex((person) => person.key === here),
  )
}
