import { useTranslation } from 'react-i18next'
import { failureText } from '../../i18n'
import type { ImportState } from './import-state'
import { NoteLine } from './note-line'

/** What went wrong with a step: nothing of the table was written by it. */
export function StepTroubles({ state: { crash, failure } }: { readonly state: ImportState }) {
  const { t } = useTranslation('importing')
  return (
    <>
      {crash !== null && <NoteLine tone="wrong">{t('crashed', { reason: crash })}</NoteLine>}
      {failure && <NoteLine tone="wrong">{failureText(failure)}</NoteLine>}
    </>
  )
}
