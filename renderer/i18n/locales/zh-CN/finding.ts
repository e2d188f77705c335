export const finding = {
  tornTail:
    '上次写入时断电或程序被强行结束，文件 {{file}} 末尾有 {{bytes}} 字节没有写完。写完的内容都在，没写完的部分另存为 {{kept}}。不用做什么；如果当时有一张单据还没显示“已保存”，请看看它是否在草稿里。',
  damagedFrames:
    '文件 {{file}} 从第 {{offset}} 字节起有 {{bytes}} 字节已损坏，读不出来。其余内容都已读出，损坏的部分另存为 {{kept}}。请检查磁盘，并从最近的备份核对这一段时间的单据。',
  missingChanges:
    '写入端 {{writer}} 的第 {{from}} 到 {{to}} 号变更不见了。其余内容都在。请找一找是否有文件被移走；有备份的话可以恢复后核对。',
  brokenChain:
    '文件 {{file}} 的第 {{seq}} 号变更与前面的记录对不上，可能被改动过或混入了别的副本。内容仍保留。请从备份核对这之后的单据。',
  strangeFile: '数据目录里有一个不认识的文件 {{file}}，已跳过，没有改动。如果不是您放的，可以不管它。',
  newerFolder:
    '这个数据目录是较新版本的知客写的（格式 {{format}}）。现在以只读方式打开，可以查看和打印，不能修改。请安装较新的知客再继续填写。',
  newerSegment:
    '文件 {{file}} 是较新版本的知客写的（格式 {{format}}），这里读不懂，已原样保留，不会改动。请安装较新的知客来查看其中的内容。',
  damagedFile:
    '文件 {{file}} 的内容与写入时不一致，没有使用；原样另存为 {{kept}}。其余内容都在。请检查磁盘；如果是草稿，请对照单据看看有没有要补填的。',
  markRestored: '数据目录的标记文件丢失或损坏，已按其中的数据重新写好（目录编号 {{folder}}）。不用做什么。',
  newWriter:
    '这台电脑原来的写入记录（{{before}}）有损坏，从下一次保存起改用新的写入端（{{writer}}）。两边的内容都保留，不用做什么。',
  cloudFolder:
    '数据目录 {{path}} 放在{{place}}里。它只给这台电脑用：被同步或被几台电脑同时打开，会多出冲突副本，也会变慢。现在什么也没有丢。请在“设置”里把数据目录换到本机的普通文件夹；要和同事共享，请用“团队”。',
  cloudPlace: {
    OneDrive: ' OneDrive 的同步文件夹',
    Nutstore: '坚果云的同步文件夹',
    Dropbox: ' Dropbox 的同步文件夹',
    iCloud: ' iCloud 云盘',
    Syncthing: ' Syncthing 的同步文件夹',
    BaiduNetdisk: '百度网盘的同步文件夹',
    WpsDrive: ' WPS 云盘',
    GoogleDrive: ' Google 云端硬盘',
    networkDrive: '网络共享',
  },
} as const
