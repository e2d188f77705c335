/**
 * The browser opens what lies behind a profile's databases with the first of them, the longer the more there is in it: some hundred
 * milliseconds at 100,000 records. So it is told to at once, before it is known which data folder this is (a profile belongs to
 * one). Nothing is read or made; whatever fails here fails again, and is told, when the working copy is opened. Answers the way to let go.
 */
export function wakeStorage(storage: IDBFactory): () => void {
  const open = new Set<IDBDatabase>()
  let gone = false
  const letGo = () => {
    gone = true
    for (const database of open) database.close()
    open.clear()
  }
  const wake = async () => {
    for (const { name } of await storage.databases()) {
      if (name === undefined || gone) continue
      const request = storage.open(name)
      // It was deleted in between: an empty one in its place would be taken for damage.
      request.onupgradeneeded = () => request.transaction?.abort()
      request.onsuccess = () => {
        const database = request.result
        if (gone) {
          database.close()
          return
        }
        open.add(database)
        // Whoever replaces or deletes it does not wait.
        database.onversionchange = () => {
          database.close()
        }
      }
    }
  }
  wake().catch(() => undefined)
  return letGo
}
