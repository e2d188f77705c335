import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ESLint } from 'eslint'
import tseslint from 'typescript-eslint'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { layers } from '../../../../scripts/lint/layers.mjs'

const files = [
  'shared/kernel/result.ts',
  'shared/forms/field.ts',
  'shared/catalogue/index.ts',
  'shared/store/change.ts',
  'shared/print/page.ts',
  'shared/search/pinyin.ts',
  'shared/ipc/contract.ts',
  'node/store/journal.ts',
  'cli/index.ts',
  'main/index.ts',
  'main/preload/index.ts',
  'renderer/app/main.ts',
  'renderer/platform/bridge.ts',
  'renderer/db/schema.ts',
  'renderer/stores/session.ts',
  'renderer/ui/Button.ts',
  'renderer/i18n/index.ts',
  'renderer/features/records/index.ts',
  'renderer/features/records/rows.ts',
  'renderer/features/sheet/index.ts',
  'assets/locales/zh.json',
  'unplanned/thing.ts',
]

let root: string
let linter: ESLint

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'zhike-layers-'))
  for (const file of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), file.endsWith('.json') ? '{}' : 'export const thing = 1\n')
  }
  linter = new ESLint({
    cwd: root,
    overrideConfigFile: true,
    overrideConfig: [{ files: ['**/*.ts'], languageOptions: { parser: tseslint.parser } }, layers(root)],
  })
})

afterAll(() => {
  rmSync(root, { recursive: true, force: true })
})

/** The rules that an import in `from` of `to` breaks; both start at the project's folder. */
async function broken(from: string, to: string): Promise<string[]> {
  const up = '../'.repeat(from.split('/').length - 1)
  const target = `${up || './'}${to.replace(/\.ts$/, '')}`
  const [result] = await linter.lintText(`import { thing } from '${target}'\nexport const used = thing\n`, {
    filePath: join(root, from),
  })
  return result!.messages.map((message) => message.ruleId ?? message.message)
}

describe('the borders between the layers', () => {
  it.each([
    ['shared/forms/new.ts', 'shared/kernel/result.ts'],
    ['shared/catalogue/new.ts', 'shared/forms/field.ts'],
    ['shared/store/new.ts', 'shared/forms/field.ts'],
    ['shared/print/new.ts', 'shared/kernel/result.ts'],
    ['shared/ipc/new.ts', 'shared/store/change.ts'],
    ['node/store/new.ts', 'shared/store/change.ts'],
    ['node/pdf/new.ts', 'node/store/journal.ts'],
    ['main/new.ts', 'node/store/journal.ts'],
    ['main/new.ts', 'assets/locales/zh.json'],
    ['cli/new.ts', 'node/store/journal.ts'],
    ['main/preload/new.ts', 'shared/ipc/contract.ts'],
    ['renderer/app/new.ts', 'renderer/features/records/index.ts'],
    ['renderer/features/records/new.ts', 'renderer/features/records/rows.ts'],
    ['renderer/features/sheet/new.ts', 'renderer/features/records/index.ts'],
    ['renderer/features/sheet/new.ts', 'renderer/db/schema.ts'],
    ['renderer/stores/new.ts', 'renderer/db/schema.ts'],
    ['renderer/db/new.ts', 'renderer/platform/bridge.ts'],
    ['renderer/i18n/new.ts', 'assets/locales/zh.json'],
    ['renderer/platform/new.ts', 'shared/ipc/contract.ts'],
    ['tests/unit/new.ts', 'renderer/features/records/rows.ts'],
    ['vitest.config.ts', 'node/store/journal.ts'],
  ])('%s may import %s', async (from, to) => {
    expect(await broken(from, to)).toEqual([])
  })

  it.each([
    ['shared/kernel/new.ts', 'shared/forms/field.ts'],
    ['shared/forms/new.ts', 'shared/catalogue/index.ts'],
    ['shared/print/new.ts', 'shared/store/change.ts'],
    ['shared/store/new.ts', 'shared/ipc/contract.ts'],
    ['shared/store/new.ts', 'node/store/journal.ts'],
    ['node/store/new.ts', 'main/index.ts'],
    ['node/store/new.ts', 'cli/index.ts'],
    ['main/new.ts', 'renderer/platform/bridge.ts'],
    ['main/new.ts', 'cli/index.ts'],
    ['cli/new.ts', 'main/index.ts'],
    ['main/preload/new.ts', 'main/index.ts'],
    ['main/preload/new.ts', 'shared/store/change.ts'],
    ['main/preload/new.ts', 'node/store/journal.ts'],
    ['main/new.ts', 'main/preload/index.ts'],
    ['renderer/features/sheet/new.ts', 'main/index.ts'],
    ['renderer/app/new.ts', 'node/store/journal.ts'],
    ['renderer/features/sheet/new.ts', 'renderer/features/records/rows.ts'],
    ['renderer/app/new.ts', 'renderer/features/records/rows.ts'],
    ['renderer/features/sheet/new.ts', 'renderer/app/main.ts'],
    ['renderer/ui/new.ts', 'renderer/stores/session.ts'],
    ['renderer/ui/new.ts', 'renderer/features/records/index.ts'],
    ['renderer/db/new.ts', 'renderer/stores/session.ts'],
    ['renderer/platform/new.ts', 'renderer/db/schema.ts'],
  ])('%s must not import %s', async (from, to) => {
    expect(await broken(from, to)).toEqual(['boundaries/dependencies'])
  })

  it('refuses a file that belongs to no layer', async () => {
    expect(await broken('unplanned/new.ts', 'shared/kernel/result.ts')).toContain(
      'boundaries/no-unknown-files',
    )
    expect(await broken('renderer/new.ts', 'shared/kernel/result.ts')).toContain(
      'boundaries/no-unknown-files',
    )
    expect(await broken('shared/new.ts', 'shared/kernel/result.ts')).toContain('boundaries/no-unknown-files')
  })

  it('refuses an import of a file that belongs to no layer', async () => {
    expect(await broken('main/new.ts', 'unplanned/thing.ts')).toEqual(['boundaries/no-unknown-dependencies'])
  })
})
