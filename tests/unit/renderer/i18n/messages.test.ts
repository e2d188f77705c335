import { beforeAll, describe, expect, it } from 'vitest'
import {
  failureParts,
  failureText,
  findingText,
  inputProblemText,
  problemText,
  setLanguage,
  startLanguage,
  type Failure,
  type Language,
} from '../../../../renderer/i18n'
import type { InputProblem, ProblemKind } from '../../../../shared/forms'
import type { Finding } from '../../../../shared/ipc/contract'

const path = 'D:\\数据 目录'

const failures: readonly Failure[] = [
  { type: 'DiskFull', path },
  { type: 'NotWritable', path },
  { type: 'NotFound', path },
  { type: 'Exists', path },
  { type: 'Busy', path },
  { type: 'ReadOnly', path },
  { type: 'BadFile', path, reason: 'x7' },
  { type: 'Io', path, code: 'EIO' },
  { type: 'BadChange', reason: 'x7' },
  { type: 'InUse', path },
  { type: 'NotADataFolder', path },
  { type: 'FolderMissing', path, standard: 'C:\\standard' },
  { type: 'VerifyFailed', path, reason: 'x7' },
  { type: 'NotEmpty', path },
  { type: 'LittleRoom', path, free: 2 ** 31, wanted: 2 ** 30 },
  { type: 'FontMissing', path },
  { type: 'NoPrinter' },
  { type: 'PrintFailed', reason: 'x7' },
  { type: 'NewerWorkingCopy', found: 3, known: 2 },
  { type: 'NoWorkingCopy', reason: 'x7' },
]

const findings: readonly Finding[] = [
  { finding: 'tornTail', file: 'f1', bytes: 12, kept: 'q1' },
  { finding: 'damagedFrames', file: 'f1', offset: 7, bytes: 12, kept: 'q1' },
  { finding: 'missingChanges', writer: '0123456789abcdef', from: 3, to: 9 },
  { finding: 'brokenChain', file: 'f1', seq: 4 },
  { finding: 'strangeFile', file: 'f1' },
  { finding: 'newerFolder', format: 2 },
  { finding: 'newerSegment', file: 'f1', format: 2 },
  { finding: 'damagedFile', file: 'f1', kept: 'q1' },
  { finding: 'markRestored', folder: 'abc' },
  { finding: 'cloudFolder', path: '/home/a/OneDrive/zhike', place: 'OneDrive' },
  { finding: 'newWriter', before: '0123456789abcdef', writer: 'fedcba9876543210' },
]

const problems: readonly ProblemKind[] = [
  { kind: 'required' },
  { kind: 'tooLong', max: 5, length: 7 },
  { kind: 'malformed', type: 'date' },
  { kind: 'unknownOption', option: 'x7', options: ['a', 'b'] },
  { kind: 'tooManyDecimals', scale: 2 },
  { kind: 'tooManyDecimals', scale: 0 },
  { kind: 'tooManyRows', max: 5, count: 7 },
  { kind: 'phoneDoubtful' },
  { kind: 'emailDoubtful' },
  { kind: 'idNumberDoubtful', doubt: 'checkDigit' },
  { kind: 'idNumberDoubtful', doubt: 'date' },
  { kind: 'creditCodeDoubtful', doubt: 'length' },
  { kind: 'creditCodeDoubtful', doubt: 'characters' },
]

const inputProblems: readonly InputProblem[] = [
  { problem: 'notADate', typed: 'x7' },
  { problem: 'notATime', typed: 'x7' },
  { problem: 'notADateTime', typed: 'x7' },
  { problem: 'notAMonth', typed: 'x7' },
  { problem: 'notAYear', typed: 'x7' },
  { problem: 'notANumber', typed: 'x7' },
  { problem: 'tooManyDecimals', typed: 'x7', scale: 2 },
  { problem: 'notAnOption', typed: 'x7', options: ['a', 'b'] },
  { problem: 'notYesNo', typed: 'x7' },
  { problem: 'tooLong', max: 5, length: 7 },
  { problem: 'notTyped', typed: 'x7' },
]

/** A sentence in the right language, with every variable filled in and no key left in its place. */
function expectSentence(text: string, language: Language) {
  expect(text).not.toMatch(/\{\{|\bundefined\b|^[a-zA-Z]+[.:][a-zA-Z]/)
  expect(text.length).toBeGreaterThan(3)
  expect(/\p{Script=Han}/u.test(text.replaceAll(path, '').replaceAll('是', '').replaceAll('否', ''))).toBe(
    language === 'zh-CN',
  )
}

beforeAll(() => {
  startLanguage('zh-CN')
})

describe.each(['zh-CN', 'en'] as const)('in %s', (language) => {
  beforeAll(async () => {
    await setLanguage(language)
  })

  it.each(failures)('failure $type says what happened, what was kept and what to do', (failure) => {
    for (const part of Object.values(failureParts(failure)) as string[]) expectSentence(part, language)
    if ('path' in failure) expect(failureText(failure)).toContain(path)
    if ('reason' in failure) expect(failureText(failure)).toContain('x7')
  })

  it.each(findings)('finding $finding is told with its facts', (finding) => {
    const text = findingText(finding)
    expectSentence(text, language)
    if ('file' in finding) expect(text).toContain(finding.file)
    if ('kept' in finding) expect(text).toContain(finding.kept)
  })

  it.each(problems)('problem $kind names the field', (problem) => {
    const text = problemText({ path: ['f'], severity: 'refuse', problem, label: 'L9' })
    expectSentence(text, language)
    expect(text).toMatch(/^L9/)
  })

  it.each(inputProblems)('typed text that is $problem is explained', (problem) => {
    expectSentence(inputProblemText(problem), language)
  })
})

describe('a rule of a form', () => {
  it('speaks for itself', () => {
    const problem: ProblemKind = { kind: 'rule', message: '承诺办理期限不能早于受理日期' }
    expect(problemText({ path: ['f'], severity: 'warn', problem, label: 'L9' })).toBe(problem.message)
  })
})
