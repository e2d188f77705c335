/** Names that Windows keeps for devices, with any extension. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i
/** Longest name in UTF-16 units; leaves room for the folder in Windows' 260. */
const MAX_LENGTH = 120

/** A file name that every system takes, made of what the window suggests; the extension (without dot) is added once. */
export function safeFileName(suggested: string, extension: string): string {
  const plain = suggested
    .replace(/[\\/:*?"<>|\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(new RegExp(`\\.${extension}$`, 'i'), '')
    .replace(/^[. ]+|[. ]+$/g, '')
  const name = Array.from(plain)
    .reduce((kept, character) => (kept.length + character.length > MAX_LENGTH ? kept : kept + character), '')
    .trimEnd()
  if (name === '') return `知客.${extension}`
  return `${reserved.test(name) ? '_' : ''}${name}.${extension}`
}
