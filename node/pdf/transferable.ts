import type { Transferable } from 'node:worker_threads'

/** What of these bytes can be handed to another thread without being copied. */
export const transferable = ({ buffer }: Uint8Array): readonly Transferable[] =>
  buffer instanceof ArrayBuffer ? [buffer] : []
