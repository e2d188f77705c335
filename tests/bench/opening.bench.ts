import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createHash, randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nodeFiles, openDataFolder } from '../../node/store'
import { makeSeedFolder } from '../../node/demo'
import { figures } from './harness'

/** Some 15 MB of journal: three closed segments and an open one. */
const RECORDS = 5_000

let path = ''

const make = async () => {
  path = mkdtempSync(join(tmpdir(), 'zhike-bench-'))
  await makeSeedFolder({ dir: join(path, 'data'), records: RECORDS })
}
const finish = () => {
  rmSync(path, { recursive: true })
}

async function openOnce(memory?: string): Promise<void> {
  const opened = await openDataFolder({
    path: join(path, 'data'),
    files: nodeFiles(),
    clock: { now: () => Date.now() },
    random: (length) => randomBytes(length),
    appVersion: '0.1.0',
    ...(memory === undefined ? {} : { memory }),
  })
  if (!opened.ok) throw new Error(`cannot open: ${opened.error.type}`)
  await opened.value.close()
}

/** What nothing that reads every byte can be faster than. */
function readAndHash(): void {
  const writers = join(path, 'data', 'writers')
  for (const writer of readdirSync(writers)) {
    for (const name of readdirSync(join(writers, writer))) {
      createHash('sha256')
        .update(readFileSync(join(writers, writer, name)))
        .digest()
    }
  }
}

export default figures('打开 5,000 份单据的数据目录 / opening a data folder of 5,000 records', {
  'reading and hashing its bytes': { prepare: make, run: readAndHash, finish },
  'opening it for the first time': { prepare: make, run: () => openOnce(), finish, samples: 5 },
  'opening it again': {
    prepare: async () => {
      await make()
      await openOnce(join(path, 'segments.json'))
    },
    run: () => openOnce(join(path, 'segments.json')),
    finish,
  },
})
