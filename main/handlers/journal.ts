import type { Draft } from '../../shared/ipc/contract'
import { ok } from '../../shared/kernel/result'
import type { FolderSession } from '../data/folder-session'
import type { Handlers } from '../ipc/answer'

type Calls =
  | 'journal:read'
  | 'journal:ends'
  | 'journal:check'
  | 'journal:append'
  | 'journal:restore'
  | 'journal:setAside'
  | 'journal:fork'
  | 'template:keep'
  | 'template:all'
  | 'draft:put'
  | 'draft:list'
  | 'draft:remove'

/** What is kept in the data folder: changes, templates, drafts. The data folder itself does all of it. */
export function journalHandlers(session: FolderSession, onSaved: () => void): Pick<Handlers, Calls> {
  /** Something was written: the team is to have it soon. */
  const saved = <T>(result: T): T => {
    onSaved()
    return result
  }
  return {
    'journal:read': ({ writer, after, limit }) =>
      session.use((folder) => folder.readText(writer, after, limit)),
    'journal:ends': () => session.use((folder) => ok(folder.ends())),
    'journal:check': () => session.use(async (folder) => ok(await folder.checkUnread())),
    'journal:append': async ({ changes, held }) =>
      saved(await session.use((folder) => folder.append(changes, held))),
    'journal:restore': async ({ changes }) => saved(await session.use((folder) => folder.restore(changes))),
    'journal:setAside': ({ changes }) => session.use((folder) => folder.setAside(changes)),
    'journal:fork': () => session.use((folder) => folder.fork()),
    'template:keep': ({ template }) => session.use((folder) => folder.keepTemplate(template)),
    'template:all': () => session.use((folder) => folder.templates()),
    'draft:put': (draft: Draft) => session.use((folder) => folder.drafts.put(draft)),
    'draft:list': () => session.use((folder) => folder.drafts.list()),
    'draft:remove': ({ id }) => session.use((folder) => folder.drafts.remove(id)),
  }
}
