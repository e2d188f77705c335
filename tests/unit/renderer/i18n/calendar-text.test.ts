import { beforeAll, describe, expect, it } from 'vitest'
import { calendarFailureParts, startLanguage } from '../../../../renderer/i18n'
import { parseCalendarFile } from '../../../../shared/kernel/calendar-file'

beforeAll(() => {
  startLanguage('zh-CN')
})

const said = (text: string) => {
  const read = parseCalendarFile(text)
  if (read.ok) throw new Error('a calendar after all')
  return calendarFailureParts(read.error, '放假.json')
}
const file = (...years: readonly unknown[]) => JSON.stringify({ format: 'zhike-calendar', version: 1, years })

describe('what a wrong calendar file is told', () => {
  it('is what happened, what was kept and what to do', () => {
    expect(said('{\n oops')).toEqual({
      happened: '“放假.json”第 2 行附近不合 JSON 的写法。',
      kept: '没有更新任何内容，原来的工作日历照常使用。',
      todo: '请对照“文件格式”改正后再选一次。',
      faults: [],
    })
    expect(said('{').happened).toContain('放假.json')
    expect(said('[]').happened).toContain('不是工作日历文件')
    expect(said('{"format":"zhike-calendar","version":3}').todo).toContain('第 1 版')
  })

  it('names every mistake with its place', () => {
    const holidays = [
      { name: '春节', from: '2027-02-30' },
      { name: '元旦', from: '2027-01-03', to: '2027-01-01' },
      { name: '国庆节', from: '2026-10-01', to: '2026-10-07' },
      'x',
    ]
    const makeUpWorkdays = [
      { name: '春节', day: '2027-02-03' },
      { nme: '春节', day: '2027-02-06' },
    ]
    const { faults } = said(file({ year: 2027, holidays, makeUpWorkdays }, { year: '2028' }))
    expect(faults).toEqual([
      '2027 年 holidays 第 1 条：“2027-02-30”不是日期，应写成 2027-02-05 的样子，并且历上有这一天',
      '2027 年 holidays 第 2 条：最后一天 2027年1月1日 早于第一天',
      '2027 年 holidays 第 4 条：应写在 { } 里',
      '2027 年 makeUpWorkdays 第 1 条：2027年2月3日 不是星期六或星期日，不能是调休上班',
      '2027 年 makeUpWorkdays 第 2 条：不认识 nme，请检查拼写',
      '2027 年 makeUpWorkdays 第 2 条：缺少 name',
      '2027 年 holidays：2026年10月1日 不属于这一年',
      '第 2 个年份：“2028”不是年份，应写成 2027，不加引号',
    ])
  })

  it('says what is wrong with the whole file without a place', () => {
    expect(said(file()).faults).toEqual(['一个年份也没有'])
    expect(said('{"format":"zhike-calendar","years":{}}').faults).toEqual([
      '缺少 version',
      'years 应是列表，写在 [ ] 里',
    ])
  })
})
