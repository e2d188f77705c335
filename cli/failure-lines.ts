import type { Finding, StartFailure } from '../shared/ipc/contract'
import type { ReadBackupFailure } from '../shared/ipc/restore'
import { assertNever } from '../shared/kernel/assert-never'

/** One line for a person: why a data folder cannot be read. */
export function startFailureLine(failure: StartFailure): string {
  switch (failure.type) {
    case 'NotFound':
    case 'FolderMissing':
      return `${failure.path}：没有这个目录`
    case 'NotADataFolder':
      return `${failure.path}：不是知客的数据目录（里面没有 zhike.json）`
    case 'Exists':
      return `${failure.path}：已经存在`
    case 'InUse':
    case 'Busy':
      return `${failure.path}：正被别的程序占用`
    case 'DiskFull':
      return `${failure.path}：磁盘已满`
    case 'NotWritable':
    case 'ReadOnly':
      return `${failure.path}：没有权限`
    case 'BadFile':
      return `${failure.path}：文件损坏（${failure.reason}）`
    case 'Io':
      return `${failure.path}：读不了（${failure.code}）`
    default:
      return assertNever(failure)
  }
}

/** One line for a person: why a backup was not made, read or restored. */
export function backupFailureLine(failure: ReadBackupFailure): string {
  switch (failure.type) {
    case 'VerifyFailed':
      return `${failure.path}：备份不完整或已损坏（${failure.reason}）`
    case 'NotEmpty':
      return `${failure.path}：不是空目录，没有恢复`
    case 'BackupLocked':
      return `${failure.path}：加了密，要给出口令`
    case 'WrongBackupPassphrase':
      return `${failure.path}：口令不对，什么也没有改动`
    case 'Cancelled':
      return '已停止'
    case 'NotFound':
      return `${failure.path}：没有这个文件或目录`
    case 'BadFile':
    case 'Busy':
    case 'DiskFull':
    case 'Exists':
    case 'Io':
    case 'NotWritable':
    case 'ReadOnly':
      return startFailureLine(failure)
    default:
      return assertNever(failure)
  }
}

/** One line for a person: what was found in a data folder. */
export function findingLine(finding: Finding): string {
  switch (finding.finding) {
    case 'tornTail':
      return `${finding.file}：末尾有 ${finding.bytes} 字节没有写完`
    case 'damagedFrames':
      return `${finding.file}：从第 ${finding.offset} 字节起有 ${finding.bytes} 字节损坏`
    case 'missingChanges':
      return `写入端 ${finding.writer}：缺第 ${finding.from} 至 ${finding.to} 条变更`
    case 'arriving':
      return `写入端 ${finding.writer}：第 ${finding.from} 至 ${finding.to} 条变更还没有到`
    case 'mended':
      return `${finding.file}：已用团队共享目录里完好的一份补上`
    case 'brokenChain':
      return `${finding.file}：第 ${finding.seq} 条变更与前文的校验链不符`
    case 'strangeFile':
      return `${finding.file}：不是知客的文件，未读`
    case 'newerFolder':
      return `数据目录由更新的版本写成（格式 ${finding.format}），只能读`
    case 'newerSegment':
      return `${finding.file}：由更新的版本写成（格式 ${finding.format}），未读`
    case 'damagedFile':
      return `${finding.file}：文件损坏`
    case 'markRestored':
      return `zhike.json 已按日志重建（数据目录 ${finding.folder}）`
    case 'newWriter':
      return `写入端 ${finding.before} 的日志不完整，改由 ${finding.writer} 续写`
    case 'cloudFolder':
      return `数据目录 ${finding.path} 在会同步或共享的位置（${finding.place}）`
    default:
      return assertNever(finding)
  }
}

/** What does not make the folder less than whole. */
export const isHarmless = ({ finding }: Finding): boolean =>
  finding === 'strangeFile' || finding === 'cloudFolder' || finding === 'arriving' || finding === 'mended'
