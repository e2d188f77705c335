export { AuditPage } from './audit-page'
export { auditCell, subjectText, type AuditWords } from './audit-text'
export { masterNames, type AuditT } from './names'
