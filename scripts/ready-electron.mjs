// What has to be right before a window can open: a runtime, its system libraries, a display.
import { describe, findElectron } from './electron-runtime.mjs'
import { ensureElectronLibraries } from './install-system.mjs'

/** The runtime to start, or the end of this process with a message that says what is missing. */
export async function readyElectron() {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    stop(
      '没有图形显示（DISPLAY 未设置），窗口无法打开。可在虚拟显示中启动：xvfb-run npm start\n' +
        'No display (DISPLAY is not set), so no window can open. Start it on a virtual one: xvfb-run npm start',
    )
  }
  const electron = await findElectron().catch((error) => stop(error.message))
  console.error(describe(electron))
  const missing = ensureElectronLibraries(electron.path)
  if (missing) stop(missing)
  if (process.platform === 'linux' && process.getuid?.() === 0 && electron.args.length === 0) {
    console.error(
      '以 root 运行，Chromium 沙箱已关闭，仅供开发 / as root, without the sandbox: development only',
    )
    electron.args.push('--no-sandbox')
  }
  return electron
}

function stop(message) {
  console.error(message)
  process.exit(1)
}
