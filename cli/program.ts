import { Command, CommanderError } from 'commander'
import { addBackupCommands } from './backup-commands'
import { checkCommand } from './commands/check'
import { contactSheetCommand } from './commands/contact-sheet'
import { demoCommand } from './commands/demo'
import { dumpCommand } from './commands/dump'
import { excelCommand } from './commands/excel'
import { formsCommand } from './commands/forms'
import { gridCommand } from './commands/grid'
import { pdfCommand, type SheetOptions } from './commands/pdf'
import { bringBackCommand, rescueCommand } from './commands/rescue'
import { addTableCommands } from './table-commands'
import { sampleCommand } from './commands/sample'
import { verifyCommand } from './commands/verify'
import { CliFailure, type CliContext } from './context'

/**
 * The command line: the same code as the window, without the window.
 * Returns the exit code: 0; 1 when a check found something wrong; 2 for bad input, with one line on standard error.
 */
export async function runProgram(args: readonly string[], context: CliContext): Promise<number> {
  try {
    await programFor(context).parseAsync([...args], { from: 'user' })
    return 0
  } catch (error) {
    if (error instanceof CliFailure) {
      if (error.message !== '') context.complain(error.message)
      return error.exitCode
    }
    if (error instanceof CommanderError) return reportUsage(error, context)
    throw error
  }
}

/** Commander throws for --help and --version, too. */
function reportUsage(error: CommanderError, context: CliContext): number {
  if (error.exitCode === 0) return 0
  context.complain(error.message.replace(/^error: /, '').replaceAll('\n', ' '))
  return 2
}

function programFor(context: CliContext): Command {
  const program = new Command('zhike')
    .description('知客命令行：表单、打印与数据目录')
    .exitOverride()
    .helpCommand(false)
    .configureOutput({ writeOut: context.write, writeErr: () => undefined })
    .showSuggestionAfterError(false)

  program
    .command('forms')
    .description('列出全部表单')
    .option('--json', '输出 JSON，含字段、类型与含义')
    .action((options: { json?: true }) => {
      formsCommand(options.json === true, context)
    })
  program
    .command('sample')
    .description('一份填好的单据（JSON）')
    .argument('<code-or-file>', '表单代码，如 KHTS-BD-001，或 .form 文件')
    .action((code: string) => {
      sampleCommand(code, context)
    })
  program
    .command('pdf')
    .description('打印成 PDF：空白表；用 --data 或 --filled 则填好')
    .argument('[code-or-file]', '表单代码，或 .form 文件（样例在它旁边的 .sample.json）')
    .option('--data <file>', '单据的值（JSON，格式同 sample）')
    .option('--out <file>', '写到哪个文件')
    .option('--all', '全部表单，每张一个 CODE.pdf')
    .option('--filled', '填入样例')
    .option('--out-dir <dir>', '写到哪个目录（与 --all 同用）')
    .option('--firm <name>', '表头的单位名称')
    .option('--setup <file>', '打印设置（JSON：纸张、页边、装订边、字号、套打）')
    .action((code: string | undefined, options: SheetOptions) => pdfCommand(code, options, context))
  program
    .command('excel')
    .description('导出为 Excel：空白表；用 --data 或 --filled 则填好')
    .argument('[code-or-file]', '表单代码，或 .form 文件（样例在它旁边的 .sample.json）')
    .option('--data <file>', '单据的值（JSON，格式同 sample）')
    .option('--out <file>', '写到哪个文件；与 --all 同用则全部表单写进一个文件，每张一个工作表')
    .option('--all', '全部表单，每张一个 CODE.xlsx')
    .option('--filled', '填入样例')
    .option('--out-dir <dir>', '写到哪个目录（与 --all 同用）')
    .option('--firm <name>', '表头的单位名称')
    .option('--setup <file>', '打印设置（JSON：纸张、页边、装订边、字号）')
    .action((code: string | undefined, options: SheetOptions) => excelCommand(code, options, context))
  program
    .command('contact-sheet')
    .description('全部表单的缩略图（空白与填好的并排），一个 PDF')
    .requiredOption('--out <file>', '写到哪个文件')
    .action((options: { out: string }) => contactSheetCommand(options.out, context))
  program
    .command('grid')
    .description('排好版的格子、线与填写位置，单位毫米（JSON）')
    .argument('<code-or-file>', '表单代码，或 .form 文件')
    .option('--json', '输出 JSON（唯一的格式）')
    .option('--data <file>', '按这份单据的值排版；不给则为空白表')
    .action((code: string, options: { data?: string }) => {
      gridCommand(code, options.data, context)
    })
  program
    .command('check')
    .description('检查表单：写法、排版（空白、样例、最长）、样例；不指明则检查全部，并对照书目')
    .argument('[code-or-file...]', '表单代码，或 .form 文件（样例在它旁边的 .sample.json）')
    .action((targets: readonly string[]) => {
      checkCommand(targets, context)
    })
  program
    .command('dump')
    .description('数据目录里的每条单据，每行一条 JSON（只读）')
    .requiredOption('--data <dir>', '数据目录')
    .action((options: { data: string }) => dumpCommand(options.data, context))
  program
    .command('verify')
    .description('数据目录是否完好：完好为 0，否则为 1 并逐条说明')
    .requiredOption('--data <dir>', '数据目录')
    .action((options: { data: string }) => verifyCommand(options.data, context))
  program
    .command('rescue')
    .description('把数据目录里所有可读内容导出到一个空文件夹（数据目录损坏也行，只读）；有缺少的则为 1')
    .requiredOption('--data <dir>', '数据目录')
    .requiredOption('--out <dir>', '空文件夹，或还没有的文件夹')
    .action((options: { data: string; out: string }) => rescueCommand(options.data, options.out, context))
  program
    .command('bring-back')
    .description('找回搁置的变更：把 quarantine 里搁置的内容写回日志')
    .requiredOption('--data <dir>', '数据目录')
    .action((options: { data: string }) => bringBackCommand(options.data, context))
  addTableCommands(program, context)
  addBackupCommands(program, context)
  program
    .command('demo')
    .description('不开窗口走一遍：全部表单填样例、保存、打印')
    .option('--out-dir <dir>', '写到哪个目录', 'out')
    .action((options: { outDir: string }) => demoCommand(options.outDir, context))
  return program
}
