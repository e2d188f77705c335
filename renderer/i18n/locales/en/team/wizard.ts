import type { Mirror } from '../../../mirror'
import type { teamWizard as zh } from '../../zh-CN/team/wizard'

export const teamWizard: Mirror<typeof zh> = {
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
    fingerprint: 'The team’s check number {{fingerprint}}',
    fingerprintText:
      'Read the check number aloud with a colleague (it stands on their team page): only if it is the same, it is the same team.',
    isTeam:
      'There is a team here already (“{{name}}”): no new one can be made. Nothing was written. To join it go back and choose “Join a team”; for a new one choose an empty folder.',
    begun:
      'There is content of a team folder here, but not its mark: the cloud drive may not have finished, or a move was cut short. Nothing was written. Please look again later, or choose another folder.',
    begunToMove:
      'There is a team folder here whose move was cut short. It is compared and gone on with; the old folder stays as it is. If it is another team’s, nothing is changed.',
    newerTeam:
      'This team folder was made by a newer version of Zhike (format {{format}}). Nothing was changed. Please install the newer version.',
    damagedMark:
      'This looks like a team folder, but its mark is not whole: the cloud drive may not have finished, or it is damaged. Nothing was written. Please look again later; if it stays so, ask the colleague who founded the team to check the folder.',
    dataFolder:
      'This is a data folder of Zhike, not a team folder. A data folder is for one computer; shared, several would write into it. Nothing was written; please choose another folder.',
    other_one:
      'There is {{count}} other file in this folder; it is no team folder. Nothing was written. Please choose an empty folder, or the one that a colleague made.',
    below: 'The folder {{path}} in it is the shared folder of the team “{{name}}”.',
    takeBelow: 'Use that one',
    other_other:
      'There are {{count}} other files in this folder; it is no team folder. Nothing was written. Please choose an empty folder, or the one that a colleague made.',
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
    foundMark: 'The mark of the team is written into {{path}}; this computer gets the letter {{letter}}.',
    foundContent:
      'Records, customers, settings and attachments of this computer are put there, so that colleagues see them after joining. With much data this takes minutes; you can go on working.',
    foundKept: 'The data folder of this computer stays where it is, a whole copy of your own.',
    foundLetter:
      'New numbers bear the letter {{letter}}, as in TS-2026-{{letter}}0001; numbers that were given stay.',
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
    opening: 'Checking the passphrase…',
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
}
