import type { Clock } from '../../shared/kernel/clock'
import { uuidv7 } from '../../shared/kernel/ids'
import type { FieldValue, PersonRef, RowValue } from '../../shared/forms/values'
import { dayAt } from './days'
import type { Dice } from './random'
import type { Names } from './names'
import { BANKS, PLACES, POSTS, ROADS, TRADES } from './words'

/** One customer as it is when it enters the master. */
export interface SeedCustomer {
  readonly id: string
  /** Milliseconds since 1970. */
  readonly created: number
  readonly fields: { readonly [register: string]: FieldValue }
  readonly contacts: readonly RowValue[]
  readonly addresses: readonly RowValue[]
}

export const nameOf = (customer: SeedCustomer): string => textAt(customer, 'name')

export const textAt = ({ fields }: SeedCustomer, register: string): string => {
  const value = fields[register]
  return typeof value === 'string' ? value : ''
}

/** 141–143 and 154 are given to no network: the shape is right and nobody's telephone rings. */
export const mobile = (dice: Dice): string => dice.pick(['141', '142', '143', '154']) + dice.digits(8)

const CREDIT = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const CREDIT_CHARACTERS = Array.from(CREDIT)
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** 统一社会信用代码 (GB 32100-2015) with its check character; the region 99 is given to no place. */
function creditCode(dice: Dice): string {
  const body = `9199${dice.digits(4)}MA${Array.from({ length: 7 }, () => dice.pick(CREDIT_CHARACTERS)).join('')}`
  const sum = CREDIT_WEIGHTS.reduce((total, weight, i) => total + weight * CREDIT.indexOf(body[i] ?? '0'), 0)
  return body + (CREDIT[(31 - (sum % 31)) % 31] ?? '')
}

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** 公民身份号码 (GB 11643-1999) with its check character; the region 99 is given to no place. */
function idNumber(dice: Dice): string {
  const born = `${dice.int(1955, 2004)}${two(dice.int(1, 12))}${two(dice.int(1, 28))}`
  const body = `99${dice.digits(4)}${born}${dice.digits(3)}`
  const sum = ID_WEIGHTS.reduce((total, weight, i) => total + weight * Number(body[i]), 0)
  return body + ('10X98765432'[sum % 11] ?? '')
}

const two = (value: number): string => String(value).padStart(2, '0')

/** Customers in the order in which they came: half of them taken over on the first day, the others over the years. */
export function makeCustomers(
  dice: Dice,
  count: number,
  from: number,
  until: number,
  staff: readonly PersonRef[],
  names: Names,
): readonly SeedCustomer[] {
  const created = Array.from({ length: count }, (_, i) =>
    i < count / 2 ? from + i * 40 : from + Math.floor(dice.next() * (until - from)),
  ).sort((a, b) => a - b)
  const customers: SeedCustomer[] = []
  for (const [i, at] of created.entries()) {
    const code = `KH-${String(i + 1).padStart(4, '0')}`
    const twin = i > 4 && dice.chance(0.02) ? dice.pick(customers) : undefined
    customers.push(
      twin
        ? nearDuplicate(dice, twin, code, at)
        : customer(dice, { code, at, owner: dice.pick(staff), place: i, names }),
    )
  }
  return customers
}

interface Arrival {
  readonly code: string
  readonly at: number
  readonly owner: PersonRef
  /** The how manieth customer, from 0. */
  readonly place: number
  readonly names: Names
}

