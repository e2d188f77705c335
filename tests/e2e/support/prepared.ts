import { copyComputer, workerFolder } from './computer'
import { Trial } from './trial'
import { firmComputer } from './zhike'

/** How many records a prepared computer holds: complaints of 示例客户0001 and so on. */
export const RECORDS = 12

/**
 * How a computer stands before a test begins: after the first run; with records in its data folder, which the window has
 * still to take in; with the same records in its working copy, too.
 */
export type Beginning = 'firm' | 'written' | 'shown'

/** Made once in each of Playwright's workers, by the program itself; tests begin with copies. */
const made = new Map<Beginning, Promise<Trial>>()

/** Makes a computer that has not been started yet stand so. */
export async function prepare(trial: Trial, beginning: Beginning): Promise<void> {
  if (beginning === 'firm') copyComputer(await firmComputer(), trial.computer)
  else copyComputer((await preparedTrial(beginning)).computer, trial.computer)
}

function preparedTrial(beginning: 'written' | 'shown'): Promise<Trial> {
  const known = made.get(beginning) ?? makeTrial(beginning)
  made.set(beginning, known)
  return known
}

async function makeTrial(beginning: 'written' | 'shown'): Promise<Trial> {
  const trial = new Trial(undefined, workerFolder('已备'))
  await prepare(trial, beginning === 'written' ? 'firm' : 'written')
  await trial.startReady()
  if (beginning === 'written') await trial.register(RECORDS)
  else await trial.agrees()
  await trial.stop()
  return trial
}
