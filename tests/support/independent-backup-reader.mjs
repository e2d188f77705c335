// Reads an encrypted backup by the rules of shared/store/SPEC.md alone ([ST46], [ST47]): nothing of the program is used here.
import { createDecipheriv, createHash, hkdfSync, scryptSync } from 'node:crypto'

const PIECE = 1_048_576 + 16

/** The bytes of the zip archive; throws where the file is not whole or the passphrase is another. */
export function openEncryptedBackup(file, passphrase) {
  if (file.toString('hex', 0, 4) !== 'ff5a4b42' || file[4] !== 1) throw new Error('no encrypted backup')
  const end = 12 + file.readUInt32LE(8)
  const hash = createHash('sha256').update(file.subarray(0, end)).digest()
  if (!hash.equals(file.subarray(end, end + 32))) throw new Error('damaged head')
  const bound = file.subarray(0, end + 32)
  const { lock, salt } = JSON.parse(file.toString('utf8', 12, end))
  const secret = unwrap(lock, passphrase)
  const key = hkdfSync('sha256', secret, Buffer.from(salt, 'hex'), 'zhike backup 1', 32)
  const plain = []
  for (let at = end + 32, index = 0; at < file.length; at += PIECE, index++) {
    const piece = file.subarray(at, at + PIECE)
    const nonce = Buffer.alloc(12)
    nonce.writeUInt32BE(index, 7)
    nonce[11] = at + PIECE >= file.length ? 1 : 0
    plain.push(decrypt(Buffer.from(key), nonce, bound, piece))
  }
  return Buffer.concat(plain)
}

function unwrap({ n, r, p, salt, nonce, wrapped }, passphrase) {
  const N = 2 ** n
  const text = Buffer.from(passphrase.normalize('NFKC'), 'utf8')
  const key = scryptSync(text, Buffer.from(salt, 'hex'), 32, { N, r, p, maxmem: 300 * N * r })
  return decrypt(key, Buffer.from(nonce, 'hex'), Buffer.from('zhike backup 1'), Buffer.from(wrapped, 'hex'))
}

function decrypt(key, nonce, bound, sealed) {
  const end = sealed.length - 16
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 })
  decipher.setAAD(bound).setAuthTag(sealed.subarray(end))
  return Buffer.concat([decipher.update(sealed.subarray(0, end)), decipher.final()])
}
