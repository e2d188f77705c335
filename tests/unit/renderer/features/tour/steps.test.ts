import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { stepAt, steps } from '../../../../../renderer/features/tour/steps'
import { tour as en } from '../../../../../renderer/i18n/locales/en/tour'
import { tour as zh } from '../../../../../renderer/i18n/locales/zh-CN/tour'

/** Where the page of each step gives the attribute that the note points at. */
const givenBy: Readonly<Record<string, string>> = {
  find: 'features/finder/quick-finder.tsx',
  fill: 'features/form-editor/text-stop.tsx',
  submit: 'features/form-editor/editor-bar.tsx',
  print: 'features/form-editor/editor-bar.tsx',
  register: 'ui/list/filter-bar.tsx',
  customer: 'features/customers/customer-view.tsx',
  dues: 'features/dues/due-filter.tsx',
  backup: 'features/settings/settings-page.tsx',
}

it.each(steps.map(({ name, anchor }) => [name, anchor] as const))(
  'points in step %s at something that its page has',
  (name, anchor) => {
    const source = readFileSync(
      join(import.meta.dirname, '../../../../../renderer', givenBy[name] ?? ''),
      'utf8',
    )
    const attribute = anchor.slice(1, -1)
    expect(source).toContain(name === 'fill' ? 'data-stop=' : attribute)
  },
)

it('points at a field that the form of the tour has', async () => {
  const { entryByCode } = await import('../../../../../shared/catalogue')
  const keys = entryByCode('KHTS-BD-001')?.template.fields.map(({ key }) => `[data-stop="${key}"]`)
  expect(keys).toContain(stepAt(1).anchor)
})

it('says something in every step, and nothing else', () => {
  const names = steps.map(({ name }) => name)
  expect(Object.keys(zh.step)).toEqual(names)
  expect(Object.keys(en.step)).toEqual(names)
  expect(steps.length).toBeLessThanOrEqual(8)
})

it('goes no further than the last step', () => {
  expect(stepAt(99)).toBe(steps.at(-1))
  expect(stepAt(0)).toBe(steps[0])
})
