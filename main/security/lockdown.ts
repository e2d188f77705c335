import { app, type Session, type WebContents } from 'electron'
import { isOwn, mayLoad } from './origin'

/** What has to be set before the program is ready: no address is ever looked up, nothing is fetched behind our back. */
export function closeNetwork(isDevelopment: boolean): void {
  const except = isDevelopment ? ', EXCLUDE localhost, EXCLUDE 127.0.0.1' : ''
  app.commandLine.appendSwitch('host-resolver-rules', `MAP * ~NOTFOUND${except}`)
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-component-update')
  app.commandLine.appendSwitch('no-pings')
}

/** Refuses every permission, every device and every request that leaves the program. */
export function lockSession(session: Session, alsoOrigins: readonly string[]): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => {
    decide(false)
  })
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
  session.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !mayLoad(details.url, alsoOrigins) })
  })
  session.on('will-download', (event) => {
    event.preventDefault()
  })
}

/** For every page that is ever made: it stays where it is, opens nothing and embeds nothing. */
export function lockContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    refuseNavigation(contents)
    contents.on('will-attach-webview', (event) => {
      event.preventDefault()
    })
  })
}

/** A page may only be loaded again as itself: `will-navigate` is not sent for a change behind the `#`. */
function refuseNavigation(contents: WebContents): void {
  const refuse = (event: { preventDefault: () => void }, url: string): void => {
    if (!isOwn(url) || url !== contents.getURL()) event.preventDefault()
  }
  contents.on('will-navigate', (event) => {
    refuse(event, event.url)
  })
  contents.on('will-redirect', (event) => {
    refuse(event, event.url)
  })
  contents.on('will-frame-navigate', (event) => {
    refuse(event, event.url)
  })
}
