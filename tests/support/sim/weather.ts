import { NO_FAULTS, type Faults } from '../faulty-team-folder'
import type { Dice } from '../../../node/demo/random'

/** What can go wrong on one computer. */
export type LocalFault =
  'crash' | 'crashAtCarrier' | 'clock' | 'clone' | 'restore' | 'remove' | 'away' | 'diskFull' | 'quit'

const CARRIER: readonly (keyof Faults)[] = [
  'delay',
  'partial',
  'duplicate',
  'renamed',
  'folded',
  'vanish',
  'old',
  'refuse',
  'hang',
  'gone',
  'emptied',
  'markMissing',
  'readOnly',
  'full',
  'truncated',
  'flipped',
  'lost',
]
/** Faults that are met at every call or file are rarer each. */
const SHARE: Partial<Record<keyof Faults, number>> = {
  refuse: 0.03,
  hang: 0.03,
  truncated: 0.08,
  flipped: 0.08,
  lost: 0.08,
  partial: 0.3,
  delay: 0.4,
}
const LOCAL: readonly LocalFault[] = [
  'crash',
  'crashAtCarrier',
  'clock',
  'clone',
  'restore',
  'remove',
  'away',
  'diskFull',
  'quit',
]

export interface Weather {
  readonly carrier: Faults
  readonly local: readonly LocalFault[]
  readonly said: string
}

/** At least three kinds of faults, of the carrier and of the computers. */
export function weatherOf(dice: Dice): Weather {
  const carrier: Record<keyof Faults, number> = { ...NO_FAULTS }
  const local = new Set<LocalFault>()
  const names = new Set<string>()
  const wanted = dice.int(3, 6)
  while (names.size < wanted) {
    if (dice.chance(0.5)) {
      const fault = dice.pick(LOCAL)
      local.add(fault)
      names.add(fault)
    } else {
      const fault = dice.pick(CARRIER)
      carrier[fault] = SHARE[fault] ?? 0.2
      names.add(fault)
    }
  }
  return { carrier, local: [...local], said: [...names].join(' ') }
}
