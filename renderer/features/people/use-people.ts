import { useLive, type StaffMember } from '../../db'
import { useAppState, useServices } from '../../stores'
import { orderPeople } from './order-people'

/** Who can work here, the likely ones first; undefined until they are known. */
export function usePeople(): readonly StaffMember[] | undefined {
  const { workingCopy } = useServices()
  const here = useAppState((state) => state.settings.person)
  const recent = useAppState((state) => state.settings.recentPeople)
  const staff = useLive(() => workingCopy.staff.list(), [workingCopy])
  return staff && orderPeople(staff, recent ?? [], here)
}
