import type { Dice } from './random'
import { DOUBLE_SURNAMES, GIVEN, SURNAMES, TRADE_FIRST, TRADE_SECOND, type Trade } from './words'

/** Whom a name is for. */
export type NamedAs = 'staff' | 'customer' | 'contact'

export interface FirmName {
  readonly name: string
  readonly shortName: string
}

/** How people, firms and roads of a made folder are called. */
export interface Names {
  /** `at`: the place of the customer or of the member of staff in their list, from 0. */
  readonly person: (dice: Dice, as: NamedAs, at: number) => string
  readonly firm: (dice: Dice, region: string, trade: Trade) => FirmName
  readonly road: (name: string) => string
  /** What becomes of an invented person in the text of a form's sample. */
  readonly told: (dice: Dice, found: string) => string
}

function personName(dice: Dice): string {
  const surname = dice.chance(0.015) ? dice.pick(DOUBLE_SURNAMES) : dice.pick(SURNAMES)
  return surname + dice.pick(GIVEN) + (dice.chance(0.75) ? dice.pick(GIVEN) : '')
}

const wordOf = (dice: Dice): string => dice.pick(TRADE_FIRST) + dice.pick(TRADE_SECOND)

/** Names as they could be anywhere: for measuring, where lists have to look and sort as in life. */
export const likelyNames: Names = {
  person: personName,
  firm: (dice, region, trade) => {
    const word = wordOf(dice)
    return {
      name: `${region}${dice.chance(0.5) ? '市' : ''}${word}${trade.word}${dice.pick(['有限公司', '有限公司', '有限公司', '有限责任公司', '股份有限公司'])}`,
      shortName: `${word}${trade.word}`,
    }
  },
  road: (name) => name,
  told: personName,
}

const STEMS = Array.from('甲乙丙丁戊己庚辛壬癸')
const BRANCHES = Array.from('子丑寅卯辰巳午未申酉戌亥')

/** 甲子, 乙丑 …: sixty different names, then again from the first. */
const sixty = (at: number): string => (STEMS[at % 10] ?? '') + (BRANCHES[at % 12] ?? '')

/** Names that nobody can take for real ones: for people who look at the program. */
export const exampleNames: Names = {
  person: (dice, as, at) => {
    if (as === 'staff') return `示例员工${[...STEMS, ...BRANCHES][at] ?? sixty(at)}`
    return as === 'customer' ? `示例客户${sixty(at)}` : `示例联系人${dice.pick(STEMS)}`
  },
  firm: (dice, _region, trade) => {
    const word = wordOf(dice)
    return { name: `示例${word}${trade.word}有限公司`, shortName: `示例${word}${trade.word}` }
  },
  road: (name) => (name.startsWith('示例') ? name : `示例${name}`),
  told: (_dice, found) => found,
}
