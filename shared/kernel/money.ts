import { type Decimal, groupThousands, readDecimal, roundTo } from './decimal'

/** `1234.5` → `1,234.50`; what is no decimal is given back as it stands. */
export function formatMoney(text: string): string {
  const value = readDecimal(text)
  return value ? groupThousands(roundTo(value, 2).toFixed(2)) : text
}

const DIGITS = '零壹贰叁肆伍陆柒捌玖'
const PLACES = ['', '拾', '佰', '仟']
const GROUPS = ['', '万', '亿', '万亿']
/** Beyond this amount (in 元) no cheque is written out in full. */
const MOST = '9999999999999999.99'

/**
 * An amount in capitals for cheques and receipts (《支付结算办法》附一《正确填写票据和结算凭证的基本规定》):
 * 1234 → 壹仟贰佰叁拾肆元整, 10.05 → 壹拾元零伍分. Null for more than 16 digits of 元.
 */
export function moneyInCapitals(amount: Decimal): string | null {
  const value = roundTo(amount, 2)
  if (value.abs().gt(MOST)) return null
  const [whole = '0', cents = '00'] = value.abs().toFixed(2).split('.')
  const yuan = whole === '0' ? '' : `${wholeInCapitals(whole)}元`
  const jiao = Number(cents[0])
  const fen = Number(cents[1])
  const sign = value.lt(0) ? '负' : ''
  if (jiao === 0 && fen === 0) return `${sign}${yuan === '' ? '零元' : yuan}整`
  const tenths = jiao > 0 ? `${digit(jiao)}角` : yuan === '' ? '' : '零'
  return `${sign}${yuan}${tenths}${fen > 0 ? `${digit(fen)}分` : '整'}`
}

/** Groups of four digits, highest first; one 零 for every run of zeros between digits. */
function wholeInCapitals(whole: string): string {
  const padded = whole.padStart(Math.ceil(whole.length / 4) * 4, '0')
  let text = ''
  let zero = false
  for (let at = 0; at < padded.length; at += 4) {
    const group = padded.slice(at, at + 4)
    for (const [i, char] of Array.from(group).entries()) {
      const n = Number(char)
      if (n === 0) zero = true
      else {
        text += `${zero && text !== '' ? '零' : ''}${digit(n)}${PLACES[3 - i] ?? ''}`
        zero = false
      }
    }
    const name = GROUPS[(padded.length - at) / 4 - 1] ?? ''
    if (Number(group) > 0)
      text += name.startsWith('万亿') && Number(padded.slice(at + 4, at + 8)) > 0 ? '万' : name
  }
  return text
}

const digit = (n: number): string => DIGITS[n] ?? ''
