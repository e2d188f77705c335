import type { DataFolder } from '../../../node/store'
import type { Exchange } from '../../../node/store/exchange'
import type { TeamFolder } from '../../../node/team/carrier/team-folder'

/** Another exchange in the place of a data folder's own; everything else stays. */
export function withExchange(
  folder: DataFolder,
  change: (exchange: Exchange) => Partial<Exchange>,
): DataFolder {
  return overlaid(folder, { exchange: overlaid(folder.exchange, change(folder.exchange)) })
}

export function overlaid<T extends object>(of: T, members: Partial<T>): T {
  return new Proxy(of, {
    get: (target, name) => Reflect.get(name in members ? members : target, name) as unknown,
  })
}

/** A carrier's methods, bound, so that some may be others. */
export function methods(carrier: TeamFolder): TeamFolder {
  return {
    list: (dir) => carrier.list(dir),
    read: (path, most) => carrier.read(path, most),
    putNew: (path, bytes) => carrier.putNew(path, bytes),
    putAgain: (path, bytes) => carrier.putAgain(path, bytes),
    removeOwn: (path) => carrier.removeOwn(path),
    close: () => carrier.close(),
  }
}
