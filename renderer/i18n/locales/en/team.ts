import type { Mirror } from '../../mirror'
import type { team as zh } from '../zh-CN/team'

export const team: Mirror<typeof zh> = {
  title: 'Team',
  indicator: {
    label: 'Team: {{text}}. Opens the team page',
    synced: 'In sync {{time}}',
    unsent_one: '{{count}} to send',
    unsent_other: '{{count}} to send',
    offline: 'Offline',
    attention: 'Needs your attention',
    fetching: 'Receiving {{done}}/{{total}}',
    waiting: 'Waiting to be admitted',
    syncing: 'Syncing',
    never: 'Not synced yet',
    tipTeam: 'Team “{{name}}”',
    tipLast: 'Last synced {{when}}',
    tipNever: 'Not synced since the program was opened',
    tipUnsent_one: '{{count}} change is saved here and waits to be sent to the team folder',
    tipUnsent_other: '{{count}} changes are saved here and wait to be sent to the team folder',
    tipAllSent: 'Everything of this computer has been sent',
    tipArrived_one: '{{count}} change of colleagues received since the program was opened',
    tipArrived_other: '{{count}} changes of colleagues received since the program was opened',
    tipProblems_one: '{{count}} matter to look at',
    tipProblems_other: '{{count}} matters to look at',
    tipRequests_one: '{{count}} computer asks to join',
    tipRequests_other: '{{count}} computers ask to join',
  },
  alone: {
    title: 'This computer is in no team',
    text: 'A few colleagues can work together through one ordinary shared folder: a network share, the synced folder of a cloud drive, a USB stick carried to and fro. No server is needed; without a network everybody goes on working, and it comes together later.',
    found: 'New team folder',
    foundText:
      'You are the first. Choose an empty shared folder; the records, customers and settings of this computer become those of the team.',
    join: 'Join a team',
    joinText:
      'A colleague has made one. Choose the same shared folder to get what is in the team; what this computer has now stays where it is, and can be brought along.',
  },
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
  },
  choose: {
    folder: 'Choose the team folder',
    pick: 'Choose a folder…',
    again: 'Another folder…',
    chosen: 'Chosen folder',
    none: 'None yet',
    looking: 'Looking at this folder…',
    dataFolder: 'Choose the place of the new data folder',
  },
  place: {
    empty: 'An empty folder: a team can be made here.',
    emptyToJoin:
      'This folder is empty; there is no team in it. Nothing was written. If colleagues say that it is here, the cloud drive may not have finished, or this is another folder of the same name: please check and choose again.',
    emptyToMove:
      'An empty folder. The content of the present team folder will be copied into it; the old folder stays as it is.',
    team_one: 'Team “{{name}}”, {{count}} computer so far.',
    team_other: 'Team “{{name}}”, {{count}} computers so far.',
    locked: 'with a passphrase',
    open: 'without a passphrase',
    fingerprint: 'Check number {{fingerprint}}',
    fingerprintText:
      'Read the check number aloud with a colleague (it stands on their team page): only if it is the same, it is the same team.',
    isTeam:
      'There is a team here already (“{{name}}”): no new one can be made. Nothing was written. To join it go back and choose “Join a team”; for a new one choose an empty folder.',
    newerTeam:
      'This team folder was made by a newer version of Zhike (format {{format}}). Nothing was changed. Please install the newer version.',
    damagedMark:
      'This looks like a team folder, but its mark is not whole: the cloud drive may not have finished, or it is damaged. Nothing was written. Please look again later; if it stays so, ask the colleague who founded the team to check the folder.',
    dataFolder:
      'This is a data folder of Zhike, not a team folder. A data folder is for one computer; shared, several would write into it. Nothing was written; please choose another folder.',
    other_one:
      'There is {{count}} other file in this folder; it is no team folder. Nothing was written. Please choose an empty folder, or the one that a colleague made.',
    other_other:
      'There are {{count}} other files in this folder; it is no team folder. Nothing was written. Please choose an empty folder, or the one that a colleague made.',
  },
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
    NotInTeam: 'This computer is in no team. Nothing was changed.',
    KeysUnavailable:
      'The system’s key store cannot be used now ({{reason}}), so that there is no safe place for the team’s keys. Nothing was changed. Log in to the system again and try once more.',
    TeamFileFailed:
      'The file {{path}} could not be read or written ({{reason}}). What this computer has is all there. Make sure that the folder opens and has space, and try again.',
  },
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
      todo: 'Ask your colleagues whether it moved. If it is the wrong drive, change it back; if it was emptied, get the folder back from the cloud drive’s bin, its versions or a backup: then it goes on by itself, and each computer puts again what it wrote and is missing.',
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
      todo: 'Ask the founder to press “Admit” on the team page, after comparing the check number with you.',
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
      happened: 'Another computer ({{device}}) has the same key: one is a copy of the other.',
      kept: 'Changes of both are kept. This one has a new key and asks to be admitted anew.',
      todo: 'Ask the founder to admit this computer on the team page.',
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
  act: {
    syncNow: 'Sync now',
    move: 'Another place…',
    leave: 'Leave the team…',
  },
  wizard: {
    found: 'New team folder',
    join: 'Join a team',
    steps: 'Step {{step}} of {{of}}: {{name}}',
    stepFolder: 'the folder',
    stepNames: 'names and passphrase',
    stepCheck: 'compare the team',
    stepData: 'this computer’s records',
    stepGo: 'confirm',
    next: 'Next',
    back: 'Back',
    teamName: 'Name of the team',
    teamNameExample: 'Customer service, say',
    computer: 'What this computer is called',
    computerHint: 'What colleagues see: front desk, upstairs left, Li’s laptop',
    missing: 'Please fill this in',
    withPassphrase: 'With a passphrase (content is encrypted)',
    withPassphraseHint: 'Advised on cloud drives and sticks.',
    passphrase: 'Passphrase',
    passphraseAgain: 'Passphrase once more',
    passphraseDiffers: 'The two are not the same',
    forgotten:
      'If it is forgotten nobody can open it: there is no back door. Write it on paper and keep it safe.',
    strength: {
      short_one: 'Too short: at least {{count}} character',
      short_other: 'Too short: at least {{count}} characters',
      weak: 'Weak: guessed within days. Make it longer, or use several unrelated words',
      fair: 'Fair: takes long to guess',
      strong: 'Strong: practically not to be guessed',
    },
    show: 'Show',
    hide: 'Hide',
    whatHappens: 'What is going to happen',
    foundMark: 'The mark of the team is written into {{path}}; this computer gets the letter A.',
    foundContent:
      'Records, customers, settings and attachments of this computer are put there, so that colleagues see them after joining. With much data this takes minutes; you can go on working.',
    foundKept: 'The data folder of this computer stays where it is, a whole copy of your own.',
    foundLetter: 'New numbers bear the letter A, as in TS-2026-A0001; numbers that were given stay.',
    joinFetch:
      'A new data folder of the team is made in {{data}} and filled from the team. With much data this takes minutes.',
    joinKept: 'The present data folder {{old}} stays as it is.',
    joinRestart: 'Zhike opens again and you work in the team.',
    joinWait:
      'Until the founder admits this computer you see what is in the team and can work; colleagues see what you write afterwards.',
    go: 'Begin',
    foundGo: 'Make the team',
    joinGo: 'Join the team',
    founding: 'Making the team…',
    joining: 'Joining, receiving what there is…',
    dataPlace: 'The new data folder is put into',
    dataPlaceChange: 'Another place…',
    bring_one: 'Bring this computer’s records along ({{count}} record, {{customers}} customers)',
    bring_other: 'Bring this computer’s records along ({{count}} records, {{customers}} customers)',
    bringText:
      'They appear in the team with their numbers and histories; numbers that the team has too are listed for you to decide.',
    bringNone: 'There are no records or customers on this computer to be brought along.',
    leaveBehind:
      'Otherwise you begin with what is in the team; what this computer had stays in its folder and can be opened from the settings.',
    person: '{{name}} is working on this computer now.',
    personNone: 'Nobody has been chosen as working on this computer.',
  },
  code: {
    title: 'Recovery code',
    intro:
      'If the founder’s computer breaks or is lost, this code lets another computer admit members. Print it or write it down now, keep it with the firm’s seal, and do not put a photo of it on a cloud drive.',
    copy: 'Copy',
    copied: 'Copied',
    print: 'Print…',
    check: 'To confirm that it is kept: type its last group',
    checkWrong: 'This is not the last group of the code; compare with the paper and type it again',
    done: 'It is kept',
    later: 'Later',
    laterText:
      'It can be seen again on the team page at any time. Without it nobody can admit members once this computer is gone.',
    paperTitle: 'Recovery code of the team “{{name}}”',
    paperFingerprint: 'Check number',
    paperCode: 'Recovery code',
    paperWhat: 'Use',
    paperWhatText: 'On another computer of the team: team page → take over. Keep it like the firm’s seal.',
    paperDate: 'Printed on',
  },
  page: {
    fingerprint: 'Check number {{fingerprint}}',
    where: 'Team folder',
    lockedNote: 'content is encrypted',
    openNote: 'not encrypted: whoever can open this folder can read it',
    state: 'Syncing',
    syncing: 'Syncing…',
    idle: 'Nothing under way',
    offline: 'Offline',
    fetching: 'Receiving changes of colleagues',
    problems: 'To look at',
    noProblems: 'All is well',
    members: 'Computers',
    membersNote_one: '{{count}}',
    membersNote_other: '{{count}}',
    letter: 'Letter',
    computer: 'Computer',
    person: 'Person',
    seen: 'Last seen',
    never: 'never',
    program: 'Version',
    read: 'Has read',
    readAll: 'everything',
    readPart: '{{segments}} of {{of}} segments',
    readUnknown: 'unknown',
    me: 'this one',
    removed: 'removed',
    waiting: 'waiting',
    requests: 'Asking to join',
    requestLine: '{{name}} · {{person}} · version {{program}} · {{when}}',
    requestLineNoPerson: '{{name}} · version {{program}} · {{when}}',
    requestFingerprint: 'Check number {{fingerprint}}: read it aloud with them before admitting',
    requestLetter: 'Its letter',
    requestName: 'Its name',
    letterBad: 'One to three capitals',
    letterTaken: 'This letter is taken',
    admit: 'Admit',
    admitNamed: 'Admit {{name}}',
    admitted: '“{{name}}” was admitted with the letter {{letter}}.',
    onlySeal: 'The founder’s computer admits others. If it is gone, take over here with the recovery code.',
    remove: 'Remove',
    removeNamed: 'Remove the computer {{name}}',
    removeTitle: 'Remove “{{name}}”?',
    removeText:
      'What it writes from now on is not taken by the team; what it wrote before stays. The data on it cannot be taken back, and the passphrase stays the same. It can join again when needed.',
    removedDone: '“{{name}}” was removed.',
    more: 'Manage',
    rename: 'Rename this computer…',
    renameTitle: 'What this computer is called',
    renamed: 'This computer is called “{{name}}” now.',
    showCode: 'Recovery code…',
    takeOver: 'Take over admitting…',
    takeOverTitle: 'Take over admitting',
    takeOverText:
      'Type the recovery code that was printed when the team was made. This computer can then admit and remove; the other one still can.',
    takeOverCode: 'Recovery code',
    takenOver: 'This computer can admit and remove computers now.',
    leaveTitle: 'Leave the team?',
    leaveText:
      'This computer works alone from now on. Its records, customers and attachments all stay; what was sent stays in the team. To come back it has to ask again.',
    leaveUnsent_one: '{{count}} change has not been sent: colleagues will not see it.',
    leaveUnsent_other: '{{count}} changes have not been sent: colleagues will not see them.',
    leave: 'Leave',
    left: 'This computer has left the team; its data is all there.',
    moved: 'The team folder is {{path}} now.',
    synced: 'Synced.',
    openTeam: 'Team page',
    help: 'About the team folder',
  },
  arrivalFailed: 'Changes of colleagues are in the data folder, but cannot be shown now: {{reason}}',
}
