import type { HelpPages } from '../help-text'
import { workbench } from './workbench'
import { forms } from './forms'
import { records } from './records'
import { form } from './form'
import { customers } from './customers'
import { customer } from './customer'
import { duplicates } from './duplicates'
import { dues } from './dues'
import { voided } from './voided'
import { team } from './team'
import { arrived } from './arrived'
import { conflicts } from './conflicts'
import { settings } from './settings'
import { audit } from './audit'
import { recovery } from './recovery'
import { about } from './about'

export const zhHelp: HelpPages = {
  workbench,
  forms,
  records,
  form,
  customers,
  customer,
  duplicates,
  dues,
  voided,
  team,
  arrived,
  conflicts,
  settings,
  audit,
  recovery,
  about,
}
