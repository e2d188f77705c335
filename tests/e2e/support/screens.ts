import { expect } from '@playwright/test'
import { sampleOf } from './command-line'
import type { Zhike } from './zhike'

export type Language = 'zh-CN' | 'en'
export type Theme = 'light' | 'dark'

/** Every screen of the program, each reached from 工作台 or the one before it. Leaves the screen as it came. */
export interface Screen {
  readonly name: string
  readonly show: (zhike: Zhike) => Promise<void>
  readonly leave?: (zhike: Zhike) => Promise<void>
}

const code = 'KHTS-BD-001'
const escape = (zhike: Zhike) => zhike.press('Escape')
const heading = (zhike: Zhike) => zhike.page.getByRole('heading', { level: 1 }).waitFor()
const page = (key: string) => async (zhike: Zhike) => {
  await zhike.press(`Alt+${key}`)
  await heading(zhike)
}

/** 表单设置 of a form, from the library. */
const settingsOf = (form: string) => async (zhike: Zhike) => {
  await zhike.press('Alt+2')
  await heading(zhike)
  await zhike.press('Control+f')
  await expect(zhike.page.getByRole('main').getByRole('searchbox')).toBeFocused()
  await zhike.page.keyboard.press('Control+a')
  await zhike.type(form)
  await expect(zhike.page.locator('.zk-form-panel')).toContainText(form)
  await zhike.tabTo(zhike.page.locator('.zk-form-panel button').last())
  await zhike.press('Enter')
  await zhike.page.getByRole('dialog').locator('[data-page]').first().waitFor()
}

/** A page by its place. */
const at = (path: string) => async (zhike: Zhike) => {
  await zhike.page.evaluate((hash) => {
    location.hash = hash
  }, path)
  await heading(zhike)
}

/** The screens that a started program with some records shows. `fillSome` comes first. */
export const screens: readonly Screen[] = [
  { name: 'workbench', show: page('1') },
  { name: 'forms', show: page('2') },
  { name: 'records', show: page('3') },
  { name: 'settings', show: page('4') },
  { name: 'about', show: at('/about') },
  { name: 'dues', show: at('/dues') },
  { name: 'register', show: at(`/records/${code}`) },
  { name: 'voided', show: at('/voided') },
  { name: 'audit', show: at('/audit') },
  { name: 'customers', show: at('/customers') },
  { name: 'customer-new', show: at('/customer/new') },
  { name: 'duplicates', show: at('/customers/duplicates') },
  {
    name: 'finder',
    show: async (zhike) => {
      await zhike.press('Alt+1', 'Control+k')
      await zhike.type('kh')
      await zhike.page.getByRole('option').nth(1).waitFor()
    },
    leave: escape,
  },
  {
    name: 'help',
    show: async (zhike) => {
      await zhike.press('Alt+1', 'F1')
      await zhike.page.locator('[data-help]').waitFor()
    },
    leave: escape,
  },
  {
    name: 'keys',
    show: async (zhike) => {
      await zhike.press('Alt+1', 'F1', 'F1')
      await zhike.page.getByRole('dialog').waitFor()
    },
    leave: async (zhike) => {
      await zhike.press('Escape', 'Escape')
    },
  },
  {
    name: 'person',
    show: async (zhike) => {
      await zhike.press('Alt+1')
      await zhike.tabTo(zhike.page.locator('header [aria-haspopup=menu]'))
      await zhike.press('Enter')
      await zhike.page.getByRole('menu').waitFor()
    },
    leave: escape,
  },
  { name: 'form-empty', show: (zhike) => zhike.openForm(code) },
  {
    name: 'form-problems',
    show: async (zhike) => {
      await zhike.tabTo(zhike.page.locator('header button.MuiButton-contained'), 'Shift+Tab')
      await zhike.press('Enter')
      await zhike.page.locator('aside, [role=complementary]').first().waitFor()
    },
    leave: escape,
  },
  {
    name: 'form-calendar',
    show: async (zhike) => {
      await zhike.toFirstField()
      await zhike.press('Alt+ArrowDown')
      await zhike.page.locator('[data-popover]').waitFor()
    },
    leave: async (zhike) => {
      await zhike.press('Escape')
      await zhike.press('Escape')
    },
  },
  { name: 'form-filled', show: (zhike) => zhike.openRecord('示例商贸') },
  {
    name: 'form-history',
    show: async (zhike) => {
      await zhike.tabTo(zhike.page.locator('main header button').first(), 'Shift+Tab')
      await zhike.press('Enter')
      await zhike.page.locator('aside, [role=complementary]').first().waitFor()
    },
    leave: escape,
  },
  {
    name: 'preview',
    show: (zhike) => zhike.openPreview(),
  },
  {
    name: 'print-setup',
    show: async (zhike) => {
      await zhike.tabTo(zhike.page.locator('[role=dialog] header button[aria-expanded]'), 'Shift+Tab')
      await zhike.press('Enter')
      await zhike.page.getByRole('complementary').waitFor()
    },
    leave: async (zhike) => {
      await zhike.press('Escape')
      await expect(zhike.page.getByRole('dialog')).toHaveCount(0)
      await zhike.press('Escape')
    },
  },
  { name: 'form-settings-heads', show: settingsOf('KHXX-BD-013'), leave: escape },
  { name: 'form-settings-rows', show: settingsOf('KHGL-BD-011'), leave: escape },
]

/** The forms of the records that `fillSome` makes. */
export const filledForms: readonly string[] = [code, 'SHFW-BD-009', 'KHXX-BD-001']

/** A registered record of each and a draft, so that no list is empty. */
export async function fillSome(zhike: Zhike): Promise<void> {
  for (const form of filledForms) {
    await zhike.openForm(form)
    await zhike.fill(sampleOf(form), true)
    await zhike.press('Enter')
    await zhike.notice('已登记').waitFor()
    await zhike.press('Escape')
    if ((await zhike.page.locator('[data-stop]').count()) > 0) await zhike.press('Escape')
    await expect(zhike.page.locator('[data-stop]')).toHaveCount(0)
  }
  await zhike.openForm(code)
  await zhike.toFirstField()
  await zhike.press('Tab')
  await zhike.type('示例客户丁')
  await zhike.press('Tab', 'Escape')
  await expect(zhike.page.locator('[data-stop]')).toHaveCount(0)
  await expect(zhike.notice('已登记，')).toHaveCount(0)
}

/** By keyboard, in 设置. */
export async function choose(zhike: Zhike, language: Language, theme: Theme): Promise<void> {
  await zhike.press('Alt+4')
  const themes = ['light', 'dark', 'system']
  await pick(zhike, `[role=group]:has(button[value="en"])`, ['zh-CN', 'en'], language)
  await pick(zhike, `[role=group]:has(button[value="dark"])`, themes, theme)
  await expect(zhike.page.locator('html')).toHaveAttribute('lang', language)
}

async function pick(zhike: Zhike, group: string, values: readonly string[], wanted: string): Promise<void> {
  const chosen = zhike.page.locator(`${group} button[value="${wanted}"]`)
  if ((await chosen.getAttribute('aria-pressed')) === 'true') return
  const reached = zhike.page.locator(`${group} button[tabindex="0"]`)
  await zhike.tabTo(reached)
  const value = (await reached.getAttribute('value')) ?? ''
  const steps = values.indexOf(wanted) - values.indexOf(value)
  for (let step = 0; step < Math.abs(steps); step += 1)
    await zhike.press(steps > 0 ? 'ArrowRight' : 'ArrowLeft')
  await zhike.press('Enter')
  await expect(chosen).toHaveAttribute('aria-pressed', 'true')
}
