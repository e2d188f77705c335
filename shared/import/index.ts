export type { SourceFile, SourceNote, SourceSheet } from './cell'
export { correctedSheet } from './corrected-file'
export { readEntries, type Entry } from './entries'
export { exportCsv, exportSheet } from './export-files'
export { CUSTOMER_INFO, exportedCustomer, exportedRecord, RECORD_INFO } from './exported'
export { exportTable, type Exported, type ExportTable } from './export-table'
export { findingText, type Finding } from './finding'
export { headKnowledge } from './guess'
export { findHeads, headsIn } from './heads'
export { bearers, countOn, type Counting } from './known-parts'
export { doubled, readRemembered, remembered, type Mapping } from './mapping'
export { isNumberKey, keyOf, keyTextOf, usualKey, type Matching, type WhenThere } from './match'
export {
  changesOf,
  isFoundAgain,
  isTotal,
  numberOf,
  planImport,
  type ImportPlan,
  type Known,
  type PlannedAs,
  type PlannedEntry,
} from './plan'
export { refusalText, type SourceRefusal } from './refusal'
export { customersTarget, recordsTarget, targetColumns, type ImportTarget } from './target'
export { undoImport, undoingChange } from './undo'
