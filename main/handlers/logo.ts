import { stat } from 'node:fs/promises'
import { nativeImage } from 'electron'
import type { Letterhead } from '../../shared/print/layout-input'
import type { FileFailure } from '../../shared/ipc/contract'
import { err, ok, type Result } from '../../shared/kernel/result'
import { fileFailure } from '../files/failure'
import type { Ask } from '../files/ask'
import type { Handlers } from '../ipc/answer'
import type { Texts } from '../text'

type Logo = NonNullable<Letterhead['logo']>

/** Longer side in pixels: 25 mm on paper at 600 dots an inch. */
const LONGEST = 600
const MOST_BYTES = 20_000_000

export function logoHandlers(ask: Ask, texts: () => Texts): Pick<Handlers, 'logo:choose'> {
  return {
    'logo:choose': async () => {
      const { chooseLogo, pictures } = texts()
      const path = await ask.openFile(chooseLogo, { name: pictures, extensions: ['png', 'jpg', 'jpeg'] })
      return path === null ? ok(null) : readLogo(path)
    },
  }
}

/** Decodes and writes the picture anew, so that nothing but its pixels gets into the firm's data. */
async function readLogo(path: string): Promise<Result<Logo, FileFailure>> {
  try {
    const { size } = await stat(path)
    if (size > MOST_BYTES) return err({ type: 'BadFile', path, reason: `> ${MOST_BYTES / 1_000_000} MB` })
  } catch (error) {
    return err(fileFailure(error, path))
  }
  const picture = nativeImage.createFromPath(path)
  if (picture.isEmpty()) return err({ type: 'BadFile', path, reason: 'PNG / JPEG' })
  const { width, height } = picture.getSize()
  const isWide = width >= height
  const small =
    Math.max(width, height) <= LONGEST
      ? picture
      : picture.resize({ ...(isWide ? { width: LONGEST } : { height: LONGEST }), quality: 'best' })
  return ok({ source: small.toDataURL(), ...small.getSize() })
}
