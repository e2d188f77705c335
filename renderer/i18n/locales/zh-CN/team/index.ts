import { teamHelp } from './help'
import { teamPage } from './page'
import { teamProblem } from './problem'
import { teamWizard } from './wizard'

export const team = {
  ...teamPage,
  ...teamWizard,
  ...teamProblem,
  ...teamHelp,
} as const
