import { openContainer as open, type Place } from '../../../../node/team/format/container'
import { toHex } from '../../../../shared/kernel/bytes'
import { ByBytes } from './by-bytes'

export * from '../../../../node/team/format/container'

const known = new ByBytes<ReturnType<typeof open>>()

const textOf = ({ kind, writer, segment, first, last, mint, tag }: Place): string =>
  [kind, writer, segment, first, last, mint, tag].join(' ')

/** Every computer opens the same files of the team folder. */
export const openContainer: typeof open = (bytes, place, team) => {
  const { team: name, secret } = team
  const what = `${textOf(place)} ${name} ${secret === null ? '' : toHex(secret)}`
  return known.of(bytes, what, () => open(bytes, place, team))
}
