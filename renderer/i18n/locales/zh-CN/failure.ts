/** Every failure says what happened, what was kept and what to do. */
export const failure = {
  separator: '',
  kept: {
    nothingLost: '已保存的内容都在，没有丢失。',
  },
  DiskFull: {
    happened: '磁盘已满，这一次没有写入（{{path}}）。',
    todo: '请腾出磁盘空间，再试一次。',
  },
  NotWritable: {
    happened: '不能写入“{{path}}”：没有权限，或磁盘有写保护。',
    todo: '请换一个可以写入的位置，或请管理电脑的人开放写入权限，再试一次。',
  },
  NotFound: {
    happened: '找不到“{{path}}”：文件可能已移走，或所在的磁盘没有接上。',
    todo: '请接上磁盘或把文件放回原处，再试一次。',
  },
  Exists: {
    happened: '“{{path}}”已经存在，没有覆盖它。',
    todo: '请换一个名字或位置，再试一次。',
  },
  Busy: {
    happened: '“{{path}}”正被别的程序使用，没有写入。',
    todo: '请先在别的程序里关闭它，再试一次；或换一个文件名。',
  },
  ReadOnly: {
    happened: '“{{path}}”是只读的，没有写入。',
    todo: '请改用可以写入的磁盘或文件夹。',
  },
  BadFile: {
    happened: '“{{path}}”的内容不完整或不是这种文件（{{reason}}）。',
    kept: '文件保持原样，没有改动。',
    todo: '请换一个完整的文件，或从备份恢复。',
  },
  Io: {
    happened: '读写“{{path}}”时出错（{{code}}）。',
    todo: '请检查磁盘是否接好、是否损坏，再试一次。',
  },
  BadChange: {
    happened: '这次改动不符合单据格式，没有保存（{{reason}}）。',
    todo: '填写的内容仍在屏幕上，也已暂存。请重新打开这张单据再试；仍不行请把提示抄下来联系维护人员。',
  },
  InUse: {
    happened: '数据目录“{{path}}”正被另一个知客窗口使用。',
    todo: '请使用已打开的窗口，或先把它关闭，再试一次。',
  },
  NotADataFolder: {
    happened: '“{{path}}”里有别的文件，不是知客的数据目录。',
    kept: '里面的文件没有改动。',
    todo: '请选择知客的数据目录，或选一个空文件夹。',
  },
  FolderMissing: {
    happened: '找不到上次使用的数据目录“{{path}}”。',
    kept: '没有新建空目录来代替它，原来的数据仍在那个磁盘上。',
    todo: '请接上 U 盘或移动硬盘再重试；或另选一个数据目录；也可以在“{{standard}}”使用本机的数据目录。',
  },
  VerifyFailed: {
    happened: '“{{path}}”写完后核对不一致（{{reason}}）。',
    kept: '原来的数据没有改动；这个文件不能当作备份。',
    todo: '请换一个磁盘再做一次。',
  },
  LittleRoom: {
    happened:
      '“{{path}}”所在的磁盘只剩 {{free}}，一份备份最多要占 {{wanted}}，做了磁盘就快满了，所以没有开始备份。',
    kept: '数据没有改动，最近的备份也都还在。',
    todo: '请清理出一些空间，或把备份放到另一块磁盘上。',
  },
  KeysUnavailable: {
    happened: '备份口令在这台电脑上读不出来，没有做备份。',
    todo: '请在备份设置里重新设一个口令，或停止加密。',
  },
  BackupLocked: { happened: '这份备份加了密。', todo: '请输入做这份备份时设的口令。' },
  WrongBackupPassphrase: { happened: '备份口令不对。', todo: '请核对大小写和空格，再输一次。' },
  Cancelled: { happened: '已停止。', todo: '需要时可以再来一次。' },
  NotEmpty: {
    happened: '“{{path}}”不是空文件夹，没有恢复。',
    todo: '请选一个新的空文件夹。',
  },
  FontMissing: {
    happened: '打印所用的字体文件不见了（{{path}}）。',
    kept: '单据都已保存，只是暂时不能打印。',
    todo: '请重新安装知客。',
  },
  NoPrinter: {
    happened: '没有找到打印机。',
    kept: '单据都已保存。',
    todo: '请接好打印机，或先存为 PDF 文件。',
  },
  PrintFailed: {
    happened: '没有打印成功（{{reason}}）。',
    todo: '请检查打印机后再试，或先存为 PDF 文件。',
  },
  CellTooLong: {
    happened:
      '《{{form}}》的“{{field}}”有 {{length}} 个字符，而 Excel 的一格最多放 {{most}} 个，所以没有导出。',
    kept: '单据里的内容一个字也没有少。',
    todo: '请把这一栏写短一些，或分成几栏再导出；也可以改为存成 PDF。',
  },
  ExcelFailed: {
    happened: '没有导出成功（{{reason}}）。',
    kept: '单据都在，没有丢失。',
    todo: '请再试一次；仍不行可以先存为 PDF。',
  },
  TooLarge: {
    file: '“{{name}}”有 {{size}}，超过单个附件 {{most}} 的上限，没有添加。',
    record: '“{{name}}”有 {{size}}，加上它这张单据的附件会超过上限（还可以放 {{most}}），没有添加。',
    kept: '原文件没有改动，已有的附件都在。',
    todo: '请压缩、缩小或拆分后再添加，或只在备注里写明它放在哪里。',
  },
  EmptyFile: {
    happened: '“{{name}}”是空文件，没有添加。',
    todo: '请检查原文件。',
  },
  AttachmentMissing: {
    happened: '附件文件不在此电脑上。',
    kept: '单据里的记录还在，没有丢失。',
    todo: '请接上有它的备份或共享目录，或重新添加原文件。',
  },
  AttachmentDamaged: {
    happened: '附件文件的内容与保存时不一致，可能是磁盘损坏。',
    kept: '文件保持原样，没有改动。',
    todo: '请从备份恢复，或重新添加原文件。',
  },
  NotOpened: {
    happened: '“{{name}}”可能是程序或脚本，知客不直接打开它。',
    kept: '附件没有改动。',
    todo: '确实需要时请另存到文件夹，确认来源可靠后再处理。',
  },
  OpenFailed: {
    happened: '系统没有打开“{{name}}”（{{reason}}）。',
    kept: '附件没有改动。',
    todo: '请安装能打开这种文件的程序，或另存后再打开。',
  },
  NewerWorkingCopy: {
    happened: '这台电脑上的工作副本是较新版本的知客写的（第 {{found}} 版，本程序只认识到第 {{known}} 版）。',
    kept: '数据目录里的数据完好。',
    todo: '最好安装较新的知客。也可以按数据目录重建一份工作副本；旧副本里独有的改动会先另外保存。',
  },
  NoWorkingCopy: {
    happened: '不能建立工作副本（{{reason}}）。',
    kept: '数据目录里的数据完好。',
    todo: '请检查系统盘是否已满，再试一次。',
  },
} as const
