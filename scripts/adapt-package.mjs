// Lets electron-builder package the development runtime, which differs from an ordinary Electron.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Runs after packing and before the fuses are set. */
export default async function adaptPackage({ appOutDir, electronPlatformName, packager }) {
  // The runtime's loader, which electron-builder copies along.
  if (electronPlatformName === 'linux')
    await rm(join(appOutDir, 'resources/app'), { recursive: true, force: true })
  // This fuse came with Electron 29; an older program has no place for it.
  if (parseInt(packager.info.framework.version) < 29) {
    delete packager.config.electronFuses.grantFileProtocolExtraPrivileges
  }
}
