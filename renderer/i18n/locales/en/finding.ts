import type { Mirror } from '../../mirror'
import type { finding as zh } from '../zh-CN/finding'

export const finding: Mirror<typeof zh> = {
  tornTail:
    'The last write was cut short by a power failure or a forced end: {{bytes}} bytes at the end of {{file}} are incomplete. Everything that was finished is there; the unfinished part was kept as {{kept}}. Nothing to do; if a record had not yet shown "Saved", look for it under “Unsaved work”.',
  tornTailUnkept:
    'The last write was cut short by a power failure or a forced end: {{bytes}} bytes at the end of {{file}} are incomplete. Everything that was finished is there, and the file stays as it is. Nothing to do; if a record had not yet shown "Saved", look for it under “Unsaved work”.',
  damagedFrames:
    '{{bytes}} bytes of {{file}}, from byte {{offset}} on, are damaged and cannot be read. Everything else was read; the damaged part was kept as {{kept}}. Check the disk, and compare the records of that time with your latest backup.',
  damagedFramesUnkept:
    '{{bytes}} bytes of {{file}}, from byte {{offset}} on, are damaged and cannot be read. Everything else was read, and the file stays as it is. Check the disk, and compare the records of that time with your latest backup.',
  missingChanges:
    'Changes {{from}} to {{to}} of writer {{writer}} are missing. Everything else is there. See whether a file was moved away; if you have a backup, restore it and compare.',
  arriving:
    "Changes {{from}} to {{to}} of a colleague's computer (writer {{writer}}) are still on their way: what another computer passed on came before them. They are filled in by themselves once they have arrived, and nothing is lost here. If they have not come after some days, start the program on that computer and let it sync once; if that computer is no more, check these changes against a backup.",
  mended:
    'The file {{file}} was damaged or missing; a whole copy of it from the team folder took its place. Nothing to do.',
  brokenChain:
    'Change {{seq}} in {{file}} does not follow from those before it; it may have been altered, or another copy was mixed in. Its content was kept. Compare the records after it with a backup.',
  strangeFile:
    'The data folder has an unknown file, {{file}}. It was skipped and left alone; you may ignore it.',
  newerFolder:
    'This data folder was written by a newer version of Zhike (format {{format}}). It is open read-only: you can look and print, not change. Install the newer Zhike to go on filling in.',
  newerSegment:
    'The file {{file}} was written by a newer version of Zhike (format {{format}}) and cannot be read here; it is kept as it is. Install the newer Zhike to see what is in it.',
  damagedFile:
    'The content of {{file}} is not what was written, and was not used; it was kept as {{kept}}. Everything else is there. Check the disk; if it was unsaved work, see whether something has to be filled in again.',
  damagedFileUnkept:
    'The content of {{file}} is not what was written, and was not used; the file stays as it is. Everything else is there. Check the disk; if it was unsaved work, see whether the record lacks anything.',
  markRestored:
    'The mark of the data folder was lost or damaged and was written again from the data itself (folder {{folder}}). Nothing to do.',
  newWriter:
    'What this computer wrote last is damaged or not whole; from the next save on it goes into new files ({{before}} → {{writer}}). What can be read is kept. Nothing to do.',
  cloudFolder:
    'The data folder {{path}} lies in {{place}}. It is for this computer alone: copied by a cloud drive, or opened by several computers, it gets conflicting copies and becomes slow. Nothing is lost so far. Move it to an ordinary folder of this computer in Settings; to share with colleagues, use Team.',
  cloudPlace: {
    OneDrive: 'a OneDrive folder',
    Nutstore: 'a Nutstore folder',
    Dropbox: 'a Dropbox folder',
    iCloud: 'iCloud Drive',
    Syncthing: 'a Syncthing folder',
    BaiduNetdisk: 'a Baidu Netdisk folder',
    WpsDrive: 'WPS Drive',
    GoogleDrive: 'Google Drive',
    networkDrive: 'a network share',
  },
}
