import { join } from 'node:path'
import { ESLint, type Linter } from 'eslint'
import tseslint from 'typescript-eslint'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../../../..')

/** The project's own rules, without those that need types: the files linted here exist only in this test. */
const linter = new ESLint({
  cwd: root,
  overrideConfig: [
    { files: ['**/*.{ts,tsx}'], ...(tseslint.configs.disableTypeChecked as Linter.Config) },
    { files: ['**/*.{ts,tsx}'], languageOptions: { parserOptions: { projectService: false } } },
  ],
})

async function broken(file: string, code: string): Promise<string[]> {
  const [result] = await linter.lintText(code, { filePath: join(root, file) })
  const rules = result!.messages.map((message) => message.ruleId ?? message.message)
  return rules.filter((rule) => rule !== '@typescript-eslint/no-unused-vars')
}

const restricted = '@typescript-eslint/no-restricted-imports'

describe('what each platform may use', () => {
  it.each([
    ['shared/kernel/planted.ts', `import { readFileSync } from 'node:fs'`, restricted],
    ['shared/kernel/planted.ts', `import { app } from 'electron'`, restricted],
    ['shared/forms/planted.ts', `import React from 'react'`, restricted],
    ['shared/store/planted.ts', `export const at = Date.now()`, 'no-restricted-properties'],
    ['shared/store/planted.ts', `export const dice = Math.random()`, 'no-restricted-properties'],
    ['shared/store/planted.ts', `export const now = new Date()`, 'no-restricted-syntax'],
    ['node/store/planted.ts', `import { app } from 'electron'`, restricted],
    ['node/store/planted.ts', `import { readFileSync } from 'fs'`, restricted],
    ['cli/planted.ts', `import Dexie from 'dexie'`, restricted],
    ['main/windows/planted.ts', `import { ipcMain } from 'electron'`, restricted],
    ['main/windows/planted.ts', `import * as electron from 'electron'`, restricted],
    ['main/windows/planted.ts', `export const title = '保存'`, 'no-restricted-syntax'],
    ['renderer/features/sheet/planted.ts', `import { readFileSync } from 'node:fs'`, restricted],
    ['renderer/features/sheet/planted.ts', `import { ipcRenderer } from 'electron'`, restricted],
    ['renderer/stores/planted.ts', `import Dexie from 'dexie'`, restricted],
    [
      'renderer/features/sheet/Planted.tsx',
      `export const Planted = () => <p>保存</p>`,
      'no-restricted-syntax',
    ],
    [
      'renderer/features/sheet/Planted.tsx',
      `export const Planted = () => <p>Save it</p>`,
      'i18next/no-literal-string',
    ],
    [
      'renderer/features/sheet/Planted.tsx',
      `export const Planted = () => <button aria-label="Save it" />`,
      'i18next/no-literal-string',
    ],
    [
      'node/store/planted.ts',
      `// eslint-disable-next-line eqeqeq\nexport const same = 1 == 2`,
      'local/described-disable',
    ],
    ['node/store/planted.ts', `${'// a line\n'.repeat(401)}export const long = 1`, 'max-lines'],
  ])('in %s, refuses %s', async (file, code, rule) => {
    expect(await broken(file, `${code}\n`)).toContain(rule)
  })

  it.each([
    ['shared/store/planted.ts', `export const at = new Date(0)`],
    ['node/store/planted.ts', `import { readFileSync } from 'node:fs'`],
    ['main/ipc/planted.ts', `import { ipcMain } from 'electron'`],
    ['main/preload/planted.ts', `import { ipcRenderer } from 'electron'`],
    ['main/windows/planted.ts', `import { BrowserWindow } from 'electron'`],
    ['renderer/db/planted.ts', `import Dexie from 'dexie'`],
    ['renderer/i18n/planted.ts', `export const name = '中文'`],
    ['renderer/features/sheet/Planted.tsx', `export const Planted = () => <p id="save">· 1 / 2</p>`],
    ['renderer/features/sheet/Planted.tsx', `export const Planted = () => <kbd>F1</kbd>`],
    ['renderer/features/sheet/planted.ts', "export const name = '知客'"],
    ['renderer/features/sheet/planted.ts', "export const wide = '０１２'"],
    [
      'node/store/planted.ts',
      `// eslint-disable-next-line eqeqeq -- planted in a test\nexport const same = 1 == 2`,
    ],
  ])('in %s, allows %s', async (file, code) => {
    expect(await broken(file, `${code}\n`)).toEqual([])
  })

  it('refuses a disable comment that disables nothing', async () => {
    const code =
      '// eslint-disable-next-line eqeqeq -- a reason that is no longer true\nexport const one = 1\n'
    const [result] = await linter.lintText(code, { filePath: join(root, 'node/store/planted.ts') })
    expect(result!.errorCount).toBe(1)
    expect(result!.messages[0]!.message).toContain('Unused eslint-disable directive')
  })
})
