/**
 * Counts a test file that cannot even be read (a change breaks what it prepares before its first test) as a failed test.
 * Stryker's runner for Vitest looks at tests alone and would take such a change for one that nobody notices
 * (stryker-mutator/stryker-js, issue 6150).
 */
export const unreadFiles = {
  onTestRunEnd(modules) {
    for (const { task: file } of modules) {
      if (file.result?.state !== 'fail' || file.tasks.length > 0) continue
      file.tasks.push({
        type: 'test',
        id: `${file.id}_unread`,
        name: 'can be read',
        mode: 'run',
        file,
        suite: file,
        tasks: [],
        meta: {},
        result: file.result,
      })
    }
  },
}
