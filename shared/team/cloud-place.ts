/** A place that copies or shares its files by itself, in which a data folder must not lie. */
export type CloudPlace =
  | 'OneDrive'
  | 'Nutstore'
  | 'Dropbox'
  | 'iCloud'
  | 'Syncthing'
  | 'BaiduNetdisk'
  | 'WpsDrive'
  | 'GoogleDrive'
  | 'networkDrive'