function customer(dice: Dice, { code, at, owner, place: nth, names }: Arrival): SeedCustomer {
  const clock: Clock = { now: () => at }
  const isFirm = dice.chance(0.62)
  const place = dice.pick(PLACES)
  const address = `${place.region}市${dice.pick(place.districts)}${names.road(dice.pick(ROADS))} ${dice.int(1, 399)} 号${dice.chance(0.4) ? ` ${dice.int(1, 28)}-${dice.int(1, 8)}` : ''}`
  const contact = names.person(dice, isFirm ? 'contact' : 'customer', nth)
  const phone = mobile(dice)
  const own = isFirm
    ? firmFields(dice, place, contact, names)
    : { name: contact, idNumber: idNumber(dice), scale: '' }
  const fields: { readonly [register: string]: FieldValue } = {
    ...own,
    '@state': 'active',
    kind: isFirm ? '企业' : '个人',
    code,
    contact,
    phone,
    mobile: phone,
    address,
    postcode: place.postcode + dice.digits(3),
    region: place.region,
    level: dice.pick(['A', 'B', 'B', 'C', 'C', 'C', 'D']),
    credit: dice.pick(['良好', '良好', '一般', '优秀', '较差']),
    since: dayAt(at - dice.int(0, 900) * 86_400_000),
    source: dice.pick(['老客户介绍', '上门', '电话', '网络', '展会', '广告']),
    owner,
    ...(dice.chance(0.3) ? { email: `kh${code.slice(3)}@example.com` } : {}),
    ...(dice.chance(0.1)
      ? { note: dice.pick(['要求开专用发票', '送货前先打电话', '月底统一对账', '周末不接电话']) }
      : {}),
  }
  const rowId = () => uuidv7(clock, dice.bytes)
  const contacts = isFirm
    ? Array.from({ length: dice.int(1, 3) }, (_, i) => ({
        id: rowId(),
        cells:
          i === 0
            ? { name: contact, post: dice.pick(POSTS), mobile: phone }
            : { name: names.person(dice, 'contact', nth), post: dice.pick(POSTS), mobile: mobile(dice) },
      }))
    : []
  const addresses =
    isFirm && dice.chance(0.25)
      ? [
          {
            id: rowId(),
            cells: {
              kind: '收货',
              address: `${place.region}市${dice.pick(place.districts)}${names.road(dice.pick(ROADS))} ${dice.int(1, 399)} 号`,
            },
          },
        ]
      : []
  return { id: uuidv7(clock, dice.bytes), created: at, fields: filled(fields), contacts, addresses }
}

function firmFields(
  dice: Dice,
  place: (typeof PLACES)[number],
  legalPerson: string,
  names: Names,
): { readonly [register: string]: string } {
  const trade = dice.pick(TRADES)
  const called = names.firm(dice, place.region, trade)
  return {
    ...called,
    creditCode: creditCode(dice),
    legalPerson: dice.chance(0.4) ? legalPerson : names.person(dice, 'contact', 0),
    industry: trade.industry,
    business: trade.business,
    scale: dice.pick(['微型', '小型', '小型', '中型', '大型']),
    capital: String(dice.pick([50, 100, 200, 500, 1000, 2000]) * 10_000),
    creditLimit: String(dice.pick([0, 2, 5, 10, 20, 50]) * 10_000),
    founded: `${dice.int(1995, 2022)}-${two(dice.int(1, 12))}-${two(dice.int(1, 28))}`,
    bank: `${dice.pick(BANKS)}${place.region}分行`,
    bankAccount: `9900${dice.digits(12)}`,
    fax: `${place.code}-555${dice.digits(place.code.length === 3 ? 5 : 4)}`,
    ...(dice.chance(0.3) ? { website: 'www.example.com' } : {}),
  }
}

/** The same customer, entered once more by somebody who did not look: another ending, or only the telephone the same. */
function nearDuplicate(dice: Dice, twin: SeedCustomer, code: string, at: number): SeedCustomer {
  const clock: Clock = { now: () => at }
  const name = nameOf(twin)
  const other = name.includes('有限责任公司')
    ? name.replace('有限责任公司', '有限公司')
    : name.replace('有限公司', '有限责任公司')
  const { creditCode: _dropped, ...rest } = twin.fields
  const fields = dice.chance(0.5) ? twin.fields : rest
  return {
    id: uuidv7(clock, dice.bytes),
    created: at,
    fields: {
      ...fields,
      code,
      name: other,
      since: dayAt(at),
    },
    contacts: [],
    addresses: [],
  }
}

const filled = (fields: {
  readonly [register: string]: FieldValue
}): { readonly [register: string]: FieldValue } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))
