import { expect, test } from '@playwright/test'
import { findField, formatValue, getValue } from '../../shared/forms'
import { formCodes, paperForm, valuesOf } from './support/agreement'
import { sampleOf } from './support/command-line'
import { axeFinds } from './support/axe'
import { choose, filledForms, fillSome, screens, type Theme } from './support/screens'
import { exampleFirm, Zhike } from './support/zhike'

/** Names of the program, its languages, a word that dates understand, and who works here. */
const names = ['知客', '知', '中文', '今天', ...exampleFirm.people.flatMap(({ name, post }) => [name, post])]

/** What stays Chinese in every language: names and words of the forms, and what was filled in. The longest first. */
function knownWords(): readonly string[] {
  const words = formCodes().flatMap((code) => {
    const { template } = paperForm(code)
    const values = valuesOf(template, filledForms.includes(code) ? sampleOf(code) : {})
    const columns = template.fields.flatMap((field) => ('columns' in field.type ? field.type.columns : []))
    const written = (path: readonly string[]) => {
      const field = findField(template, path)
      return field ? formatValue(field, getValue(values, path)) : ''
    }
    return [
      template.name,
      template.module,
      ...[...template.fields, ...columns].map(({ label }) => label),
      ...template.fields.flatMap(({ type }) => (type.type === 'rows' ? (type.preset?.labels ?? []) : [])),
      ...template.rules.map(({ message }) => message),
      ...Object.keys(values.fields).map((key) => written([key])),
      ...Object.entries(values.rows).flatMap(([rows, all]) =>
        all.flatMap(({ id, cells }) => Object.keys(cells).map((column) => written([rows, id, column]))),
      ),
    ]
  })
  return [...new Set([...words, ...names])].filter((word) => word !== '').sort((a, b) => b.length - a.length)
}

/** Chinese text outside the paper that neither a form says nor somebody typed. */
async function untranslated(zhike: Zhike, words: readonly string[]): Promise<readonly string[]> {
  const left = (text: string) => words.reduce((rest, word) => rest.replaceAll(word, ''), text)
  return (await chineseTexts(zhike)).filter((text) => /\p{Script=Han}/u.test(left(text)))
}

function chineseTexts(zhike: Zhike): Promise<readonly string[]> {
  return zhike.page.evaluate(() => {
    const skipped =
      '[data-page], [data-stop], [lang="zh-CN"]:not(html), .zk-thumbnail, script, style, kbd, canvas'
    const texts: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? ''
      const element = node.parentElement
      if (!/\p{Script=Han}/u.test(text) || text.includes('示例') || !element || element.closest(skipped))
        continue
      if (element.checkVisibility()) texts.push(text)
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
      if (element.closest(skipped)) continue
      for (const name of ['aria-label', 'title', 'placeholder']) {
        const text = element.getAttribute(name) ?? ''
        if (/\p{Script=Han}/u.test(text) && !text.includes('示例')) texts.push(`${name}: ${text}`)
      }
    }
    return texts
  })
}

/** What axe finds on every screen, the first run and the empty workbench among them; the program is left full. */
async function walk(zhike: Zhike, theme: Theme): Promise<void> {
  await zhike.page.getByLabel(/单位名称/).waitFor()
  const found: string[] = (await axeFinds(zhike.page)).map((each) => `first run: ${each}`)
  await zhike.fillFirstRun(exampleFirm)
  found.push(...(await axeFinds(zhike.page)).map((each) => `empty workbench: ${each}`))
  await fillSome(zhike)
  await choose(zhike, 'zh-CN', theme)
  for (const screen of screens) {
    await screen.show(zhike)
    found.push(...(await axeFinds(zhike.page)).map((each) => `${screen.name}: ${each}`))
    await screen.leave?.(zhike)
  }
  expect.soft(found).toEqual([])
}

test('no screen breaks a rule of axe; in English none keeps a Chinese word outside the paper and what people typed', async () => {
  const zhike = await Zhike.start()
  try {
    await test.step('axe', () => walk(zhike, 'light'))
    await zhike.press('Alt+1')
    await choose(zhike, 'en', 'light')
    const words = knownWords()
    const found: string[] = []
    for (const screen of screens) {
      await screen.show(zhike)
      found.push(...(await untranslated(zhike, words)).map((text) => `${screen.name}: ${text}`))
      await screen.leave?.(zhike)
    }
    expect(found).toEqual([])
  } finally {
    await zhike.close()
  }
})

test('no screen breaks a rule of axe in the dark theme, as in the light one every day @long', async () => {
  const zhike = await Zhike.start()
  try {
    await walk(zhike, 'dark')
  } finally {
    await zhike.close()
  }
})
