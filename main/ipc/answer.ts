import type { CallName, Calls } from '../../shared/ipc/contract'
import type { Reply } from '../../shared/ipc/refusal'
import { parseCall } from '../../shared/ipc/schema'
import { isOwn } from '../security/origin'

/** One function for each call of the contract; its input has been parsed already. */
export type Handlers = { readonly [N in CallName]: Handler<N> }
export type Handler<N extends CallName> = (
  input: Calls[N]['in'],
) => Promise<Calls[N]['out']> | Calls[N]['out']

/** Who calls: the page's address, whether it is the top page, and whether it stands in the program's own window. */
export interface Sender {
  readonly address: string
  readonly isTop: boolean
  readonly isMainWindow: boolean
}

export type WriteLog = (kind: string, detail: string) => void

/**
 * Answers one call of the window. First the sender is checked, then the payload is parsed, then something is done.
 * Refusals and programming errors are logged and answered as a `Refusal`; expected failures are part of each call's
 * own answer.
 */
export async function answerCall<N extends CallName>(
  call: N,
  handlers: Pick<Handlers, N>,
  sender: Sender,
  input: unknown,
  log: WriteLog,
): Promise<Reply> {
  if (!sender.isMainWindow || !sender.isTop || !isOwn(sender.address)) {
    log('call refused', `${call} from ${sender.address}`)
    return { refusal: { type: 'StrangeSender', call } }
  }
  const parsed = parseCall(call, input)
  if (!parsed.ok) {
    log('call refused', `${call} ${parsed.error}`)
    return { refusal: { type: 'BadPayload', call, detail: parsed.error } }
  }
  try {
    return { value: await handlers[call](parsed.value) }
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    log('call crashed', `${call} ${error instanceof Error ? (error.stack ?? detail) : detail}`)
    return { refusal: { type: 'Crashed', call, detail } }
  }
}
