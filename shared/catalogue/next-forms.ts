/**
 * Which forms usually follow which, in the order of the matter’s life: complaint → investigation → handling → notice → report, plan of
 * visits → record of a visit, service → evaluation, and so on, as the department's flows (LC-01 to LC-28) hand them on.
 * Any other form may follow, too.
 */
const FOLLOWS: { readonly [code: string]: readonly string[] } = {
  // 客户投诉：登记 → 调查 → 分析 → 处理 → 通知 → 报告 → 追踪、总结（LC-16、LC-17）
  'KHTS-BD-001': ['KHTS-BD-003', 'KHTS-BD-005', 'KHTS-BD-006', 'KHTS-BD-009', 'KHTS-BD-008'],
  'KHTS-BD-002': ['KHTS-BD-003', 'KHTS-BD-005', 'KHTS-BD-006', 'KHTS-BD-009', 'KHTS-BD-008'],
  'KHGX-BD-004': ['KHTS-BD-003', 'KHTS-BD-006', 'KHTS-BD-007', 'KHTS-BD-009'],
  'KHTS-BD-003': ['KHTS-BD-005', 'KHTS-BD-006', 'KHTS-BD-007', 'KHTS-BD-009', 'KHTS-BD-008'],
  'KHTS-BD-005': ['KHTS-BD-007', 'KHTS-BD-009', 'KHTS-BD-008'],
  'KHTS-BD-006': ['KHTS-BD-009', 'KHTS-BD-008', 'KHTS-BD-010'],
  'KHTS-BD-007': ['KHTS-BD-009', 'KHTS-BD-008', 'KHTS-BD-010'],
  'KHTS-BD-008': ['KHTS-BD-010', 'KHTS-BD-011', 'KHGX-BD-016'],
  'KHTS-BD-009': ['KHTS-BD-008', 'KHTS-BD-010', 'KHGX-BD-016'],
  'KHTS-BD-004': ['KHTS-BD-011', 'KHGX-BD-003'],
  'KHTS-BD-010': ['KHTS-BD-011', 'KHTS-BD-004'],
  'KHTS-BD-012': ['KHTS-BD-013', 'KHTS-BD-001'],
  'KHTS-BD-013': ['KHTS-BD-008', 'KHTS-BD-011'],
  'KHGX-BD-005': ['KHGX-BD-003', 'KHTS-BD-011'],
  // 客户调查（LC-01）
  'KHXX-BD-008': ['KHXX-BD-009', 'KHXX-BD-002', 'KHXX-BD-010'],
  'KHXX-BD-002': ['KHXX-BD-001', 'KHXX-BD-020', 'KHZX-BD-007'],
  'KHXX-BD-009': ['KHXX-BD-001', 'KHXX-BD-020', 'KHXX-BD-021'],
  'KHXX-BD-010': ['KHXX-BD-021', 'KHXX-BD-001'],
  'KHXX-BD-001': ['KHGX-BD-010', 'KHZX-BD-001', 'KHKF-BD-003', 'KHTS-BD-001', 'SHFW-BD-004'],
  'KHXX-BD-020': ['KHZX-BD-001', 'KHZX-BD-007', 'KHGL-BD-008'],
  'KHXX-BD-021': ['SHFW-BD-004', 'KHGX-BD-016'],
  // 客户信用：调查 → 分析 → 评估 → 限度 → 变更（LC-02、LC-23、LC-24）
  'KHZX-BD-001': ['KHZX-BD-002', 'KHZX-BD-009', 'KHZX-BD-005', 'KHZX-BD-003'],
  'KHZX-BD-007': ['KHZX-BD-009', 'KHZX-BD-002', 'KHZX-BD-005', 'KHZX-BD-008'],
  'KHZX-BD-002': ['KHZX-BD-005', 'KHZX-BD-006', 'KHZX-BD-003'],
  'KHZX-BD-009': ['KHZX-BD-005', 'KHZX-BD-006', 'KHZX-BD-003'],
  'KHZX-BD-005': ['KHZX-BD-006', 'KHZX-BD-010'],
  'KHZX-BD-003': ['KHZX-BD-005', 'KHZX-BD-006'],
  'KHZX-BD-006': ['KHZX-BD-010'],
  'KHZX-BD-004': ['KHZX-BD-005', 'KHZX-BD-010', 'KHZX-BD-011'],
  // 客户开发与拜访（LC-03 至 LC-05）
  'KHKF-BD-001': ['KHKF-BD-002', 'KHKF-BD-003', 'KHKF-BD-006'],
  'KHKF-BD-002': ['KHKF-BD-006', 'KHKF-BD-007', 'KHKF-BD-003'],
  'KHKF-BD-003': ['KHKF-BD-004', 'KHKF-BD-006', 'KHKF-BD-008'],
  'KHKF-BD-004': ['KHGX-BD-010', 'KHKF-BD-008'],
  'KHKF-BD-005': ['KHKF-BD-003', 'KHGX-BD-010'],
  'KHKF-BD-006': ['KHGX-BD-010', 'KHGX-BD-011', 'KHKF-BD-007'],
  'KHKF-BD-007': ['KHGX-BD-010', 'KHKF-BD-008'],
  'KHKF-BD-008': ['KHXX-BD-001', 'KHKF-BD-009', 'KHZX-BD-001'],
  'KHKF-BD-009': ['KHXX-BD-001', 'KHZX-BD-001'],
  'KHGX-BD-010': ['KHGX-BD-011', 'KHGX-BD-007', 'KHGX-BD-002'],
  'KHGX-BD-011': ['KHGX-BD-008', 'KHGX-BD-002'],
  // 客户接待、招待与关系维护（LC-06 至 LC-08）
  'KHGX-BD-001': ['KHGX-BD-008', 'KHGX-BD-010', 'KHGX-BD-012'],
  'KHGX-BD-002': ['KHGX-BD-008', 'KHGX-BD-001'],
  'KHGX-BD-007': ['KHGX-BD-001', 'KHGX-BD-008'],
  'KHGX-BD-008': ['KHGX-BD-009', 'KHGX-BD-010', 'HJZX-BD-002'],
  'KHGX-BD-009': ['KHGX-BD-010', 'HJZX-BD-002'],
  'KHGX-BD-012': ['KHGX-BD-013'],
  'KHGX-BD-014': ['KHGX-BD-015'],
  'KHGX-BD-016': ['KHGX-BD-017', 'KHGX-BD-001'],
  // 大客户（LC-09 至 LC-12）
  'KHGL-BD-008': ['KHGL-BD-009', 'KHGL-BD-012', 'KHGL-BD-010'],
  'KHGL-BD-009': ['KHGL-BD-010', 'KHGL-BD-012', 'KHGL-BD-013'],
  'KHGL-BD-010': ['KHGX-BD-010', 'KHGL-BD-013'],
  'KHGL-BD-012': ['KHGL-BD-006', 'KHGL-BD-010'],
  'KHGL-BD-013': ['KHGL-BD-012', 'KHGL-BD-006'],
  'KHGL-BD-014': ['KHTS-BD-012', 'KHGL-BD-006'],
  // 售后服务：登记 → 维修 → 报告 → 评价（LC-13 至 LC-15）
  'SHFW-BD-004': ['SHFW-BD-005', 'SHFW-BD-001', 'SHFW-BD-009'],
  'SHFW-BD-005': ['SHFW-BD-001', 'SHFW-BD-009', 'SHFW-BD-010'],
  'SHFW-BD-001': ['SHFW-BD-009', 'SHFW-BD-010', 'KHTS-BD-001'],
  'SHFW-BD-012': ['SHFW-BD-005', 'SHFW-BD-001'],
  'SHFW-BD-009': ['KHTS-BD-001', 'KHGX-BD-016'],
  'SHFW-BD-010': ['KHTS-BD-001', 'KHGX-BD-016'],
  // 呼叫中心（LC-25 至 LC-27）
  'HJZX-BD-001': ['KHTS-BD-001', 'SHFW-BD-004', 'HJZX-BD-002', 'KHXX-BD-001'],
  'HJZX-BD-002': ['KHGX-BD-010', 'KHTS-BD-001', 'SHFW-BD-004'],
  'HJZX-BD-003': ['HJZX-BD-002', 'KHTS-BD-001', 'SHFW-BD-004'],
  'HJZX-BD-004': ['HJZX-BD-002', 'KHGX-BD-010'],
  // 人员
  'RYPX-BD-001': ['RYPX-BD-004', 'RYPX-BD-002'],
  'RYPX-BD-004': ['RYPX-BD-005', 'RYPX-BD-003'],
  'RYPX-BD-005': ['RYPX-BD-002', 'RYPX-BD-003'],
  'RYPX-BD-002': ['RYPX-BD-003'],
  'BMGL-BD-001': ['BMGL-BD-002', 'BMGL-BD-007'],
  'BMGL-BD-002': ['BMGL-BD-003'],
  'BMGL-BD-003': ['BMGL-BD-004'],
  'BMGL-BD-005': ['BMGL-BD-006'],
  'BMGL-BD-007': ['BMGL-BD-001'],
}

/** Codes of the forms that usually follow a form, in the order of the matter’s life; empty where none does more than others. */
export const nextForms = (code: string): readonly string[] =>
  Object.hasOwn(FOLLOWS, code) ? (FOLLOWS[code] ?? []) : []

/** Every form that others usually follow. */
export const followedForms: readonly string[] = Object.keys(FOLLOWS)
