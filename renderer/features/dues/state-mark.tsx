import { Tag, type Tone } from '../../ui'
import type { DueState } from '../../../shared/forms/due'
import type { DueLine } from './due-lines'
import { stateText } from './due-text'

const tones: Readonly<Record<DueState, Tone>> = {
  overdue: 'red',
  today: 'amber',
  soon: 'blue',
  later: 'plain',
}

/** How a day stands, in words and colour. */
export const StateMark = ({ of }: { readonly of: Pick<DueLine, 'state' | 'workdays'> }) => (
  <Tag tone={tones[of.state]}>{stateText(of)}</Tag>
)
