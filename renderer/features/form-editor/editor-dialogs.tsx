import { useTranslation } from 'react-i18next'
import type { FormValues } from '../../../shared/forms/values'
import type { RecordAttachment } from '../../db'
import { useServices, type RecordSession, type RecordSessionState } from '../../stores'
import { AskDialog, useNotices } from '../../ui'
import { attachmentPages } from '../attachments'
import { FormSettingsDialog } from '../form-settings'
import { RestoreDialog } from '../history'
import { PreviewDialog } from '../print-preview'
import type { SheetPrint } from './print-of'
import { CorrectDialog } from './correct-dialog'
import { CreateCustomerDialog } from './create-customer-dialog'
import { NextDialog } from './next-dialog'
import { VoidDialog } from './void-dialog'

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
  readonly state: RecordSessionState
  readonly attachments: readonly RecordAttachment[]
  readonly onClose: () => void
}

/** The dialog that lies over the form, if one does. */
export function EditorDialogs({ dialog, session, state, attachments, onClose }: EditorDialogsProps) {
  const { t } = useTranslation('editor')
  const notices = useNotices()
  const { bridge } = useServices()
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
        <VoidDialog
          name={name}
          dirty={state.dirty}
          onVoid={(reason) => {
            onClose()
            void session.actions.voidRecord(reason).then((done) => {
              if (done) notices.tell(t('notice.voided'))
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
        <CorrectDialog
          name={name}
          onCorrect={(reason) => {
            onClose()
            dialog.onReason(reason)
          }}
          onCancel={onClose}
        />
      )
    case 'next':
      return (
        <NextDialog
          code={state.template.code}
          name={name}
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
