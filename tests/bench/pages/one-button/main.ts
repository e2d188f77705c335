import { join } from 'node:path'
import { app, BrowserWindow } from 'electron'

/** The least program that any Electron program with these libraries is: what 知客's start and memory are measured beside. */
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true } })
  void window.loadFile(join(__dirname, 'page/index.html'))
})
