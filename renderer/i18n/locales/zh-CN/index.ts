import { about } from './about'
import { attachments } from './attachments'
import { calendar } from './calendar'
import { audit } from './audit'
import { common } from './common'
import { customers } from './customers'
import { dues } from './dues'
import { editor } from './editor'
import { failure } from './failure'
import { finder } from './finder'
import { finding } from './finding'
import { formSettings } from './form-settings'
import { forms } from './forms'
import { frame } from './frame'
import { history } from './history'
import { keys } from './keys'
import { people } from './people'
import { preview } from './preview'
import { problem } from './problem'
import { records } from './records'
import { settings } from './settings'
import { start } from './start'
import { workbench } from './workbench'

export const zhCN = {
  about,
  attachments,
  calendar,
  audit,
  common,
  customers,
  dues,
  editor,
  failure,
  finder,
  finding,
  formSettings,
  forms,
  frame,
  history,
  keys,
  people,
  preview,
  problem,
  records,
  settings,
  start,
  workbench,
} as const
