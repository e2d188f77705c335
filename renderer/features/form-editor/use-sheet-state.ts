import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import type { RecordSession, RecordSessionState } from '../../stores'

/** What a session shows but whether it is saved: who asks for that is drawn again at every first key and save. */
export type SheetState = Omit<RecordSessionState, 'dirty' | 'saving' | 'savedAt' | 'draftSavedAt'>

const withoutSaved = ({
  dirty: _d,
  saving: _s,
  savedAt: _a,
  draftSavedAt: _p,
  ...rest
}: RecordSessionState): SheetState => rest

/** The session for the sheet and all around it: a save that changes nothing else draws none of it again. */
export const useSheetState = ({ store }: RecordSession): SheetState =>
  useStore(store, useShallow(withoutSaved))
