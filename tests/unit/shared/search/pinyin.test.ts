import { describe, expect, it } from 'vitest'
import { initialsOf, nameInitials, placesOf, textMatches, words } from '../../../../shared/search/pinyin'

describe('initialsOf', () => {
  it('takes the first letter of every character and keeps digits and letters', () => {
    expect(initialsOf('客户投诉登记表一')).toBe('khtsdjby')
    expect(initialsOf('VIP 客户 2026')).toBe('vipkh2026')
  })
})

describe('nameInitials', () => {
  it('reads a surname in its own way too', () => {
    expect(nameInitials('单小明')).toEqual(['dxm', 'sxm'])
    expect(nameInitials('示例客户乙')).toEqual(['slkhy'])
    expect(nameInitials('')).toEqual([])
  })
})

describe('textMatches', () => {
  it.each(['投诉', 'ts', 'tousu', 'tsdj', 'toususdj', 'tsu', 'KHTS', '客户 登记', 'kh dj', ''])(
    'finds 客户投诉登记表一 by “%s”',
    (query) => {
      expect(textMatches('客户投诉登记表一', query)).toBe(query !== 'toususdj')
    },
  )

  it('finds a polyphone by any of its readings', () => {
    expect(textMatches('重庆', 'cq')).toBe(true)
    expect(textMatches('重庆', 'zq')).toBe(true)
  })

  it.each(['售后', 'shfw', 'ts pj'])('does not find 客户投诉登记表一 by “%s”', (query) => {
    expect(textMatches('客户投诉登记表一', query)).toBe(false)
  })
})

describe('placesOf', () => {
  it('names the characters that a word means, as written before pinyin', () => {
    expect(placesOf('客户投诉登记表一', '登记')).toEqual([4, 5])
    expect(placesOf('客户投诉登记表一', 'tsdj')).toEqual([2, 3, 4, 5])
    expect(placesOf('客户投诉登记表一', 'tousu')).toEqual([2, 3])
    expect(placesOf('TS 投诉', 'ts')).toEqual([0, 1])
    expect(placesOf('客户投诉登记表一', '售后')).toBeNull()
  })
})

describe('words', () => {
  it('narrows full-width letters and digits', () => {
    expect(words(' ＴＳ－２０２６　登记 ')).toEqual(['ts-2026', '登记'])
  })
})
