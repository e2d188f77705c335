// The window is drawn with one file of code and filled with another: every further one would be a question to the main process while
// that is busiest.

/**
 * `parts`: the name of each chunk and where it begins, in the order in which they are read. `name`, for `output.codeSplitting`:
 * everything that a beginning reaches without an `import()`, except what those before it and `entry` reach, stands together in one chunk.
 * `plugin` finds out what that is, and has the page ask for the first one before its entry is there. Paths end as these do.
 */
export function firstChunks(parts, entry) {
  const chunkOf = new Map()
  return {
    // What reads chunks belongs to whoever asks first.
    name: (id) => (id.includes('vite/preload-helper') ? null : (chunkOf.get(id) ?? null)),
    plugin: {
      name: 'zhike:first-chunks',
      apply: 'build',
      buildEnd() {
        chunkOf.clear()
        const earlier = reached(this, entry)
        for (const [name, begin] of parts)
          for (const id of reached(this, begin)) {
            if (!earlier.has(id)) chunkOf.set(id, name)
            earlier.add(id)
          }
      },
      transformIndexHtml: {
        order: 'post',
        handler: (_html, { bundle = {}, filename }) => {
          const [first] = parts[0]
          const chunk = Object.values(bundle).find(({ type, name }) => type === 'chunk' && name === first)
          if (!chunk || !filename.endsWith('/index.html')) return []
          const styles = [...(chunk.viteMetadata?.importedCss ?? [])]
          const scripts = [chunk.fileName, ...chunk.imports].filter((file) => !bundle[file]?.isEntry)
          return [
            ...scripts.map((file) => link('modulepreload', file)),
            ...styles.map((file) => link('stylesheet', file)),
          ]
        },
      },
    },
  }
}

function reached(build, end) {
  const found = new Set()
  const waiting = [...build.getModuleIds()].filter((id) => id.endsWith(end))
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue
    found.add(id)
    waiting.push(...(build.getModuleInfo(id)?.importedIds ?? []))
  }
  return found
}

const link = (rel, file) => ({
  tag: 'link',
  attrs: { rel, crossorigin: true, href: `./${file}` },
  injectTo: 'head',
})
