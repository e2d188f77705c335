import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import type { FormJson } from './command-line'
import { removeFolder } from '../../support/remove-folder'
import { copyComputer, workerFolder, type Computer } from './computer'
import { launch, type Launched, type LaunchOptions } from './launch'

/** What the person sees of one place on the sheet where the keyboard stops. */
export interface SeenStop {
  readonly key: string
  /** The text that stands in it; for tick boxes the ticked options. */
  readonly shown: string | readonly string[]
  /** Tick boxes in the order of their digits; none for a text. */
  readonly options: readonly string[]
}

export interface FirstRunEntry {
  readonly firm: string
  readonly department: string
  /** The first one works here. */
  readonly people: readonly { readonly name: string; readonly post: string }[]
}

export const exampleFirm: FirstRunEntry = {
  firm: '示例电器有限公司',
  department: '客户服务部',
  people: [
    { name: '示例员工甲', post: '客服专员' },
    { name: '示例员工乙', post: '客服主管' },
  ],
}

/** The window's frame stands and has its page: the data are open. `timeout` in milliseconds. */
export async function pageIsThere(page: Page, options: { readonly timeout?: number } = {}): Promise<void> {
  await pageOf(page).waitFor(options)
}

export const pageOf = (page: Page): Locator => page.locator('[data-answers] > main:not([aria-busy])')

/** The program as a person at the keyboard meets it: nothing here touches a mouse. */
export class Zhike {
  private constructor(
    readonly running: Launched,
    /** A folder that was made for this computer; removed by `close`. */
    private readonly place: string | null = null,
  ) {}

  static async start(options: LaunchOptions = {}): Promise<Zhike> {
    return new Zhike(await launch(options))
  }

  /**
   * 工作台 of the example firm, as after the first run. That one is filled in by keyboard once in each of Playwright's
   * workers; the tests begin with copies.
   */
  static async startFresh(options: LaunchOptions = {}): Promise<Zhike> {
    const place = mkdtempSync(join(tmpdir(), 'zhike-新 '))
    const profile = options.profile ?? join(place, 'profile')
    const dataFolder = options.dataFolder ?? join(place, 'data')
    copyComputer(await firmComputer(), { profile, dataFolder })
    const zhike = new Zhike(await launch({ ...options, profile, dataFolder }), place)
    await zhike.isReady()
    const person = exampleFirm.people[0]?.name ?? ''
    await expect(zhike.page.getByRole('heading', { level: 1 })).toContainText(person)
    return zhike
  }

  /** Ended as a person ends it, and started again on the same folders. */
  async restart(): Promise<Zhike> {
    const { dataFolder, profile } = this.running
    await this.running.app.close()
    const zhike = new Zhike(await launch({ dataFolder, profile }), this.place)
    await zhike.isReady()
    return zhike
  }

  /** 工作台 is shown. */
  async isReady(): Promise<void> {
    await pageIsThere(this.page)
  }

  get page(): Page {
    return this.running.window
  }

  get focused(): Locator {
    return this.page.locator('*:focus')
  }

  /** What the program answers, at the foot of the window. */
  notice(text: string | RegExp): Locator {
    return this.page.locator('[role=status], [role=alert]').filter({ hasText: text }).first()
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  /** Types text as on a keyboard; a line break within a text is Shift+Enter. */
  async type(text: string): Promise<void> {
    const lines = text.split('\n')
    for (const [at, line] of lines.entries()) {
      if (at > 0) await this.press('Shift+Enter')
      await this.page.keyboard.type(line)
    }
  }

  /** Walks with Tab until this has the focus. */
  async tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab', most = 60): Promise<void> {
    await target.first().waitFor()
    for (let step = 0; step <= most; step += 1) {
      if (await target.first().evaluate((element) => element === document.activeElement)) return
      await this.press(key)
    }
    throw new Error(`${String(most)} × ${key} does not reach ${target.toString()}`)
  }

  async fillFirstRun(entry: FirstRunEntry): Promise<void> {
    await expect(this.page.getByLabel(/单位名称/)).toBeFocused()
    await this.type(entry.firm)
    await this.press('Enter')
    await this.type(entry.department)
    await this.press('Enter')
    for (const [at, { name, post }] of entry.people.entries()) {
      const input = this.page.getByLabel(`第 ${String(at + 1)} 位的姓名`)
      if (at > 0) {
        await this.tabTo(this.page.getByRole('button', { name: '添加一位' }))
        await this.press('Enter')
        await this.tabTo(input, 'Shift+Tab')
      }
      await expect(input).toBeFocused()
      await this.type(name)
      await this.press('Enter')
      await this.type(post)
      await this.press('Enter')
    }
    await expect(this.page.getByRole('button', { name: '开始使用' })).toBeFocused()
    await this.press('Enter')
    await expect(this.page.getByRole('heading', { level: 1 })).toContainText(entry.people[0]?.name ?? '')
  }

  /** Ctrl+K, the form's code, Enter: an empty sheet with the focus in it. */
  async openForm(code: string): Promise<void> {
    await this.press('Control+k')
    await this.type(code)
    await expect(this.page.getByRole('option').first()).toContainText(code)
    await this.press('Enter')
    await this.sheetIsOpen()
  }

  /** 单据, the words that find it, the first line of the list. */
  async openRecord(words: string): Promise<void> {
    await this.press('Alt+3')
    await this.tabTo(this.page.locator('[role=search] input[type=text]'))
    await this.type(words)
    await expect(this.page.getByRole('row')).toHaveCount(2)
    await this.press('ArrowDown', 'Enter')
    await this.sheetIsOpen()
  }

