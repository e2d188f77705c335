import { version as pinyinVersion } from 'pinyin-pro/package.json'

/**
 * Raised whenever the lines of lists (`ListRow`) come out otherwise for the same entity: another column, title, word or
 * due day. Entities stay as they are.
 */
const LINE_VERSION = 3

/**
 * What the lines of a working copy were made by. Pinyin and initials stand in them, and another version of the library
 * reads some names otherwise. A working copy whose lines were made by anything else makes them anew from its entities.
 */
export const lineRules = `${LINE_VERSION} pinyin-pro@${pinyinVersion}`
