import { assertNever } from '../kernel/assert-never'

/** Why a file is not read as a table. Nothing was taken over then. */
export type SourceRefusal =
  | { readonly type: 'NotThere' | 'NoPermission' | 'NotAFile' }
  | { readonly type: 'TooLarge'; readonly bytes: number; readonly most: number }
  | { readonly type: 'PasswordProtected' | 'OldExcel' | 'BinaryExcel' | 'OpenDocument' | 'WebPage' }
  | { readonly type: 'NotATable' | 'Empty' }
  /** `what`: a few words on where it breaks. */
  | { readonly type: 'Broken'; readonly what: string }
  /** What comes out of the archive is far more than a table: counted while unpacking. */
  | { readonly type: 'Inflates'; readonly most: number }
  | { readonly type: 'TooManyCells' | 'TooManyColumns' | 'TooManySheets'; readonly most: number }
  | { readonly type: 'TooMuchText'; readonly most: number }
  /** One cell holds more than Excel lets a cell hold. */
  | { readonly type: 'LongText'; readonly sheet: string; readonly row: number; readonly most: number }
  | { readonly type: 'TookTooLong'; readonly seconds: number }
  | { readonly type: 'TooMuchMemory' }
  | { readonly type: 'Cancelled' }
  /** The reading process ended by itself. */
  | { readonly type: 'ReaderFailed'; readonly reason: string }

/** One plain sentence: what is wrong and what to do. */
export function refusalText(refusal: SourceRefusal): string {
  switch (refusal.type) {
    case 'NotThere':
      return '没有这个文件，请检查它是否被移动或改名'
    case 'NoPermission':
      return '没有读这个文件的权限；如果它正在别的程序里打开，请先关闭'
    case 'NotAFile':
      return '这是一个文件夹，请选其中的文件'
    case 'TooLarge':
      return `文件有 ${megabytes(refusal.bytes)} MB，最大 ${megabytes(refusal.most)} MB；请拆成几个文件`
    case 'PasswordProtected':
      return '文件加了密码；请在 Excel 里去掉密码（文件 → 信息 → 保护工作簿）后再导入'
    case 'OldExcel':
      return '这是旧的 .xls 格式；请在 Excel 或 WPS 里另存为 .xlsx 后再导入'
    case 'BinaryExcel':
      return '这是 .xlsb 格式；请在 Excel 里另存为 .xlsx 后再导入'
    case 'OpenDocument':
      return '这是 .ods 格式；请另存为 .xlsx 后再导入'
    case 'WebPage':
      return '这其实是一个网页（有些系统把它叫作 .xls）；请用 Excel 打开，另存为 .xlsx 后再导入'
    case 'NotATable':
      return '这不是 Excel 表格，也不是文本表格（.csv）'
    case 'Empty':
      return '文件里没有内容'
    case 'Broken':
      return `文件已损坏（${refusal.what}）；请用 Excel 打开并另存一次，或找回完好的文件`
    case 'Inflates':
      return `文件解压后超过 ${megabytes(refusal.most)} MB，不像正常的表格，没有继续读`
    case 'TooManyCells':
      return `表格超过 ${refusal.most} 个单元格；请删去不需要的行和列，或拆成几个文件`
    case 'TooManyColumns':
      return `表格超过 ${refusal.most} 列；请删去不需要的列`
    case 'TooManySheets':
      return `文件超过 ${refusal.most} 个工作表；请把要导入的另存为一个文件`
    case 'TooMuchText':
      return `表格里的文字超过 ${megabytes(refusal.most)} 兆字；请拆成几个文件`
    case 'LongText':
      return `工作表“${refusal.sheet}”第 ${refusal.row} 行有一格超过 ${refusal.most} 字（Excel 一格的上限），没有继续读；请把这一格缩短，或分成几格`
    case 'TookTooLong':
      return `读了 ${refusal.seconds} 秒没有进展，已停止；请把表格拆小后再试`
    case 'TooMuchMemory':
      return '表格太大，读它的内存不够；请把表格拆小后再试'
    case 'Cancelled':
      return '已取消'
    case 'ReaderFailed':
      return `读表格的程序意外退出（${refusal.reason}）；请再试一次`
    default:
      return assertNever(refusal)
  }
}

const megabytes = (bytes: number): string => {
  const value = bytes / 1_000_000
  return value < 10 ? value.toFixed(1) : String(Math.round(value))
}