  /** Follows a link of the rail that leads to this place. */
  async goTo(path: string): Promise<void> {
    await this.tabTo(this.page.locator(`nav a[href="#${path}"]`))
    await this.press('Enter')
  }

  /** A form is drawn and the keyboard is in it. */
  async sheetIsOpen(): Promise<void> {
    await this.page.locator('[data-stop]').first().waitFor({ state: 'attached' })
    await expect.poll(() => this.focusedStop()).not.toBeNull()
  }

  /** Every place where the keyboard stops, in reading order. */
  stops(): Promise<readonly SeenStop[]> {
    return this.page.locator('[data-stop]').evaluateAll((elements) =>
      elements.map((element) => {
        const key = element.getAttribute('data-stop') ?? ''
        if (element instanceof HTMLTextAreaElement) return { key, shown: element.value, options: [] }
        const boxes = [...element.querySelectorAll('[role=radio], [role=checkbox]')]
        const name = (box: Element) => box.getAttribute('aria-label') ?? ''
        const ticked = boxes.filter((box) => box.getAttribute('aria-checked') === 'true').map(name)
        return { key, shown: ticked, options: boxes.map(name) }
      }),
    )
  }

  /** The key of the stop that has the focus; null when the focus is elsewhere. */
  focusedStop(): Promise<string | null> {
    return this.page.evaluate(
      () => document.activeElement?.closest('[data-stop]')?.getAttribute('data-stop') ?? null,
    )
  }

  async toFirstField(): Promise<void> {
    const first = (await this.stops())[0]?.key
    for (let step = 0; (await this.focusedStop()) !== first; step += 1) {
      if (step > 200) throw new Error('Shift+Tab does not reach the first field')
      await this.press('Shift+Tab')
    }
  }

  /**
   * Fills the whole sheet by keyboard, field after field; ends behind its last field. `atOnce`: each text arrives whole,
   * as from an input method or the clipboard, where the typing itself is not what is tried.
   */
  async fill(values: FormJson, atOnce = false): Promise<void> {
    await this.toFirstField()
    for (let key = await this.focusedStop(); key !== null; key = await this.focusedStop()) {
      const stop = (await this.stops()).find((each) => each.key === key)
      const wanted = valueAt(values, key)
      if (stop && stop.options.length > 0) {
        const ticks = typeof wanted === 'string' ? [wanted] : (wanted ?? [])
        for (const option of ticks) await this.press(digitOf(stop.options, option))
      } else if (typeof wanted === 'string' && atOnce) await this.page.keyboard.insertText(typed(wanted))
      else if (typeof wanted === 'string') await this.type(typed(wanted))
      // A rating moves on by itself.
      if ((await this.focusedStop()) === key) await this.press('Enter')
    }
  }

  async save(): Promise<void> {
    await this.press('Control+s')
    await expect(this.page.locator('header [data-saved]')).toContainText('已保存')
  }

  /** Ctrl+P: the preview, with its first page drawn. */
  async openPreview(): Promise<void> {
    await this.press('Control+p')
    await this.page.locator('[role=dialog] canvas[data-drawn=true]').first().waitFor()
  }

  /** What the person would choose in the dialog that asks where to save. */
  async willSaveTo(path: string): Promise<void> {
    await this.running.app.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
    }, path)
  }

  /** What the next dialog for opening a file or choosing a folder answers. */
  async willOpen(path: string): Promise<void> {
    await this.running.app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
    }, path)
  }

  /** Saves what the preview shows as a PDF at this path. */
  async savePdf(path: string): Promise<void> {
    await this.willSaveTo(path)
    await this.press('Control+s')
    await this.notice(path).waitFor()
  }

  async close(): Promise<void> {
    await this.running.close()
    if (this.place !== null) removeFolder(this.place)
  }
}

let firm: Promise<Computer> | undefined

/** The example firm's computer after the first run; made by the first test of this worker that begins with it. */
export function firmComputer(): Promise<Computer> {
  firm ??= makeFirm(workerFolder('首次'))
  return firm
}

async function makeFirm(place: string): Promise<Computer> {
  const computer = { profile: join(place, 'profile'), dataFolder: join(place, 'data') }
  const zhike = await Zhike.start(computer)
  await zhike.fillFirstRun(exampleFirm)
  await zhike.running.app.close()
  return computer
}

/** Of `no`, `contacts/0/name` or `["quality","产品质量"]`; undefined where the example is empty. */
function valueAt(values: FormJson, key: string): string | readonly string[] | undefined {
  if (key.startsWith('[')) {
    const [field = '', line = ''] = JSON.parse(key) as readonly string[]
    return (values[field] as Readonly<Record<string, string>> | undefined)?.[line]
  }
  const [field = '', row, column = ''] = key.split('/')
  const value = values[field]
  if (row === undefined) {
    return typeof value === 'object' && 'name' in value ? value.name : (value as string | readonly string[])
  }
  return (value as readonly Readonly<Record<string, string>>[] | undefined)?.[Number(row)]?.[column]
}

/** Days and months are typed without signs: 20261121, 202803. */
const typed = (text: string): string =>
  /^\d{4}-\d{2}(-\d{2})?$/.test(text) ? text.replaceAll('-', '') : text

function digitOf(options: readonly string[], option: string): string {
  const at = options.findIndex((each) => squeezed(each) === squeezed(option))
  if (at < 0) throw new Error(`${option} is not among ${options.join()}`)
  return String((at + 1) % 10)
}

/** Without any white space, as paper is read. */
export const squeezed = (text: string): string => text.replace(/\s/gu, '')
