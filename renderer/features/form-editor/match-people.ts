import type { StaffMember } from '../../db'

/** The active staff whose name or post contains what was typed, names that begin with it first. */
export function matchingPeople(staff: readonly StaffMember[], typed: string): readonly StaffMember[] {
  const wanted = typed.trim().toLowerCase()
  const active = staff.filter((person) => person.active)
  if (wanted === '') return active
  const begins = active.filter(({ name }) => name.toLowerCase().startsWith(wanted))
  const contains = active.filter(
    (person) => !begins.includes(person) && `${person.name}${person.post}`.toLowerCase().includes(wanted),
  )
  return [...begins, ...contains]
}
