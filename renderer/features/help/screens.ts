import type { HelpName } from '../../i18n'
import type { KeyName } from '../keyboard-help'

/** Which help belongs to which place; the first pattern that fits. A place without one leads to none. */
const screens: readonly (readonly [place: RegExp, name: HelpName])[] = [
  [/^\/$/, 'workbench'],
  [/^\/forms$/, 'forms'],
  [/^\/(?:records|found)(?:\/|$)/, 'records'],
  [/^\/(?:fill|record|draft)\//, 'form'],
  [/^\/dues$/, 'dues'],
  [/^\/voided$/, 'voided'],
  [/^\/customers\/duplicates$/, 'duplicates'],
  [/^\/customers(?:\/with\/|$)/, 'customers'],
  [/^\/customer\//, 'customer'],
  [/^\/team$/, 'team'],
  [/^\/arrived$/, 'arrived'],
  [/^\/conflicts$/, 'conflicts'],
  [/^\/settings$/, 'settings'],
  [/^\/audit$/, 'audit'],
  [/^\/recovery$/, 'recovery'],
  [/^\/about$/, 'about'],
]

export function helpAt(place: string): HelpName | null {
  return screens.find(([pattern]) => pattern.test(place))?.[1] ?? null
}

const list = ['move', 'page', 'ends', 'open'] as const satisfies readonly KeyName[]

/** The keys that a person needs on each page, beside those that hold everywhere. */
export const keysOf: Readonly<Record<HelpName, readonly KeyName[]>> = {
  workbench: ['find', 'dues', 'person', 'lock'],
  forms: ['search', 'walk', 'fill', 'choose', 'favourite', 'printBlank'],
  records: [...list, 'find'],
  form: [
    'next',
    'previous',
    'lineBreak',
    'tick',
    'insertRow',
    'deleteRow',
    'save',
    'submit',
    'nextForm',
    'print',
  ],
  dues: list,
  voided: list,
  duplicates: ['region', 'back'],
  customers: list,
  customer: ['save', 'back'],
  team: ['region', 'back'],
  arrived: ['open', 'back'],
  conflicts: ['open', 'back'],
  settings: ['region', 'back'],
  audit: list,
  recovery: ['region', 'back'],
  about: ['find', 'back'],
}
