import { readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { Bridge } from '../../shared/ipc/contract'
import { sampleOf } from './support/command-line'
import {
  broken,
  found,
  indicator,
  joinTeam,
  sync,
  TeamPlace,
  toTeam,
  willChoose,
  write,
} from './support/team'
import { Zhike } from './support/zhike'

declare const window: Window & { readonly zhike: Bridge }

/** Two programs, each with its own data folder, on one team folder. */

let place: TeamPlace
test.beforeEach(() => {
  place = new TeamPlace()
})
test.afterEach(() => {
  place.remove()
})

const filesBelow = (dir: string): readonly string[] =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((name) => join(dir, name))
    .filter((path) => statSync(path).isFile())

test('two programs on one folder: founding, joining, a letter, the same cell apart, an attachment, leaving', async () => {
  const { share } = place
  const a = await Zhike.startFresh(place.homeOf('甲'))
  let b: Zhike | null = null
  try {
    await found(a, share)
    await sync(a)
    await expect(indicator(a)).toContainText(/已同步 \d\d:\d\d/)
    expect(await broken(a)).toEqual([])

    b = await joinTeam(place.homeOf('乙'), share, '二楼')
    await toTeam(b)
    await expect(indicator(b)).toContainText('等待同意加入')
    await expect(b.page.getByText('这台电脑已请求加入，还没有被同意。')).toBeVisible()
    expect(await broken(b)).toEqual([])

    await toTeam(a)
    await sync(a)
    await expect(indicator(a)).toContainText('需要您处理')
    expect(await broken(a)).toEqual([])
    await a.page.getByRole('button', { name: '同意 二楼 加入' }).click()
    await a.notice('已同意“二楼”加入，字母 B。').waitFor()
    await sync(b)
    await expect(indicator(b)).toContainText(/已同步/)

    // A record that B writes and registers, with a photo of the case.
    const photo = join(place.path, '现场记录.txt')
    writeFileSync(photo, '示例附件的内容')
    await b.openForm('KHTS-BD-001')
    await b.type('示例客户甲')
    await b.press('Enter')
    await b.save()
    await willChoose(b, photo)
    await b.page.getByRole('button', { name: '附件', exact: true }).click()
    await b.page.getByRole('button', { name: '添加附件…' }).click()
    await expect(b.page.getByRole('list', { name: '附件列表' }).getByRole('listitem')).toHaveCount(1)
    await b.save()
    await sync(b)
    await sync(a)
    await a.openRecord('示例客户甲')
    await a.page.getByRole('button', { name: '附件 1' }).click()
    await a.page.getByRole('button', { name: '查看“现场记录.txt”' }).click()
    await expect(a.page.getByRole('region', { name: '现场记录.txt' })).toContainText('示例附件的内容')
    await a.press('Escape')

    // The same cell, apart: the folder is away.
    renameSync(share, `${share} 拔掉`)
    await write(a, 'reason', '甲说：压缩机不转')
    await write(b, 'reason', '乙说：插座没电')
    const offline = await b.page.evaluate(() => window.zhike.call('team:syncNow', null))
    expect(offline.ok).toBe(false)
    await expect(indicator(b)).toContainText('离线')
    renameSync(`${share} 拔掉`, share)
    await sync(a)
    await sync(b)
    await sync(a)
    // Lists and the head of the window say so, and lead there.
    await a.page.evaluate(() => {
      location.hash = '/records'
    })
    const mark = a.page.getByRole('img', { name: '有 1 处冲突' })
    await expect(mark).toBeInViewport({ ratio: 1 })
    const [edge, cell] = await mark.evaluate((sign) => [
      sign.getBoundingClientRect().right,
      sign.closest('[role=gridcell]')?.getBoundingClientRect().right ?? 0,
    ])
    expect(edge).toBeLessThanOrEqual(cell)
    await a.page.getByRole('link', { name: '1 处冲突，待选定' }).click()
    const both = a.page.getByRole('button', { name: /用“.*：.*”/ })
    await expect(both).toHaveCount(2)
    expect(await broken(a)).toEqual([])
    await a.page.getByRole('button', { name: /用“乙说：插座没电”/ }).click()
    await expect(both).toHaveCount(0)
    await sync(a)
    await sync(b)
    await expect(b.page.locator('[data-stop="reason"]')).toHaveValue('乙说：插座没电')

    // The number bears the letter of the computer that gave it.
    await b.press('Escape', 'Escape')
    await b.openForm('KHTS-BD-001')
    await b.fill(sampleOf('KHTS-BD-001'), true)
    await b.press('Enter')
    await b.notice('已登记').waitFor()
    await expect(b.page.getByText(/-B0001$/).first()).toBeVisible()
    await b.press('Escape', 'Escape')
    await sync(b)

    // Nothing of it can be read in the folder.
    for (const path of filesBelow(share)) {
      const text = readFileSync(path).toString('utf8')
      for (const secret of ['示例客户甲', '压缩机', '插座', '示例附件', '前台', '示例员工'])
        expect(text.includes(secret), `${secret} in ${path}`).toBe(false)
    }

    await toTeam(b)
    await b.page.getByRole('button', { name: '退出团队…' }).click()
    await b.page.getByRole('dialog').getByRole('button', { name: '退出' }).click()
    await b.notice('已退出团队，本机的数据都在。').waitFor()
    await expect(indicator(b)).toHaveCount(0)
    await sync(a)
    await toTeam(a)
    await expect(a.page.getByRole('row', { name: /二楼/ })).toContainText('已离开')
  } finally {
    await b?.close()
    await a.close()
  }
})
