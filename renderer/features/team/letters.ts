import type { TeamStatus } from '../../../shared/team'

export type LetterProblem = 'bad' | 'taken'

/** Why a letter cannot be given; null: it can. Those of removed computers stay theirs: their numbers stay, too. */
export function letterProblem(letter: string, members: TeamStatus['members']): LetterProblem | null {
  if (!/^[A-Z]{1,3}$/.test(letter)) return 'bad'
  return members.some((member) => member.letter === letter) ? 'taken' : null
}
