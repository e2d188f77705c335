import type { Mirror } from '../../../mirror'
import type { teamProblem as zh } from '../../zh-CN/team/problem'

export const teamProblem: Mirror<typeof zh> = {
  problem: {
    offline: {
      happened: 'The team folder {{path}} cannot be reached now.',
      kept: 'You go on working; everything is saved here and nothing that is to be sent is lost.',
      todo: 'It goes on by itself when the network, share or stick is back. If the folder has moved, say where it is.',
    },
    emptied: {
      happened:
        'The folder {{path}} is there, but what belongs to the team is not: emptied, or another drive under the same letter.',
      kept: 'Nothing was deleted because of that and nothing written; what this computer has is whole.',
      todo: 'Ask your colleagues whether it moved. If it is the wrong drive, change it back; if it moved, choose “Another place”; if it was really emptied, get it back from the cloud drive’s bin, or choose “Put it back”: each computer adds what it wrote.',
    },
    otherTeam: {
      happened: 'The folder {{path}} is now one of another team (“{{name}}”).',
      kept: 'Nothing was read or written; what this computer has is whole.',
      todo: 'Connect the drive or share of this team again, or say where it is with “Another place”.',
    },
    newerFolder: {
      happened: 'The team folder was brought to a newer version of Zhike (format {{format}}).',
      kept: 'You go on working; changes are saved here.',
      todo: 'Install the newer version on this computer; syncing then goes on by itself.',
    },
    markForged: {
      happened: 'The mark of {{path}} does not bear the seal of this team: it may have been tampered with.',
      kept: 'Nothing was read or written; what this computer has is whole.',
      todo: 'Check the folder together with the colleague who founded the team; then use “Another place”.',
    },
    readOnlyFolder: {
      happened: 'The folder {{path}} can be read but not written.',
      kept: 'Changes of colleagues arrive; yours are saved here.',
      todo: 'Ask whoever keeps the share to let this computer write; with a stick look for its write protection.',
    },
    folderFull: {
      happened: 'The team folder {{path}} is full.',
      kept: 'Your changes are saved here, all of them.',
      todo: 'Make space on that drive. Do not delete files of the team folder.',
    },
    diskFull: {
      happened: 'The disk of this computer is full ({{path}}): nothing more can be received.',
      kept: 'What is here is whole; the rest waits in the team folder.',
      todo: 'Make space on this disk; it goes on by itself.',
    },
    waitingForAdmission: {
      happened: 'This computer has asked to join and is not admitted yet.',
      kept: 'You can work; your changes lie ready and colleagues see them afterwards.',
      todo: 'Ask the founder to press “Admit” on the team page, and read this computer’s check number below to them.',
    },
    removedFromTeam: {
      happened: 'This computer was removed from the team; colleagues no longer receive its changes.',
      kept: 'What it has is all there, to look at, print and fill in.',
      todo: 'If that was a mistake, talk to your colleagues and join again; otherwise leave the team, and this note goes.',
    },
    keysLost: {
      happened: 'The team’s keys of this computer are gone or cannot be read (a new system or another user).',
      kept: 'What this computer has is all there. Syncing has stopped.',
      todo: 'Choose “Join a team” and join the same team folder again: the data stays where it is, and what was not sent goes on.',
    },
    clockSkew: {
      ahead: 'The clock of “{{name}}” is about {{span}} fast.',
      behind: 'The clock of “{{name}}” is about {{span}} slow.',
      days_one: '{{count}} day',
      days_other: '{{count}} days',
      hours_one: '{{count}} hour',
      hours_other: '{{count}} hours',
      minutes_one: '{{count}} minute',
      minutes_other: '{{count}} minutes',
      kept: 'Nothing is lost; only times and the order of show are not right.',
      todo: 'Set the date and time of that computer (let it set them automatically).',
    },
    copiedComputer: {
      happened: 'This computer is a copy of another, or an older backup was restored (writer {{writer}}).',
      kept: 'It writes under a new name now; both histories are kept.',
      todo: 'Nothing has to be done. Set up new computers with “Join a team” instead of copying the data folder.',
    },
    sameKey: {
      happened: 'Another computer works as this one ({{device}}): one is a copy of the other.',
      kept: 'What both wrote is kept. This one is a computer of its own now, and its new numbers bear another letter; numbers that were given stay.',
      todo: 'If it says “waiting”, ask the founder to admit it on the team page. Set up new computers with “Join a team” instead of copying one.',
    },
    foundingFinished: {
      happened: 'Making the team was cut short last time; it is made now.',
      kept: 'Name and passphrase are those given then; what this computer has is all there.',
      todo: 'You have not seen the recovery code yet: open it now, print it and lock it away.',
    },
    refused: {
      happened: 'The file {{file}} ({{by}}) was not taken: {{why}}',
      kept: 'Nothing of it was read; everything else is synced.',
      todo: 'Tell the colleague who signed it. A single one is mostly the drive’s fault and is sent again; many mean that somebody meddles with the folder.',
    },
    stuck: {
      happened: 'The file {{file}} has not fully arrived for more than a day.',
      kept: 'What arrived is kept; what follows it waits.',
      todo: 'See whether the cloud drive’s program has stopped or has no space; the computer that wrote it sends it again, too.',
    },
    needsNewerProgram: {
      happened: 'The file {{file}} ({{by}}) was written by a newer version of Zhike.',
      kept: 'It stays as it is; what follows of that computer is received after the upgrade.',
      todo: 'Install the newer version on this computer.',
    },
    notAdmitted: {
      happened_one: 'The computer {{device}}, not admitted yet, has put {{count}} segment there.',
      happened_other: 'The computer {{device}}, not admitted yet, has put {{count}} segments there.',
      kept: 'They stay in the team folder and are received once it is admitted.',
      todo: 'If it is a colleague’s, admit it under “Asking to join”; otherwise leave it.',
    },
    conflictCopies: {
      happened_one:
        'A cloud drive left {{count}} conflicting copy in the team folder, for example {{example}}.',
      happened_other:
        'A cloud drive left {{count}} conflicting copies in the team folder, for example {{example}}.',
      kept: 'They do no harm and are not read.',
      todo: 'Nothing has to be done. To tidy up, delete the files with “conflict” or “copy” in their names.',
    },
    moreRequests: {
      happened_one: 'Too many computers ask to join: {{count}} more is not shown.',
      happened_other: 'Too many computers ask to join: {{count}} more are not shown.',
      kept: 'They stay in the team folder; admitted computers sync as ever.',
      todo: 'Answer those that are shown first. If you know none of them, look who can open this folder.',
    },
    leftBehind: {
      happened_one:
        'When this computer joined, {{count}} attachment could not be read and is still in {{path}} alone.',
      happened_other:
        'When this computer joined, {{count}} attachments could not be read and are still in {{path}} alone.',
      kept: 'The records were all brought along, and the data folder from before is as it was.',
      todo: 'Open that data folder, save these attachments elsewhere and add them here again.',
    },
    failed: {
      happened: 'Something unexpected went wrong while syncing ({{reason}}).',
      kept: 'What this computer has is all there; nothing that is to be sent is lost.',
      todo: 'It tries again by itself. If it goes on, press “Sync now”, or open Zhike again.',
    },
  },
  why: {
    forged: 'its signature is wrong; it may be forged.',
    foreign: 'the computer that signed it may not write in this name.',
    misplaced: 'it belongs to another place or team; it may be an old file that was moved.',
    unreadable: 'the team’s passphrase does not open it, or it is not encrypted.',
    tooLarge: 'it is unreasonably large.',
    malformed: 'its content breaks the format.',
    removed: 'it comes from a computer that was removed.',
  },
  by: 'of “{{name}}”',
  byUnknown: 'of unknown origin',
  failure: {
    FolderUnreachable:
      'The folder {{path}} cannot be opened now: the stick or the network may be missing, the share renamed, or you have no permission. Nothing was changed. Make sure that it opens in the file manager and try again.',
    NotATeamFolder:
      'There is no team in {{path}}. Nothing was written. Please choose the folder that your colleagues use; with a cloud drive wait until it has finished.',
    FolderNotEmpty:
      'The folder {{path}} is not empty; its files are as they were. Please choose an empty one.',
    InsideDataFolder:
      'The folder {{path}} lies inside the data folder (or around it). They would copy each other and grow. Nothing was written; please choose one outside.',
    OtherTeam:
      'The folder {{path}} belongs to another team (“{{name}}”). Nothing was read or written. Please choose the folder of this team.',
    NewerTeam:
      'The team folder was made by a newer version of Zhike (format {{format}}). Nothing was changed. Please install the newer version.',
    MarkDamaged:
      'The mark of {{path}} is not whole or damaged. Nothing was changed. Wait until the cloud drive has finished; if it stays so, ask the colleague who founded the team.',
    WrongPassphrase:
      'The passphrase is wrong. Nothing was changed. Check capitals and spaces and type it again.',
    WeakPassphrase_one: 'The passphrase needs at least {{count}} character. Nothing was changed.',
    WeakPassphrase_other:
      'The passphrase is too short: at least {{count}} characters. Nothing was changed. Please choose a longer one.',
    WrongRecoveryCode:
      'The recovery code is wrong or of another team. Nothing was changed. Compare it with the paper and type it again.',
    LetterTaken: 'Another computer has the letter {{letter}}. Nothing was changed. Please choose another.',
    NotSealHolder:
      'This computer cannot admit or remove members. Nothing was changed. Do it on the founder’s computer, or take over with the recovery code.',
    AlreadyInTeam: 'This computer is in a team. Nothing was changed. Leave it first to join another.',
    FoundedBefore:
      'The team in this folder was made by the attempt before, with the name and the passphrase given then; what was typed now was not used. This computer is in that team now. If nobody knows that passphrase, leave it and make one in another empty folder.',
    NotInTeam: 'This computer is in no team. Nothing was changed.',
    KeysUnavailable:
      'The system’s key store cannot be used now ({{reason}}), so that there is no safe place for the team’s keys. Nothing was changed. Log in to the system again and try once more.',
    TeamFileFailed:
      'The file {{path}} could not be read or written ({{reason}}). What this computer has is all there. Make sure that the folder opens and has space, and try again.',
  },
}
