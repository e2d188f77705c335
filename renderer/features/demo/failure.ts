import i18next from 'i18next'
import type { DemoFailure } from '../../../shared/ipc/demo'
import { assertNever } from '../../../shared/kernel/assert-never'

export function demoFailureText(failure: DemoFailure): string {
  const t = i18next.getFixedT(null, 'demo')
  switch (failure.type) {
    case 'NotStarted':
      return t('notStarted', { reason: failure.reason })
    case 'NotHere':
      return t('notHere')
    default:
      return assertNever(failure)
  }
}
