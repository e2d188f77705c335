import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { catalogue } from '../../../shared/catalogue'
import { nextForms } from '../../../shared/catalogue/next-forms'
import type { FormValues } from '../../../shared/forms/values'
import type { RecordAttachment } from '../../db'
import { useServices, type RecordSession } from '../../stores'
import { AskDialog, ChooseFormDialog, goOn, ReasonDialog, useNotices } from '../../ui'
import { attachmentPages } from '../attachments'
import { FormSettingsDialog } from '../form-settings'
import { RestoreDialog } from '../history'
import { PreviewDialog } from '../print-preview'
import type { SheetPrint } from './print-of'
import { CreateCustomerDialog } from './create-customer-dialog'
import { nextChoices } from './next-choices'
import type { SheetState } from './use-sheet-state'

export type OpenDialog =
  | { readonly dialog: 'void' }
  | { readonly dialog: 'restore' }
  | { readonly dialog: 'discard' }
  /** 更正 asks why before it goes on. */
  | { readonly dialog: 'correct'; readonly onReason: (reason: string) => void }
  | { readonly dialog: 'next'; readonly onChoose: (code: string) => void }
  | { readonly dialog: 'settings' }
  /** A new customer for the field in focus, or one that was there already. */
  | {
      readonly dialog: 'customer'
      readonly begun: FormValues['fields']
      readonly onChosen: (id: string) => void
    }
  | ({ readonly dialog: 'print' } & SheetPrint)

export interface EditorDialogsProps {
  readonly dialog: OpenDialog | null
  readonly session: RecordSession
  readonly state: SheetState
  readonly attachments: readonly RecordAttachment[]
  readonly onClose: () => void
}

/** The dialog that lies over the form, if one does. */
export function EditorDialogs({ dialog, session, state, attachments, onClose }: EditorDialogsProps) {
  const { t } = useTranslation('editor')
  const notices = useNotices()
  const { bridge } = useServices()
  const dirty = useStore(session.store, (now) => now.dirty)
  const name = state.number === '' ? state.template.name : state.number
  switch (dialog?.dialog) {
    case undefined:
      return null
    case 'print':
      return (
        <PreviewDialog
          job={dialog.job}
          suggestedName={dialog.suggestedName}
          attachments={{
            count: attachments.length,
            pages: () => attachmentPages(bridge, attachments, state.number),
          }}
          onClose={onClose}
        />
      )
    case 'settings':
      return <FormSettingsDialog code={state.template.code} onClose={onClose} />
    case 'void':
      return (
        <ReasonDialog
          title={t('void.title', { name })}
          text={[t('void.intro'), ...(dirty ? [t('void.typed')] : [])]}
          label={t('void.reason')}
          needed={t('void.reasonNeeded')}
          yes={t('void.confirm')}
          no={t('void.cancel')}
          final
          onReason={(reason) => {
            onClose()
            void session.actions.voidRecord(reason).then((done) => {
              if (!done) return
              notices.tell(t('notice.voided'))
              goOn()
            })
          }}
          onCancel={onClose}
        />
      )
    case 'restore':
      return (
        <RestoreDialog
          id={state.recordId}
          name={state.number === '' ? state.template.name : state.number}
          onClose={onClose}
        />
      )
    case 'correct':
      return (
        <ReasonDialog
          title={t('correct.title', { name })}
          text={[t('correct.intro')]}
          label={t('correct.reason')}
          yes={t('correct.confirm')}
          no={t('correct.cancel')}
          onReason={(reason) => {
            onClose()
            dialog.onReason(reason)
          }}
          onCancel={onClose}
        />
      )
    case 'next':
      return (
        <ChooseFormDialog
          title={t('next.title')}
          text={t('next.intro', { name })}
          choices={(query) =>
            nextChoices(catalogue, nextForms(state.template.code), query).map(
              ({ code, name: form, usual }) => ({
                code,
                name: form,
                group: t(usual ? 'next.usual' : 'next.all'),
              }),
            )
          }
          onChoose={(code) => {
            onClose()
            dialog.onChoose(code)
          }}
          onCancel={onClose}
        />
      )
    case 'customer':
      return (
        <CreateCustomerDialog
          begun={dialog.begun}
          onChosen={(id) => {
            onClose()
            dialog.onChosen(id)
          }}
          onCancel={onClose}
        />
      )
    case 'discard':
      return (
        <AskDialog
          title={t('discard.title')}
          text={t(state.stored ? 'discard.introStored' : 'discard.introNew')}
          yes={t('discard.confirm')}
          final
          onYes={() => {
            onClose()
            void session.actions.discardDraft()
          }}
          onNo={onClose}
        />
      )
  }
}
