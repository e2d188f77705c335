import { describe, expect, it } from 'vitest'
import { cloudPlaceOf, foldersAbove } from '../../../../../node/team/carrier/cloud-places'

describe('a data folder in a place that copies its files by itself', () => {
  it.each([
    ['C:\\Users\\wang\\OneDrive\\文档\\知客', 'OneDrive'],
    ['C:\\Users\\wang\\OneDrive - 示例公司\\知客', 'OneDrive'],
    ['/Users/wang/Library/CloudStorage/OneDrive-Personal/知客', 'OneDrive'],
    ['D:\\我的坚果云\\知客', 'Nutstore'],
    ['C:\\Users\\wang\\Nutstore\\1\\我的坚果云\\知客', 'Nutstore'],
    ['/Users/wang/Nutstore Files/知客', 'Nutstore'],
    ['/home/wang/Dropbox/zhike', 'Dropbox'],
    ['C:\\Users\\wang\\Dropbox (示例公司)\\知客', 'Dropbox'],
    ['C:\\Users\\wang\\iCloudDrive\\知客', 'iCloud'],
    ['/Users/wang/Library/Mobile Documents/com~apple~CloudDocs/知客', 'iCloud'],
    ['D:\\BaiduSyncdisk\\知客', 'BaiduNetdisk'],
    ['D:\\百度网盘同步空间\\知客', 'BaiduNetdisk'],
    ['C:\\Users\\wang\\WPSDrive\\123456\\WPS云盘\\知客', 'WpsDrive'],
    ['C:\\Users\\wang\\WPS Cloud Files\\知客', 'WpsDrive'],
    ['G:\\我的云端硬盘\\知客', 'GoogleDrive'],
    ['/Users/wang/Library/CloudStorage/GoogleDrive-a@example.com/My Drive/知客', 'GoogleDrive'],
    ['\\\\server\\客服部\\知客', 'networkDrive'],
    ['//server/客服部/知客', 'networkDrive'],
    ['\\\\?\\UNC\\server\\客服部\\知客', 'networkDrive'],
  ])('%s lies in %s', (path, place) => {
    expect(cloudPlaceOf({ path })).toBe(place)
  })

  it.each([
    'C:\\Users\\wang\\AppData\\Roaming\\知客',
    'D:\\知客\\数据',
    'D:\\OneDriver\\知客',
    'D:\\Sync\\知客',
    '\\\\?\\C:\\Users\\wang\\知客',
    '\\\\.\\C:\\知客',
    '/home/wang/.local/share/知客',
    '/media/wang/STICK/知客',
    'D:\\坚果\\知客',
  ])('%s lies in none', (path) => {
    expect(cloudPlaceOf({ path })).toBeNull()
  })

  it.each([
    ['.stfolder', 'Syncthing'],
    ['.stignore', 'Syncthing'],
    ['.dropbox.cache', 'Dropbox'],
    ['.849C9593-D756-4E56-8D6E-42412F2A707B', 'OneDrive'],
    ['.tmp.drivedownload', 'GoogleDrive'],
  ])('the name %s beside it or above it tells of %s', (name, place) => {
    const names = new Map([
      ['/data/团队', ['知客']],
      ['/data', ['团队', name]],
    ])
    expect(cloudPlaceOf({ path: '/data/团队/知客', names })).toBe(place)
  })

  it('believes the folder that OneDrive names in the environment, whatever it is called', () => {
    const env = { OneDriveCommercial: 'D:\\云\\', OneDrive: '' }
    expect(cloudPlaceOf({ path: 'd:\\云\\知客', env })).toBe('OneDrive')
    expect(cloudPlaceOf({ path: 'd:\\云盘\\知客', env })).toBeNull()
    expect(cloudPlaceOf({ path: 'd:\\知客', env })).toBeNull()
  })

  it('knows names whose accents are spelt apart', () => {
    expect(cloudPlaceOf({ path: '/Users/rené/Dropbox/a'.normalize('NFD') })).toBe('Dropbox')
  })

  it('names the folders that are worth a look', () => {
    expect(foldersAbove('/home/wang/知客/')).toEqual(['/home/wang/知客', '/home/wang', '/home'])
    expect(foldersAbove('D:\\a\\知客')).toEqual(['D:\\a\\知客', 'D:\\a'])
  })
})
