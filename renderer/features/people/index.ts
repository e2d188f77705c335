export { LogoPicker, type Logo } from './LogoPicker'
export { PeopleList, type PersonLine } from './PeopleList'
export { PersonSwitch } from './PersonSwitch'
export { StaffTable } from './StaffTable'
