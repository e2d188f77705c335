import { describe, expect, it } from 'vitest'
import { nameWords } from '../../../../shared/search/words'

describe('the words by which names are found', () => {
  it.each([
    ['曾小明', 'zxm', 'zengxiaoming'],
    ['单小明', 'sxm', 'shanxiaoming'],
    ['解小明', 'xxm', 'xiexiaoming'],
    ['长沙曾记餐饮', 'cszjcy', 'changshazengjicanyin'],
    ['长沙曾记餐饮', 'cscjcy', 'changshacengjicanyin'],
    ['重庆单记设备', 'cqsjsb', 'chongqingshanjishebei'],
    ['重庆示例电器', 'cqsldq', 'chongqingshilidianqi'],
    ['长沙银行', 'csyh', 'changshayinhang'],
    ['吕小明', 'lxm', 'lvxiaoming'],
  ])('reads %s as %s and %s', (name, initials, pinyin) => {
    expect(nameWords([name])).toEqual(expect.arrayContaining([initials, pinyin]))
  })

  it('leaves out names that are found as they stand', () => {
    expect(nameWords(['Example Ltd', ''])).toEqual([])
  })
})
