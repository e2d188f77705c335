import type { Mirror } from '../../../mirror'
import type { teamHelp as zh } from '../../zh-CN/team/help'

export const teamHelp: Mirror<typeof zh> = {
  help: {
    title: 'About the team folder',
    what: 'What it is',
    whatText:
      'An ordinary folder with the changes, attachments and forms that each computer wrote. Every file is written once by one computer and never changed, so that conflicting copies of a cloud drive cannot hurt, and missing, late or doubled files lose nobody’s records. Each computer has a whole copy of its own in its data folder.',
    work: 'Working together',
    workText:
      'Everybody fills in forms as usual. Where two people changed the same field apart, both values stay and a person decides. Each computer has a letter that its numbers bear (TS-2026-B0042), so that no number is given twice.',
    not: 'What it does not protect',
    notText:
      'Whoever can open the folder can read everything in it when there is no passphrase; with one the content cannot be read, but how many computers there are, when they wrote and how much can be seen. Whoever can write to the folder can delete files in it: you lose nothing by that, but colleagues wait until they are sent again. Every computer that was admitted sees everything in the team; removing one does not take back what it has. It is no backup: keep backing up the data folder.',
    lost: 'Passphrase and recovery code',
    lostText:
      'If the passphrase is forgotten nobody can open what is in the team folder, and no new computer can join; computers that have joined keep their data. The recovery code lets another computer admit members when the founder’s computer is gone: print it and lock it away.',
    change: 'Another passphrase',
    changeText:
      'A passphrase cannot be changed within a folder: whoever knows the old one can read what is in it for ever. For another one, or so that a computer that was removed reads nothing that comes: let every computer sync; on one of them leave the team and make a new one in another empty folder, with the new passphrase; the others leave, too, and join the new one. The data stays where it is, what was not sent is sent, and letters stay. Delete the old folder when all have changed.',
  },
}
