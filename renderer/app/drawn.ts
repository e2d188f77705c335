/** Once what was drawn stands on the screen. A hidden window draws nothing. */
export function drawn(): Promise<void> {
  return new Promise((resolve) => {
    const hidden = document.hidden ? setTimeout(resolve) : undefined
    requestAnimationFrame(() => {
      clearTimeout(hidden)
      setTimeout(resolve)
    })
  })
}
