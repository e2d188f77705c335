import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { recordsOf, sampleOf, type FormJson } from './support/command-line'
import { Zhike } from './support/zhike'
import { removeFolder } from '../support/remove-folder'

let place: string
let zhike: Zhike | undefined
test.beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'zhike-主线 '))
})
test.afterEach(async () => {
  await zhike?.close().catch(() => undefined)
  removeFolder(place)
})

const forms = [
  { code: 'KHTS-BD-001', number: /^TS-\d{4}-0001$/, find: '示例客户乙' },
  { code: 'KHXX-BD-001', number: /^KH-\d{4}-0001$/, find: '示例商贸' },
  { code: 'SHFW-BD-009', number: null, find: 'slkhb' },
] as const

for (const { code, number, find } of forms) {
  const title = `${code} is filled, saved, registered, found after a restart and saved as PDF, by keyboard alone`
  test(code === 'KHTS-BD-001' ? `${title}, as two others every day @long` : title, async () => {
    const sample = sampleOf(code)
    zhike = await Zhike.startFresh({ profile: join(place, 'profile'), dataFolder: join(place, '数据 目录') })
    await zhike.openForm(code)
    await zhike.fill(sample)
    await expect(zhike.page.getByRole('button', { name: '登记' })).toBeFocused()
    await zhike.save()
    const saved = recordsOf(zhike.running.dataFolder)
    expect(saved).toMatchObject([{ form: code, state: 'draft' }])
    expect(saved[0]?.values).toMatchObject(withoutNumber(sample))

    await zhike.press('Enter')
    await zhike.notice('已登记').waitFor()
    const filled = await zhike.stops()

    const again = await zhike.restart()
    zhike = again
    await again.openRecord(find)
    await expect.poll(() => again.stops()).toEqual(filled)
    const [kept, ...others] = recordsOf(zhike.running.dataFolder)
    expect(others).toEqual([])
    expect(kept?.state).toBe('submitted')
    if (number) expect(kept?.number).toMatch(number)
    else expect(kept?.number).toBeNull()
    expect(kept?.values).toMatchObject(withoutNumber(sample))

    await zhike.openPreview()
    const pdf = join(place, '已填.pdf')
    await zhike.savePdf(pdf)
    expect(existsSync(pdf)).toBe(true)
    await zhike.press('Escape')
    await expect(zhike.page.getByRole('dialog')).toHaveCount(0)
    await expect.poll(() => again.focusedStop()).not.toBeNull()
  })
}

/** 登记 gives the number, so the example's own is not compared. */
function withoutNumber(sample: FormJson): FormJson {
  return Object.fromEntries(Object.entries(sample).filter(([key]) => key !== 'no'))
}
