import { memo, useLayoutEffect, useRef } from 'react'
import type { Letterhead } from '../../../shared/print/layout-input'
import { pageShape } from '../../../shared/print/style'
import { showThumbnail, type ThumbnailForm } from './thumbnails'
import { usePixelRatio } from './use-pixel-ratio'
import './sheet.css'

export interface PageThumbnailProps {
  readonly form: ThumbnailForm
  /** Null until it is known: nothing is drawn twice. */
  readonly letterhead: Letterhead | null
  /** CSS pixels that the page may take; it keeps its own proportions. */
  readonly maxWidth: number
  readonly maxHeight: number
  /** 0 for the first page. */
  readonly page?: number
}

/** A blank page in small: a picture only, left out of the reading by screen readers. */
export const PageThumbnail = memo(function PageThumbnail(props: PageThumbnailProps) {
  const { form, letterhead, maxWidth, maxHeight, page = 0 } = props
  const host = useRef<HTMLSpanElement>(null)
  const ratio = usePixelRatio()
  const paper = pageShape(form.head.paper)
  const scale = Math.min(maxWidth / paper.width, maxHeight / paper.height)
  // Whole pixels of the screen, or the picture would be blurred at 125 %.
  const width = Math.round(paper.width * scale * ratio)
  const height = Math.round(paper.height * scale * ratio)
  useLayoutEffect(() => {
    if (!host.current || letterhead === null) return undefined
    return showThumbnail(host.current, { form, letterhead, page, width, height })
  }, [form, letterhead, page, width, height])
  return (
    <span
      ref={host}
      className="zk-thumbnail"
      style={{ width: width / ratio, height: height / ratio }}
      aria-hidden="true"
    />
  )
})
