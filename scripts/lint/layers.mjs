// Which folder may import which (docs/ARCHITECTURE.md). Denied unless allowed here; a file that belongs to no layer
// is an error, so that a new folder starts with a decision.
import boundaries from 'eslint-plugin-boundaries'

const sharedParts = [
  'kernel',
  'forms',
  'catalogue',
  'store',
  'print',
  'search',
  'customers',
  'import',
  'team',
  'ipc',
]
const shared = sharedParts.map((part) => `shared-${part}`)
const sharedBase = ['shared-kernel', 'shared-forms']

/** From each layer to the layers that it may import. Features are added below: they have names of their own. */
const allowed = {
  'shared-kernel': [],
  'shared-forms': ['shared-kernel'],
  'shared-catalogue': sharedBase,
  'shared-store': sharedBase,
  'shared-print': sharedBase,
  'shared-search': sharedBase,
  'shared-customers': ['shared-store', 'shared-search', ...sharedBase],
  'shared-import': ['shared-store', 'shared-search', 'shared-customers', 'shared-print', ...sharedBase],
  'shared-team': ['shared-store', ...sharedBase],
  'shared-ipc': shared,
  node: shared,
  cli: ['node', 'assets', ...shared],
  main: ['node', 'assets', ...shared],
  preload: ['shared-ipc'],
  // A page of its own: a finished PDF on its way to the printer.
  'renderer-print': [],
  'renderer-platform': shared,
  'renderer-i18n': ['assets', ...shared],
  'renderer-ui': ['renderer-i18n', 'assets', ...shared],
  'renderer-db': ['renderer-platform', ...shared],
  'renderer-stores': ['renderer-db', 'renderer-platform', ...shared],
  feature: featureMayUse(),
  'renderer-app': featureMayUse(),
}

function featureMayUse() {
  const below = ['db', 'stores', 'ui', 'i18n', 'platform'].map((folder) => `renderer-${folder}`)
  return [...below, 'assets', ...shared]
}

/** The first pattern that fits names the layer; patterns start at the project's folder. */
const elements = [
  ...sharedParts.map((part) => ({ type: `shared-${part}`, pattern: `shared/${part}` })),
  { type: 'node', pattern: 'node' },
  { type: 'cli', pattern: 'cli' },
  { type: 'preload', pattern: 'main/preload' },
  { type: 'main', pattern: 'main' },
  { type: 'feature', pattern: 'renderer/features/*', capture: ['feature'] },
  ...['app', 'print', 'platform', 'db', 'stores', 'ui', 'i18n'].map((folder) => ({
    type: `renderer-${folder}`,
    pattern: `renderer/${folder}`,
  })),
  { type: 'assets', pattern: 'assets' },
  { type: 'tests', pattern: 'tests' },
  { type: 'scripts', pattern: 'scripts' },
].map((element) => ({ ...element, partialMatch: false }))

const policies = [
  ...Object.entries(allowed).map(([from, to]) => ({
    from: { element: { type: from } },
    allow: { to: { element: { type: to } } },
  })),
  // A feature shows the others only what its index.ts exports.
  {
    from: { element: { type: ['feature', 'renderer-app'] } },
    allow: { to: { element: { type: 'feature', fileInternalPath: 'index.ts' } } },
  },
  { from: { element: { type: ['tests', 'scripts'] } }, allow: { to: { element: { type: '*' } } } },
  { from: { file: { categories: 'configuration' } }, allow: { to: { element: { type: '*' } } } },
]

/**
 * @param {string} root the folder that the patterns start at
 * @returns {import('eslint').Linter.Config}
 */
export function layers(root) {
  return {
    files: ['**/*.ts', '**/*.tsx', '**/*.mjs'],
    plugins: { boundaries },
    settings: {
      'boundaries/root-path': root,
      'boundaries/elements': elements,
      'boundaries/elements-single-match': true,
      'boundaries/files': [
        { category: 'configuration', pattern: '*.{ts,mjs}' },
        { category: 'declarations', pattern: '**/*.d.ts' },
      ],
      'boundaries/dependency-nodes': ['import', 'dynamic-import', 'export', 'require'],
      'import/resolver': { node: { extensions: ['.ts', '.tsx', '.d.ts', '.mjs', '.js', '.json'] } },
    },
    rules: {
      'boundaries/no-unknown-files': 'error',
      'boundaries/no-unknown-dependencies': 'error',
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          policies,
          message:
            '{{from.element.types}} must not import {{to.element.types}} ({{to.file.path}}): see scripts/lint/layers.mjs.',
        },
      ],
    },
  }
}
