import type { Command } from 'commander'
import { exportCommand, type ExportOptions } from './commands/export'
import { importCommand, type ImportOptions } from './commands/import'
import { undoImportCommand } from './commands/undo-import'
import { badInput, type CliContext } from './context'

/** `import` and `export`: tables of customers and records, in and out. */
export function addTableCommands(program: Command, context: CliContext): void {
  program
    .command('import')
    .description('从 .xlsx 或 .csv 导入客户或单据；退出码 1 表示有行没有导入')
    .argument('[file]', '表格文件')
    .requiredOption('--data <dir>', '数据目录')
    .option('--customers', '导入客户')
    .option('--form <code>', '导入这张表单的单据')
    .option('--sheet <name>', '哪个工作表；不给则第一个有内容的')
    .option('--head-row <number>', '表头在第几行；不给则自己找')
    .option('--mapping <file>', '哪列对应哪个字段（JSON：{"表头":"字段"}）；不给则按表头猜')
    .option('--key <field>', '按哪个字段查重；“-”为不查重；不给则客户按名称、单据按编号')
    .option('--when-there <what>', '已有的：skip 跳过、update 更新、add 另加', 'skip')
    .option('--draft', '单据导入为草稿')
    .option('--skip-hidden', '不导入隐藏的行')
    .option('--with-totals', '像是合计、小计的行也导入')
    .option('--dry-run', '只试算，不写入')
    .option('--findings <file>', '把有问题的行连同“问题”一列写到这个 .xlsx，改好后可再导入')
    .option('--person <name>', '经办人')
    .option('--letter <letter>', '本机在团队中的字母，用于编号')
    .option('--json', '输出 JSON')
    .option('--undo <batch>', '撤销这个批号的导入')
    .action((file: string | undefined, options: ImportOptions & { readonly undo?: string }) => {
      if (options.undo !== undefined) return undoImportCommand(options.undo, options.data, context)
      if (file === undefined) throw badInput('请给出要导入的文件')
      return importCommand(file, options, context)
    })
  program
    .command('export')
    .description('导出客户或一张表单的全部单据，.xlsx 或 .csv；改后可再导入')
    .requiredOption('--data <dir>', '数据目录')
    .requiredOption('--out <file>', '写到哪个文件（.xlsx 或 .csv）')
    .option('--customers', '导出客户')
    .option('--form <code>', '导出这张表单的单据')
    .option('--all', '连同草稿、作废和销户的')
    .action((options: ExportOptions) => exportCommand(options, context))
}
