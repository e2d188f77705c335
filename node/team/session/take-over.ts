import { err, ok } from '../../../shared/kernel/result'
import { keyPairOf } from '../format/identity'
import { recoveryCodeOf, secretOfRecoveryCode } from '../format/recovery-code'
import type { Done, SessionContext } from './session-context'

/** The code that was shown when the team was founded, once more; only where the seal is. */
export function recoveryCode({ service }: SessionContext): Done<{ recoveryCode: string }> {
  const secret = service?.desk.keys.sealSecret
  if (secret === undefined) return Promise.resolve(err({ type: 'NotInTeam' }))
  return Promise.resolve(
    secret === null ? err({ type: 'NotSealHolder' }) : ok({ recoveryCode: recoveryCodeOf(secret) }),
  )
}

/** This computer admits others from now on. */
export async function takeOver(context: SessionContext, code: string): Done {
  const keys = context.service?.keys
  if (!keys) return err({ type: 'NotInTeam' })
  const secret = secretOfRecoveryCode(code)
  if (!secret.ok || keyPairOf(secret.value).key !== keys.seal) return err({ type: 'WrongRecoveryCode' })
  return context.goOn({ ...keys, sealSecret: secret.value })
}
