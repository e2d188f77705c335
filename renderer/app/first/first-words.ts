import { FIRST_WORDS, isFrameMemory, type FirstWords } from '../../../shared/ipc/frame'

const nothing: FirstWords = { language: 'zh-CN', theme: 'system', frame: null }

/** What the main process has written into the page (main/security/content-policy); usual values where it says nothing. */
export function firstWords(document: Document): FirstWords {
  const text = document.querySelector<HTMLMetaElement>(`meta[name="${FIRST_WORDS}"]`)?.content
  if (text === undefined) return nothing
  const { language, theme, frame } = JSON.parse(text) as FirstWords
  return { language, theme, frame: isFrameMemory(frame) ? frame : null }
}
