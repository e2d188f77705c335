import type { Command } from 'commander'
import { backupCommand, type BackupOptions } from './commands/backup'
import { restoreCommand, type RestoreOptions } from './commands/restore'
import type { CliContext } from './context'

/** `backup` and `restore`: a data folder into one archive, and out of it. */
export function addBackupCommands(program: Command, context: CliContext): void {
  program
    .command('backup')
    .description('把数据目录备份成一个文件，写完读回核对；给出口令则加密（.zkb）')
    .requiredOption('--data <dir>', '数据目录')
    .requiredOption('--out <file>', '写到哪个文件')
    .option('--passphrase-file <file>', '口令在这个文件的第一行')
    .option('--ask', '在终端里输入口令')
    .action((options: BackupOptions) => backupCommand(options, context))
  program
    .command('restore')
    .description('核对一份备份并列出里面有什么；给出 --into 则恢复到新的空目录')
    .argument('<archive>', '备份文件')
    .option('--into <dir>', '恢复到哪个目录（新的或空的）')
    .option('--passphrase-file <file>', '口令在这个文件的第一行')
    .option('--ask', '在终端里输入口令')
    .option('--json', '输出 JSON')
    .action((archive: string, options: RestoreOptions) => restoreCommand(archive, options, context))
}
