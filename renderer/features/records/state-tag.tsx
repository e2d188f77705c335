import { useTranslation } from 'react-i18next'
import type { RecordState } from '../../db'
import { Tag, type Tone } from '../../ui'

export const stateTones: Readonly<Record<RecordState, Tone>> = {
  draft: 'blue',
  submitted: 'green',
  closed: 'plain',
  void: 'red',
}

export function StateTag({ state }: { readonly state: RecordState }) {
  const { t } = useTranslation()
  return <Tag tone={stateTones[state]}>{t(`state.${state}`)}</Tag>
}
