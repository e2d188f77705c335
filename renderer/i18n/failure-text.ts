import i18next from 'i18next'
import type {
  BackupFailure,
  ExcelFailure,
  FileFailure,
  JournalFailure,
  PrintFailure,
  StartFailure,
} from '../../shared/ipc/contract'
import type { AttachmentFailure } from '../../shared/ipc/attachments'
import type { ReadBackupFailure } from '../../shared/ipc/restore'
import type { AutoBackupFailure } from '../../shared/ipc/safety'
import { assertNever } from '../../shared/kernel/assert-never'
import { sizeText } from './size-text'

/** Failures of the working copy (`renderer/db`), told here by their shape: texts know no other part of the window. */
type WorkingCopyTrouble =
  | { readonly type: 'NewerWorkingCopy'; readonly found: number; readonly known: number }
  | { readonly type: 'NoWorkingCopy'; readonly reason: string }

export type Failure =
  | FileFailure
  | JournalFailure
  | StartFailure
  | BackupFailure
  | PrintFailure
  | ExcelFailure
  | AttachmentFailure
  | AutoBackupFailure
  | ReadBackupFailure
  | WorkingCopyTrouble

export interface FailureParts {
  readonly happened: string
  readonly kept: string
  readonly todo: string
}

/** What happened, what was kept and what to do, in the language of the window. */
export function failureParts(failure: Failure): FailureParts {
  const t = i18next.getFixedT(null, 'failure')
  const kept = t('kept.nothingLost')
  switch (failure.type) {
    case 'DiskFull':
      return { happened: t('DiskFull.happened', { path: failure.path }), kept, todo: t('DiskFull.todo') }
    case 'NotWritable':
      return {
        happened: t('NotWritable.happened', { path: failure.path }),
        kept,
        todo: t('NotWritable.todo'),
      }
    case 'NotFound':
      return { happened: t('NotFound.happened', { path: failure.path }), kept, todo: t('NotFound.todo') }
    case 'Exists':
      return { happened: t('Exists.happened', { path: failure.path }), kept, todo: t('Exists.todo') }
    case 'Busy':
      return { happened: t('Busy.happened', { path: failure.path }), kept, todo: t('Busy.todo') }
    case 'ReadOnly':
      return { happened: t('ReadOnly.happened', { path: failure.path }), kept, todo: t('ReadOnly.todo') }
    case 'BadFile':
      return {
        happened: t('BadFile.happened', { path: failure.path, reason: failure.reason }),
        kept: t('BadFile.kept'),
        todo: t('BadFile.todo'),
      }
    case 'Io':
      return {
        happened: t('Io.happened', { path: failure.path, code: failure.code }),
        kept,
        todo: t('Io.todo'),
      }
    case 'BadChange':
      return {
        happened: t('BadChange.happened', { reason: failure.reason }),
        kept,
        todo: t('BadChange.todo'),
      }
    case 'InUse':
      return { happened: t('InUse.happened', { path: failure.path }), kept, todo: t('InUse.todo') }
    case 'NotADataFolder':
      return {
        happened: t('NotADataFolder.happened', { path: failure.path }),
        kept: t('NotADataFolder.kept'),
        todo: t('NotADataFolder.todo'),
      }
    case 'FolderMissing':
      return {
        happened: t('FolderMissing.happened', { path: failure.path }),
        kept: t('FolderMissing.kept'),
        todo: t('FolderMissing.todo', { standard: failure.standard }),
      }
    case 'VerifyFailed':
      return {
        happened: t('VerifyFailed.happened', { path: failure.path, reason: failure.reason }),
        kept: t('VerifyFailed.kept'),
        todo: t('VerifyFailed.todo'),
      }
    case 'NotEmpty':
      return { happened: t('NotEmpty.happened', { path: failure.path }), kept, todo: t('NotEmpty.todo') }
    case 'FontMissing':
      return {
        happened: t('FontMissing.happened', { path: failure.path }),
        kept: t('FontMissing.kept'),
        todo: t('FontMissing.todo'),
      }
    case 'NoPrinter':
      return { happened: t('NoPrinter.happened'), kept: t('NoPrinter.kept'), todo: t('NoPrinter.todo') }
    case 'PrintFailed':
      return {
        happened: t('PrintFailed.happened', { reason: failure.reason }),
        kept: t('NoPrinter.kept'),
        todo: t('PrintFailed.todo'),
      }
    case 'CellTooLong': {
      const { form, field, length, most } = failure
      return {
        happened: t('CellTooLong.happened', { form, field, length, most }),
        kept: t('CellTooLong.kept'),
        todo: t('CellTooLong.todo'),
      }
    }
    case 'ExcelFailed':
      return {
        happened: t('ExcelFailed.happened', { reason: failure.reason }),
        kept: t('ExcelFailed.kept'),
        todo: t('ExcelFailed.todo'),
      }
    case 'TooLarge': {
      const { name, size, most, of } = failure
      return {
        happened: t(`TooLarge.${of}`, { name, size: largerText(size, most), most: sizeText(most) }),
        kept: t('TooLarge.kept'),
        todo: t('TooLarge.todo'),
      }
    }
    case 'LittleRoom': {
      const { path, free, wanted } = failure
      return {
        happened: t('LittleRoom.happened', { path, free: sizeText(free), wanted: sizeText(wanted) }),
        kept: t('LittleRoom.kept'),
        todo: t('LittleRoom.todo'),
      }
    }
    case 'KeysUnavailable':
    case 'BackupLocked':
    case 'WrongBackupPassphrase':
    case 'Cancelled':
      return { happened: t(`${failure.type}.happened`), kept, todo: t(`${failure.type}.todo`) }
    case 'EmptyFile':
      return {
        happened: t('EmptyFile.happened', { name: failure.name }),
        kept: '',
        todo: t('EmptyFile.todo'),
      }
    case 'AttachmentMissing':
    case 'AttachmentDamaged':
      return {
        happened: t(`${failure.type}.happened`),
        kept: t(`${failure.type}.kept`),
        todo: t(`${failure.type}.todo`),
      }
    case 'NotOpened':
      return {
        happened: t('NotOpened.happened', { name: failure.name }),
        kept: t('NotOpened.kept'),
        todo: t('NotOpened.todo'),
      }
    case 'OpenFailed':
      return {
        happened: t('OpenFailed.happened', { name: failure.name, reason: failure.reason }),
        kept: t('OpenFailed.kept'),
        todo: t('OpenFailed.todo'),
      }
    case 'NewerWorkingCopy':
      return {
        happened: t('NewerWorkingCopy.happened', { found: failure.found, known: failure.known }),
        kept: t('NewerWorkingCopy.kept'),
        todo: t('NewerWorkingCopy.todo'),
      }
    case 'NoWorkingCopy':
      return {
        happened: t('NoWorkingCopy.happened', { reason: failure.reason }),
        kept: t('NoWorkingCopy.kept'),
        todo: t('NoWorkingCopy.todo'),
      }
    default:
      return assertNever(failure)
  }
}

/** A size that is beyond a limit never reads like the limit itself: 50.01 MB, not 50 MB. */
function largerText(size: number, most: number): string {
  const text = sizeText(size)
  const mb = 1024 * 1024
  return text === sizeText(most) && size >= mb
    ? `${(Math.ceil((size / mb) * 100) / 100).toFixed(2)} MB`
    : text
}

/** The three parts as one text. */
export function failureText(failure: Failure): string {
  const { happened, kept, todo } = failureParts(failure)
  const separator = i18next.t('failure:separator')
  return [happened, kept, todo].filter((part) => part !== '').join(separator)
}
