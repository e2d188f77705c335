import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyChange, emptyEntity, recordInfo, type Edit, type EntityState } from '../../../../shared/store'
import { isOpenable, lookOfName, plainFileName, typeOfName } from '../../../../shared/store/file-types'
import {
  addFileEdits,
  filesOf,
  removeFileEdits,
  renameFileEdits,
} from '../../../../shared/store/record-files'
import { stored } from '../../../property/store-arbitrary'

const WRITER = 'aaaaaaaaaaaaaaaa'
const NEW = emptyEntity({ kind: 'record', id: 'r1' })
const file = (n: number, name = `照片${n}.jpg`) => ({
  row: `row${n}`,
  name,
  hash: String(n).repeat(64).slice(0, 64),
  size: n * 1000,
  type: 'image/jpeg',
})

/** Applies edits one change after the other. */
function written(...steps: readonly ((state: EntityState) => readonly Edit[])[]): EntityState {
  return steps.reduce((state, step, i) => applyChange(state, stored(WRITER, i + 1, step(state), i)), NEW)
}
const add =
  (...files: readonly ReturnType<typeof file>[]) =>
  (state: EntityState) =>
    addFileEdits(state, files)
const remove = (row: string) => (state: EntityState) => removeFileEdits(state, row)
const names = (state: EntityState) => filesOf(state).map(({ name }) => name)

describe('[ST35] attachments of a record', () => {
  it('stand in the order in which they were added, with who and when', () => {
    const state = written(add(file(2), file(1)), add(file(3)))
    expect(names(state)).toEqual(['照片2.jpg', '照片1.jpg', '照片3.jpg'])
    expect(recordInfo(state).files).toBe(3)
    const { added, ...first } = filesOf(state)[0]!
    expect(first).toEqual(file(2))
    expect(added).toMatchObject({ person: { name: '示例员工a' }, hlc: { ms: 0 } })
  })

  it('are renamed and removed, and one that was removed comes back in its place', () => {
    const state = written(add(file(1), file(2)), (now) => renameFileEdits(now, 'row1', ' 合同/现场.jpg '))
    expect(names(state)).toEqual(['现场.jpg', '照片2.jpg'])
    expect(renameFileEdits(state, 'row1', '现场.jpg')).toEqual([])
    expect(renameFileEdits(state, 'row9', 'x')).toEqual([])
    const gone = written(add(file(1), file(2)), remove('row1'))
    expect(names(gone)).toEqual(['照片2.jpg'])
    expect(removeFileEdits(gone, 'row1')).toEqual([])
    const back = written(add(file(1), file(2)), remove('row1'), add(file(1)))
    expect(names(back)).toEqual(['照片1.jpg', '照片2.jpg'])
    expect(Object.values(back.rows).flatMap(({ removals }) => removals)).toEqual([])
  })

  it('without a proper hash are none', () => {
    expect(filesOf(written(add({ ...file(1), hash: '../../etc/passwd' })))).toEqual([])
  })

  it('survive a rename that did not know of the removal', () => {
    const base = written(add(file(1)))
    const renamed = stored('bbbbbbbbbbbbbbbb', 1, renameFileEdits(base, 'row1', '新名.jpg'), 5)
    const removed = stored(WRITER, 2, removeFileEdits(base, 'row1'), 6)
    const ways = [
      [renamed, removed],
      [removed, renamed],
    ].map((changes) => changes.reduce(applyChange, base))
    expect(ways[0]).toEqual(ways[1])
    expect(recordInfo(ways[0]!).files).toBe(1)
  })

  it('follow any sequence of adding, removing and putting back', () => {
    const act = fc.record({ add: fc.boolean(), n: fc.integer({ min: 1, max: 4 }) })
    fc.assert(
      fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
        const model = new Set<string>()
        let state = NEW
        acts.forEach(({ add: adds, n }, i) => {
          const edits = adds ? addFileEdits(state, [file(n)]) : removeFileEdits(state, `row${n}`)
          if (adds) model.add(`row${n}`)
          else model.delete(`row${n}`)
          state = applyChange(state, stored(WRITER, i + 1, edits, i))
        })
        expect(
          filesOf(state)
            .map(({ row }) => row)
            .sort(),
        ).toEqual([...model].sort())
      }),
    )
  })
})

describe('the name of an attachment', () => {
  it('loses folders and signs that are not shown, keeps its ending, and has its length limited', () => {
    expect(plainFileName('C:\\照片\\a.jpg')).toBe('a.jpg')
    expect(plainFileName('合同\u202Egpj.exe')).toBe('合同gpj.exe')
    const long = plainFileName(`${'😀'.repeat(150)}.docx`)
    expect(long.length).toBeLessThanOrEqual(200)
    expect(long).toMatch(/^(?:😀)+\.docx$/u)
  })

  it('says the kind, and whether the system may open it: never a program', () => {
    expect([typeOfName('A.PNG'), lookOfName('A.PNG'), lookOfName('x.pdf')]).toEqual([
      'image/png',
      'picture',
      'pdf',
    ])
    expect(typeOfName('README')).toBe('application/octet-stream')
    const refused = [
      'a.exe',
      'a.pdf.exe',
      'a.bat',
      'a.lnk',
      'a.js',
      'a.html',
      'a.svg',
      'a',
      '.pdf',
      'a.pdf ',
      'a.constructor',
    ]
    expect(refused.filter(isOpenable)).toEqual([])
    expect(['a.pdf', '合同.DOCX', 'a.b.jpg'].filter((name) => !isOpenable(name))).toEqual([])
  })
})
