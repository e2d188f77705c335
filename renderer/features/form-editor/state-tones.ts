import type { RecordState } from '../../db'
import type { Tone } from '../../ui'

export const stateTones: Readonly<Record<RecordState, Tone>> = {
  draft: 'blue',
  submitted: 'green',
  closed: 'plain',
  void: 'red',
}
