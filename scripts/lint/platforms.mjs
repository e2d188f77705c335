// Which packages and globals each layer may use: the platforms stay apart even where types would let them mix.
import { builtinModules } from 'node:module'

const bareBuiltin = {
  regex: `^(${builtinModules.filter((name) => !name.startsWith('_')).join('|')})$`,
  message: 'Write node:… for Node’s own modules.',
}
const node = { regex: '^node:', message: 'Node’s modules only in node/, main/, cli/, scripts/ and tests/.' }
const electron = { regex: '^electron($|/)', message: 'Electron only in main/.' }
const dexie = { regex: '^(dexie|fake-indexeddb)($|/|-)', message: 'IndexedDB only in renderer/db.' }
const react = {
  regex: '^(react|react-dom|react-i18next|wouter|@mui/.*|@emotion/.*)($|/)',
  message: 'React only in renderer/.',
}
const pdf = { regex: '^(pdfkit|pdfmake|fontkit)($|/)', message: 'PDFs are painted in node/pdf.' }
const rawIpc = {
  regex: '^electron($|/)',
  importNames: ['ipcMain', 'ipcRenderer'],
  message: 'Raw IPC only in main/ipc and main/preload: use the typed contract of shared/ipc.',
}

/** Han characters and their punctuation; not full-width digits and letters, which people type. */
const cjk = '[\\u3000-\\u303F\\u3400-\\u9FFF\\uF900-\\uFAFF，：；！？（）]'
/** The program’s name is the same in every language. */
const ownName = '^知客?\\.?$'
const untranslated = [
  `Literal[value=/${cjk}/][value!=/${ownName}/]`,
  `TemplateElement[value.raw=/${cjk}/][value.raw!=/${ownName}/]`,
  `JSXText[value=/${cjk}/][value!=/${ownName}/]`,
].map((selector) => ({ selector, message: 'Text that a person reads belongs into the locales.' }))

const clock = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Time is passed in (shared/kernel/clock.ts).',
  },
  { selector: "CallExpression[callee.name='Date']", message: 'Time is passed in (shared/kernel/clock.ts).' },
]

const injected = [
  { object: 'Date', property: 'now', message: 'Time is passed in (shared/kernel/clock.ts).' },
  { object: 'Math', property: 'random', message: 'Randomness is passed in (shared/kernel/ids.ts).' },
]

function imports(...patterns) {
  return { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [bareBuiltin, ...patterns] }] }
}

export const platforms = [
  {
    files: ['shared/**'],
    rules: {
      ...imports(node, electron, dexie, react, pdf),
      'no-restricted-syntax': ['error', ...clock],
      'no-restricted-properties': ['error', ...injected],
    },
  },
  { files: ['node/**', 'cli/**'], rules: imports(electron, dexie, react) },
  {
    files: ['main/**'],
    rules: { ...imports(rawIpc, dexie, react), 'no-restricted-syntax': ['error', ...untranslated] },
  },
  { files: ['main/ipc/**', 'main/preload/**'], rules: imports(dexie, react) },
  {
    files: ['renderer/**'],
    rules: { ...imports(node, electron, dexie, pdf), 'no-restricted-syntax': ['error', ...untranslated] },
  },
  { files: ['renderer/db/**'], rules: imports(node, electron, pdf) },
  // Where the texts themselves stand.
  { files: ['renderer/i18n/**', 'main/text.ts', 'main/text/**'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['scripts/**', 'tests/**', '*.ts', '*.mjs'], rules: imports() },
]
