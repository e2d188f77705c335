/** Once what was drawn stands on the screen. A hidden window draws nothing, nor does one that is hidden meanwhile. */
export function drawn(): Promise<void> {
  return new Promise((resolve) => {
    const onHidden = () => {
      if (document.hidden) resolve()
    }
    document.addEventListener('visibilitychange', onHidden)
    onHidden()
    requestAnimationFrame(() => {
      document.removeEventListener('visibilitychange', onHidden)
      setTimeout(resolve)
    })
  })
}
