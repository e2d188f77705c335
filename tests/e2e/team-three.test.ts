import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
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

/** Three programs, each with its own data folder and profile, on one locked team folder. */

let place: TeamPlace
test.beforeEach(() => {
  place = new TeamPlace()
})
test.afterEach(() => {
  place.remove()
})

const REASON = '[data-stop="reason"]'

/** What the place on the open sheet shows. */
const shows = (zhike: Zhike, text: string) => expect(zhike.page.locator(REASON)).toHaveValue(text)

test('three programs on one locked folder: joining, the same cell three ways, a third settles it, an attachment, a computer gone and back @long', async () => {
  test.setTimeout(600_000)
  const { share } = place
  const homeOfB = place.homeOf('乙')
  const a = await Zhike.startFresh(place.homeOf('甲'))
  let b: Zhike | null = null
  let c: Zhike | null = null
  try {
    await found(a, share)
    b = await joinTeam(homeOfB, share, '二楼')
    c = await joinTeam(place.homeOf('丙'), share, '仓库')
    for (const each of [b, c]) {
      await sync(each)
      await expect(indicator(each)).toContainText('等待同意加入')
    }
    await toTeam(a)
    await sync(a)
    for (const [name, letter] of [
      ['二楼', 'B'],
      ['仓库', 'C'],
    ] as const) {
      await a.page.getByRole('button', { name: `同意 ${name} 加入` }).click()
      await a.notice(`已同意“${name}”加入，字母 ${letter}。`).waitFor()
    }
    for (const each of [b, c, a]) await sync(each)
    for (const each of [b, c, a]) await expect(indicator(each)).toContainText(/已同步/)
    // Each computer of the three stands on the team page, with its letter.
    await toTeam(c)
    for (const name of ['前台', '二楼', '仓库'])
      await expect(c.page.getByRole('row').filter({ hasText: name })).toBeVisible()
    expect(await broken(c)).toEqual([])

    // One record that all three have open.
    await a.openForm('KHTS-BD-001')
    await a.type('示例客户甲')
    await a.press('Enter')
    await a.save()
    await sync(a)
    for (const each of [b, c]) {
      await sync(each)
      await each.openRecord('示例客户甲')
    }

    // Two write into the same cell apart; the third sees both on its open form and chooses one.
    await write(a, 'reason', '甲说：压缩机不转')
    await write(b, 'reason', '乙说：插座没电')
    for (const each of [a, b, c, a, b]) await sync(each)
    for (const each of [a, b, c])
      await expect(each.page.getByRole('button', { name: '1 处冲突' })).toBeVisible()
    await c.page.getByRole('button', { name: '1 处冲突' }).click()
    await expect(c.page.getByRole('button', { name: /^用这个 (甲说|乙说)/ })).toHaveCount(2)
    expect(await broken(c)).toEqual([])
    await c.page.getByRole('button', { name: '用这个 乙说：插座没电' }).click()
    await shows(c, '乙说：插座没电')
    for (const each of [c, a, b]) await sync(each)
    for (const each of [a, b, c]) {
      await shows(each, '乙说：插座没电')
      await expect(each.page.getByRole('button', { name: /处冲突/ })).toHaveCount(0)
    }

    // An attachment of the third is with the other two.
    const photo = join(place.path, '现场记录.txt')
    writeFileSync(photo, '示例附件的内容')
    await willChoose(c, photo)
    await c.page.getByRole('button', { name: '附件', exact: true }).click()
    await c.page.getByRole('button', { name: '添加附件…' }).click()
    await expect(c.page.getByRole('list', { name: '附件列表' }).getByRole('listitem')).toHaveCount(1)
    for (const each of [c, a, b]) await sync(each)
    for (const each of [a, b]) {
      await each.page.getByRole('button', { name: '附件 1' }).click()
      await each.page.getByRole('button', { name: '查看“现场记录.txt”' }).click()
      await expect(each.page.getByRole('region', { name: '现场记录.txt' })).toContainText('示例附件的内容')
      await each.press('Escape')
    }

    // One computer is taken away in the middle of its work, with a save that nobody has yet …
    await write(b, 'reason', '乙又说：插座已修')
    await b.running.kill()
    b = null
    for (const each of [a, c]) await each.press('Escape', 'Escape', 'Escape')
    for (let round = 1; round <= 3; round += 1) {
      for (const each of [a, c]) {
        await each.openForm('KHTS-BD-001')
        await each.type(`示例客户 ${each === a ? '前台' : '仓库'} ${String(round)}`)
        await each.press('Enter')
        await each.save()
        await each.press('Escape', 'Escape')
        await sync(each)
      }
    }
    // … and is brought back: what it had saved reaches the others, and it has all of theirs.
    b = await Zhike.start({ ...homeOfB, dataFolder: `${homeOfB.dataFolder} 示例团队` })
    await b.isReady()
    for (const each of [b, a, c, b]) await sync(each)
    for (const each of [b, a, c]) {
      await each.press('Escape', 'Escape')
      await each.openRecord('示例客户甲')
      await shows(each, '乙又说：插座已修')
    }
    for (const who of ['前台', '仓库']) {
      await b.press('Escape', 'Escape', 'Alt+3')
      await b.tabTo(b.page.locator('[role=search] input[type=text]'))
      await b.press('Control+a')
      await b.type(`示例客户 ${who}`)
      await expect(b.page.getByRole('row')).toHaveCount(1 + 3)
    }

    // Nothing of it can be read in the folder.
    const files = readdirSync(share, { recursive: true, encoding: 'utf8' }).map((name) => join(share, name))
    for (const path of files.filter((path) => statSync(path).isFile())) {
      const text = readFileSync(path).toString('utf8')
      for (const secret of ['示例客户', '插座', '示例附件', '仓库'])
        expect(text.includes(secret), `${secret} in ${path}`).toBe(false)
    }
  } finally {
    await c?.close()
    await b?.close()
    await a.close()
  }
})
