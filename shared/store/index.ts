export type * from './change'
export * from './limits'
export { chainNext, chainStart } from './chain'
export { compareEnds, type EndComparison } from './compare-ends'
export { cursorOf, follows, layersOf, type Layer } from './cursor'
export { compareHlc, compareText, dotOf, isDot, isWriterId, makeDot, parseDot } from './dot'
export {
  emptyEntity,
  FOLD_VERSION,
  stampOf,
  type EntityState,
  type Register,
  type RowState,
  type Stamp,
  type Survivor,
} from './entity-state'
export { applyChange, foldChanges } from './fold'
export { makeEdits, type EditSession } from './make-edits'
export { orderKeyBetween, orderKeysBetween } from './order-key'
export {
  orderOf,
  recordInfo,
  seenOf,
  survivorsAt,
  valuesOf,
  type DisputedRow,
  type EntityValues,
  type RecordInfo,
} from './values-of'
