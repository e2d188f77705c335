import { expect, test } from '@playwright/test'
import { prepare } from './support/prepared'
import { Trial } from './support/trial'

let trial: Trial
test.beforeEach(() => {
  trial = new Trial()
})
test.afterEach(() => trial.end())

/** Thirty times in `npm run test:long`; a few of them every day. */
const KILLS = process.env['ZHIKE_TEST_LONG'] ? 30 : 4

test('whatever showed 已保存 before the program was killed is there, many times in a row', async () => {
  test.setTimeout(600_000)
  const saved: { customer: string; address: string }[] = []
  await prepare(trial, 'firm')
  for (let round = 1; round <= KILLS; round += 1) {
    const zhike = await trial.start()
    await zhike.isReady()
    // Begun anew after every kill: nothing is offered that was saved, and the list has every save so far.
    await expect(zhike.page.getByRole('heading', { level: 1 })).toContainText('示例员工甲')
    expect(await trial.unlikeJournal()).toEqual([])

    await zhike.openForm('KHTS-BD-001')
    const customer = `示例客户${String(round)}`
    await typeAndSave(customer)
    let address = ''
    if (round % 2 === 0) {
      address = `示例市示例路${String(round)}号`
      // Past the boxes of 投诉类型.
      await zhike.press('Enter')
      await typeAndSave(address)
    }
    await trial.kill()
    saved.push({ customer, address })

    const read = trial.dumped()
    expect(
      read.map(({ values }) => ({ customer: nameOf(values['customer']), address: values['address'] ?? '' })),
    ).toEqual(saved)
  }
  const zhike = await trial.startReady()
  await expect(
    zhike.page.getByText('没有没保存的填写').or(zhike.page.locator('a[href*="/draft/"]')),
  ).toBeVisible()
  await expect(zhike.page.locator('a[href*="/draft/"]')).toHaveCount(0)
  await trial.agrees()
  expect(await trial.listed()).toHaveLength(KILLS)
  expect(trial.verified()).toMatchObject({ code: 0 })
})

/** Types into the field that has the focus, goes on to the next one, saves; returns at the moment when 已保存 is drawn. */
async function typeAndSave(text: string): Promise<void> {
  const { zhike } = trial
  await zhike.type(text)
  await zhike.press('Enter')
  await zhike.page.waitForFunction(() => document.querySelector('header [data-saved]') === null)
  await zhike.press('Control+s')
  await zhike.page.waitForFunction(
    () => document.querySelector('header [data-saved]')?.textContent.includes('已保存') === true,
  )
}

const nameOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'name' in value ? value.name : value
