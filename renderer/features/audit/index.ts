import { later } from '../../ui'

export { auditCell, subjectText, type AuditWords } from './audit-text'
export { masterNames, type AuditT } from './names'

export const AuditPage = later(async () => (await import('./audit-page')).AuditPage)
