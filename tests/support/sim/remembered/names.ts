import { teamNames as namesOf, type TeamNames } from '../../../../node/team/format/names'
import { toHex } from '../../../../shared/kernel/bytes'

export * from '../../../../node/team/format/names'

/** So many names are remembered; a history needs some hundreds. */
const MOST = 20_000

const teams = new Map<string, TeamNames>()

/** Every computer of every history names the same contents of the same team. */
export const teamNames: typeof namesOf = (team, secret) => {
  const key = `${team} ${secret === null ? '' : toHex(secret)}`
  let names = teams.get(key)
  if (names === undefined) teams.set(key, (names = remembering(namesOf(team, secret))))
  return names
}

function remembering({ tag, contentName }: TeamNames): TeamNames {
  const known = new Map<string, string>()
  return {
    tag,
    contentName: (sha256Hex) => {
      let name = known.get(sha256Hex)
      if (name === undefined) {
        if (known.size >= MOST) known.clear()
        known.set(sha256Hex, (name = contentName(sha256Hex)))
      }
      return name
    },
  }
}
