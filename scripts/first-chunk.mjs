// The window's first drawing needs one file of code: every further one would be a question to the main process while that is busiest.
const FIRST = 'window'

/**
 * `name`, for `output.codeSplitting`: everything that `begin` reaches without an `import()`, except what `before` reaches, stands
 * together in one chunk. `plugin` finds out what that is, and has the page ask for it before its entry is there. Paths end as these do.
 */
export function firstChunk(begin, before) {
  let first = new Set()
  return {
    // What reads chunks belongs to whoever asks first.
    name: (id) => (first.has(id) && !id.includes('vite/preload-helper') ? FIRST : null),
    plugin: {
      name: 'zhike:first-chunk',
      apply: 'build',
      buildEnd() {
        const earlier = reached(this, before)
        first = new Set([...reached(this, begin)].filter((id) => !earlier.has(id)))
      },
      transformIndexHtml: {
        order: 'post',
        handler: (_html, { bundle = {}, filename }) => {
          const chunk = Object.values(bundle).find(({ type, name }) => type === 'chunk' && name === FIRST)
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
