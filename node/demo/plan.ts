import type { CatalogueEntry } from '../../shared/catalogue'
import type { FormKind } from '../../shared/forms/template'

/** How often a department fills a form, in parts; those not named by their kind. */
const SHARES: Readonly<Record<string, number>> = {
  'HJZX-BD-001': 14,
  'HJZX-BD-002': 9,
  'HJZX-BD-003': 1,
  'KHTS-BD-001': 9,
  'KHTS-BD-002': 3,
  'KHTS-BD-005': 1,
  'KHTS-BD-006': 3,
  'KHTS-BD-007': 2,
  'KHTS-BD-008': 1,
  'KHTS-BD-009': 1.5,
  'KHTS-BD-012': 2,
  'KHTS-BD-013': 1.5,
  'KHGX-BD-004': 3,
  'KHGX-BD-010': 7,
  'KHGX-BD-011': 2.5,
  'KHGX-BD-015': 0.6,
  'KHGX-BD-016': 3,
  'KHGX-BD-017': 1.5,
  'KHKF-BD-004': 1,
  'KHXX-BD-001': 2,
  'KHXX-BD-020': 1,
  'KHXX-BD-021': 1,
  'SHFW-BD-001': 6,
  'SHFW-BD-004': 9,
  'SHFW-BD-005': 5,
  'SHFW-BD-009': 3,
  'SHFW-BD-010': 1.5,
  'SHFW-BD-012': 1,
  'HJZX-BD-005': 0.02,
}
const BY_KIND: Readonly<Record<FormKind, number>> = { record: 0.4, list: 0.12, survey: 0.6, stats: 0.08 }
const OF_STAFF = /^(?:BMGL|RYPX)/

export const shareOf = ({ code, head }: CatalogueEntry): number =>
  SHARES[code] ?? (OF_STAFF.test(code) ? 0.04 : BY_KIND[head.kind])

/** What is made from what, in this order: a complaint, what was found, what was done, what was told. */
export const CHAINS: Readonly<Record<string, readonly string[]>> = {
  'KHTS-BD-001': ['KHTS-BD-006', 'KHTS-BD-007', 'KHTS-BD-009', 'KHTS-BD-008'],
  'KHTS-BD-002': ['KHTS-BD-005', 'KHTS-BD-007'],
  'KHTS-BD-012': ['KHTS-BD-013'],
  'SHFW-BD-004': ['SHFW-BD-005', 'SHFW-BD-009'],
}

/** Forms whose records are worked on until they are 已办结. */
export const isWorkedOff = (code: string): boolean => /^(?:KHTS|SHFW-BD-00[145]|KHGX-BD-004)/.test(code)
