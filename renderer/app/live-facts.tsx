import { useEffect, useLayoutEffect } from 'react'
import { useStore } from 'zustand'
import { catalogue, entryByCode } from '../../shared/catalogue'
import type { FrameMemory } from '../../shared/ipc/frame'
import { CUSTOMERS } from '../../shared/search/list-row'
import { useList, useLive } from '../db'
import { useDueCount } from '../features/dues'
import { usePeople } from '../features/people'
import { useAppState, useServices, useTeam } from '../stores'
import type { FrameFacts, FrameStore } from './first/frame-state'

/** Forms of one's own that fit under the pages. */
const QUICK_FORMS = 6
/** Others whose names stand in the bar itself: who shares a desk is seldom more than three. */
const OTHERS_SHOWN = 2

/** Keeps what rail and bar tell true, and has the next start begin with it. */
export function LiveFacts({ store }: { readonly store: FrameStore }) {
  // By what they say: lists are made anew with every drawing.
  const facts = JSON.stringify(useFacts())
  // Before the frame is drawn with them: what it remembered is never shown beside what is known.
  useLayoutEffect(() => {
    store.setState((state) => ({ facts: { ...state.facts, ...(JSON.parse(facts) as Partial<FrameFacts>) } }))
  }, [store, facts])
  useKeptFrame(store)
  return null
}

/** As far as it is known; what is not known yet stays as it is. */
function useFacts(): Partial<FrameFacts> {
  const { workingCopy } = useServices()
  const dues = useDueCount()
  const isMember = useTeam(({ status, known }) => (known ? status.standing === 'member' : undefined))
  const counts = useList(workingCopy.lists, (lists) => lists.counts(), [])
  const customers = useList(
    workingCopy.lists,
    (lists) => lists.customers({ states: ['active'] }, 0, 0),
    [],
  )?.count
  const favourites = useAppState((state) => state.settings.favourites)
  const recents = useAppState((state) => state.settings.recents)
  const person = useShownPerson()
  const people = usePeople()
  const here = useAppState((state) => state.settings.person)
  return {
    forms: catalogue.length,
    quick: [...new Set([...favourites, ...recents])]
      .flatMap((code) => entryByCode(code) ?? [])
      .slice(0, QUICK_FORMS)
      .map(({ head }) => ({ code: head.code, name: head.name })),
    dues,
    records: counts?.reduce((sum, { list, count }) => (list === CUSTOMERS ? sum : sum + count), 0),
    customers,
    readOnly: workingCopy.readOnly,
    ...(isMember === undefined ? {} : { isMember }),
    ...(person === undefined ? {} : { person }),
    ...(people === undefined
      ? {}
      : {
          others: people
            .filter(({ id }) => id !== here)
            .slice(0, OTHERS_SHOWN)
            .map(({ id, name }) => ({ id, name })),
        }),
  }
}

/** Who works here, as the bar says it; null: nobody, undefined: not read yet. */
function useShownPerson(): string | null | undefined {
  const { workingCopy } = useServices()
  const id = useAppState((state) => state.settings.person)
  return useLive(async () => {
    const person = id === undefined ? undefined : await workingCopy.staff.get(id)
    return person ? [person.post, person.name].filter((part) => part !== '').join(' · ') : null
  }, [workingCopy, id])
}

/** Where the next start shows something else first, or asks for a PIN, nothing is kept of who works here and with what. */
function useKeptFrame(store: FrameStore): void {
  const { bridge, workingCopy } = useServices()
  const isDemo = useAppState((state) => state.start.demo === true)
  const idleLock = useAppState((state) => state.settings.idleLock)
  const here = useAppState((state) => state.settings.person)
  const isTeamKnown = useTeam(({ known }) => known)
  const people = usePeople()
  const { forms, quick, isMember, person: shown, others } = useStore(store, ({ facts }) => facts)
  const isPlain =
    !isDemo &&
    !workingCopy.readOnly &&
    idleLock === undefined &&
    people?.find(({ id }) => id === here)?.hasPin !== true
  const isKnown = people !== undefined && isTeamKnown && forms !== undefined && shown !== undefined
  const memory: FrameMemory | null =
    isPlain && isKnown ? { forms, quick, isMember, person: shown, others } : null
  const text = JSON.stringify(memory)
  useEffect(() => {
    if (isPlain && !isKnown) return
    // One that was not kept is no harm: the next start draws a little later, or differently for a moment.
    bridge.call('frame:keep', JSON.parse(text) as FrameMemory | null).catch(() => undefined)
  }, [bridge, isPlain, isKnown, text])
}
