import { readMark as read } from '../../../../node/team/format/mark'
import { ByBytes } from './by-bytes'

export * from '../../../../node/team/format/mark'

const known = new ByBytes<ReturnType<typeof read>>()

/** Every pass of every computer reads the mark. */
export const readMark: typeof read = (bytes) => known.of(bytes, '', () => read(bytes))
