import { hundredThousandLines } from './lines'
import { figures } from './harness'

const prepare = hundredThousandLines
const find = (text: string) => ({
  prepare,
  run: () => hundredThousandLines().find(text, { customers: 5, records: 8 }),
})

export default figures('搜索 / searching 100,000 lines', {
  'two characters in one line of six': find('漏水'),
  'one letter in every line': find('s'),
  'one digit in every line': find('1'),
  'three words': find('漏水 示例 ts'),
  'nothing found': find('没有这样的词'),
  'days to be kept': { prepare, run: () => hundredThousandLines().dues('9999-12-31') },
})
