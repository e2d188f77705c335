import type { StaffMember } from '../../db'

/** Who can work here: the one who does, then who did so last, then the others as they stand in the list. */
export function orderPeople(
  staff: readonly StaffMember[],
  recent: readonly string[],
  here: string | undefined,
): readonly StaffMember[] {
  const order = [...(here === undefined ? [] : [here]), ...recent]
  const placeOf = ({ id }: StaffMember) => {
    const place = order.indexOf(id)
    return place < 0 ? order.length : place
  }
  return staff.filter(({ active }) => active).sort((a, b) => placeOf(a) - placeOf(b))
}

/** The person at the place of a digit key, 1 the first; undefined for any other key. */
export const personOfDigit = (people: readonly StaffMember[], key: string): StaffMember | undefined =>
  /^[1-9]$/.test(key) ? people[Number(key) - 1] : undefined
