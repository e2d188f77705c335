import type { FileFailure } from '../../shared/ipc/contract'
import { err } from '../../shared/kernel/result'
import type { Exchange } from './exchange'

/** What a data folder that must not be written to gives to a team; it takes nothing, and says so. [ST3] */
export function readOnlyExchange(exchange: Exchange, path: string): Exchange {
  const refused = () => Promise.resolve(err<FileFailure>({ type: 'ReadOnly', path }))
  return {
    ...exchange,
    seal: refused,
    take: refused,
    carry: refused,
    pullClock: () => undefined,
    keepTemplate: refused,
    keepAttachment: refused,
    team: { ...exchange.team, keep: refused },
  }
}
