import { makePin, pinGuard } from '../../node/pin'
import type { Clock, RandomBytes } from '../../shared/kernel/clock'
import type { Handlers } from '../ipc/answer'

export function pinHandlers(clock: Clock, random: RandomBytes): Pick<Handlers, 'pin:make' | 'pin:check'> {
  const check = pinGuard(clock)
  return {
    'pin:make': async ({ pin }) => ({ kept: await makePin(pin, random) }),
    'pin:check': ({ kept, pin }) => check(kept, pin),
  }
}
