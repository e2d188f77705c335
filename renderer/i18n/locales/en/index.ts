import type { Mirror } from '../../mirror'
import type { zhCN } from '../zh-CN'
import { about } from './about'
import { arrived } from './arrived'
import { attachments } from './attachments'
import { calendar } from './calendar'
import { audit } from './audit'
import { common } from './common'
import { conflicts } from './conflicts'
import { customers } from './customers'
import { demo } from './demo'
import { dues } from './dues'
import { editor } from './editor'
import { failure } from './failure'
import { finder } from './finder'
import { finding } from './finding'
import { formSettings } from './form-settings'
import { forms } from './forms'
import { frame } from './frame'
import { help } from './help'
import { history } from './history'
import { importing } from './importing'
import { keys } from './keys'
import { people } from './people'
import { preview } from './preview'
import { printRun } from './print-run'
import { problem } from './problem'
import { records } from './records'
import { recovery } from './recovery'
import { restore } from './restore'
import { safety } from './safety'
import { settings } from './settings'
import { start } from './start'
import { team } from './team'
import { tour } from './tour'
import { workbench } from './workbench'

export const en: Mirror<typeof zhCN> = {
  about,
  arrived,
  attachments,
  calendar,
  audit,
  common,
  conflicts,
  customers,
  demo,
  dues,
  editor,
  failure,
  finder,
  finding,
  formSettings,
  forms,
  frame,
  help,
  history,
  importing,
  keys,
  people,
  preview,
  printRun,
  problem,
  records,
  recovery,
  restore,
  safety,
  settings,
  start,
  team,
  tour,
  workbench,
}
