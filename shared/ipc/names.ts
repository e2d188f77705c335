import type { CallName, EventName } from './contract'

/** The closed list of calls: the preload script passes on nothing else, and the main process answers nothing else. */
const calls: Readonly<Record<CallName, true>> = {
  'app:start': true,
  'app:quit': true,
  'app:report': true,
  'journal:read': true,
  'journal:ends': true,
  'journal:check': true,
  'journal:append': true,
  'journal:restore': true,
  'journal:setAside': true,
  'journal:fork': true,
  'storage:renew': true,
  'template:keep': true,
  'template:all': true,
  'draft:put': true,
  'draft:list': true,
  'draft:remove': true,
  'settings:get': true,
  'settings:put': true,
  'pin:make': true,
  'pin:check': true,
  'pdf:bytes': true,
  'pdf:save': true,
  'pdf:saveIn': true,
  'pdf:print': true,
  'excel:save': true,
  'excel:saveList': true,
  'folder:choose': true,
  'folder:use': true,
  'folder:useDefault': true,
  'folder:show': true,
  'folder:showChosen': true,
  'folder:verify': true,
  'backup:make': true,
  'backup:restore': true,
  'import:choose': true,
  'import:read': true,
  'import:rows': true,
  'import:stop': true,
  'import:append': true,
  'csv:save': true,
  'safety:status': true,
  'safety:backUpNow': true,
  'demo:open': true,
  'demo:renew': true,
  'demo:leave': true,
  'logo:choose': true,
  'calendar:choose': true,
  'calendar:save': true,
  'attachment:choose': true,
  'attachment:keep': true,
  'attachment:read': true,
  'attachment:missing': true,
  'attachment:open': true,
  'attachment:save': true,
  'attachment:total': true,
  'team:status': true,
  'team:look': true,
  'team:found': true,
  'team:join': true,
  'team:suggestData': true,
  'team:admit': true,
  'team:remove': true,
  'team:leave': true,
  'team:move': true,
  'team:syncNow': true,
  'team:recoveryCode': true,
  'team:takeOver': true,
  'team:refill': true,
  'team:rename': true,
  'team:person': true,
}

const events: Readonly<Record<EventName, true>> = {
  'window:closing': true,
  'computer:left': true,
  'task:progress': true,
  'command:run': true,
  'import:progress': true,
  'safety:changed': true,
  'team:changed': true,
  'journal:grown': true,
}

export const callNames = Object.keys(calls) as readonly CallName[]

export const isCallName = (name: unknown): name is CallName =>
  typeof name === 'string' && Object.hasOwn(calls, name)
export const isEventName = (name: unknown): name is EventName =>
  typeof name === 'string' && Object.hasOwn(events, name)

/** Electron's channel of a call or an event. */
export const callChannel = (name: CallName): string => `zhike:call:${name}`
export const eventChannel = (name: EventName): string => `zhike:event:${name}`
