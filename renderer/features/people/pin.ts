import type { TFunction } from 'i18next'
import type { StaffMember, WorkingCopy } from '../../db'
import type { Bridge, PinVerdict } from '../../../shared/ipc/contract'
import { assertNever } from '../../../shared/kernel/assert-never'

/** A PIN is 4 to 12 digits. */
export const isPin = (text: string): boolean => /^\d{4,12}$/.test(text)

/** Only digits stay of what is typed; full-width ones of an input method count. */
export const pinDigits = (text: string): string =>
  text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/\D/g, '')
    .slice(0, 12)

/** Whether this is the person's PIN. Without one every answer is right. */
export async function checkPin(
  { bridge, workingCopy }: { readonly bridge: Bridge; readonly workingCopy: WorkingCopy },
  member: StaffMember,
  pin: string,
): Promise<PinVerdict> {
  const kept = await workingCopy.staff.keptPin(member.id)
  if (kept === undefined) return { verdict: 'right' }
  return isPin(pin) ? bridge.call('pin:check', { kept, pin }) : { verdict: 'wrong', triesLeft: 0 }
}

/** What is said of a PIN that was not right: what happened and what to do. */
export function pinProblem(verdict: PinVerdict, t: TFunction<'people'>): string | undefined {
  switch (verdict.verdict) {
    case 'right':
      return undefined
    case 'wrong':
      return verdict.triesLeft > 0 ? t('pin.wrong', { count: verdict.triesLeft }) : t('pin.shape')
    case 'wait':
      return t('pin.wait', { seconds: Math.ceil(verdict.ms / 1000) })
    case 'unreadable':
      return t('pin.unreadable')
    default:
      return assertNever(verdict)
  }
}
