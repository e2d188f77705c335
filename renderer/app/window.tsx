import { catalogue } from '../../shared/catalogue'
import type { LocalSettings } from '../../shared/ipc/contract'
import { applyInThread, checkInThread, listsThread, openWorkingCopy, tablesThread } from '../db'
import { currentLanguage, setLanguage, startLanguage } from '../i18n'
import { browserClock, browserRandom } from '../platform'
import { createBoot } from './boot'
import { damageMark } from './damage-mark'
import type { Early } from './early'
import { noWishes } from './first/frame-state'
import type { Drawn } from './first/root'
import { shownOf } from './shown'

/** The composition root of the window: read while what was asked `early` is being answered, and put into what is drawn. */
export function openWindow({ bridge, lock, frame, shown, theme }: Drawn, early: Early): void {
  const follow = async (settings: LocalSettings) => {
    theme.setState({ choice: settings.theme })
    document.documentElement.lang = settings.language
    // Texts that cannot be read keep nobody from the work: the window stays in 中文.
    await setLanguage(settings.language).catch(reportError)
  }
  // The language of the frame, which stands already.
  startLanguage(currentLanguage())
  const boot = createBoot({
    bridge,
    clock: browserClock,
    random: browserRandom,
    catalogue,
    early,
    open: async (bridge, start, options) => {
      const damage = damageMark(window.localStorage, start.folder.id)
      const opened = await openWorkingCopy(bridge, start, {
        ...options,
        ...(damage.isSet() ? { checkWhole: Infinity } : {}),
        lists: listsThread,
        applier: applyInThread,
        checker: checkInThread,
        tables: tablesThread,
      })
      early.letStorageGo()
      if (opened.ok) void opened.value.workingCopy.checked.then(damage.note)
      return opened
    },
    lock,
    onSettings: follow,
  })
  let isStanding = shown.getState().kind === 'frame'
  boot.store.subscribe((state, before) => {
    if (state.phase === 'ready' && before.phase !== 'ready')
      state.services.app.store.subscribe(({ settings }, { settings: last }) => {
        if (settings !== last) void follow(settings)
      })
    const next = shownOf(state, { boot, bridge, clock: browserClock, frame, isStanding })
    if (next.kind === 'page') isStanding = false
    // What was wished of a frame that gave way, or that comes up locked, is nobody's wish any more.
    if (next.kind === 'page' || lock.store.getState().locked) frame.setState(noWishes)
    // The next start does not begin with a frame that gave way to a question or to a failure.
    if (state.phase === 'failed' || state.phase === 'ahead' || state.phase === 'firstRun')
      bridge.call('frame:keep', null).catch(() => undefined)
    shown.setState(next, true)
  })
  void boot.start()
}
