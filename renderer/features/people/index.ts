export { LogoPicker, type Logo } from './logo-picker'
export { PeopleList, type PersonLine } from './people-list'
export { PersonSwitch } from './person-switch'
export { StaffTable } from './staff-table'
