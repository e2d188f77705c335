import Box from '@mui/material/Box'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PdfView } from './pdf-document'

export interface PdfPageProps {
  readonly view: PdfView
  /** 0 for the first page. */
  readonly page: number
  /** CSS pixels. */
  readonly width: number
}

/** One page of the PDF on a canvas, drawn when it comes near the visible part. */
export function PdfPage({ view, page, width }: PdfPageProps) {
  const { t } = useTranslation('preview')
  const canvas = useRef<HTMLCanvasElement>(null)
  const near = useNearView(canvas)
  const [failed, setFailed] = useState<string | null>(null)
  const size = view.sizes[page]
  useEffect(() => {
    const target = canvas.current
    if (!target || !near) return undefined
    const stop = new AbortController()
    view.draw(page, target, width * window.devicePixelRatio, stop.signal).then(
      () => {
        if (!stop.signal.aborted) target.dataset['drawn'] = 'true'
      },
      (error: unknown) => {
        if (!stop.signal.aborted) setFailed(error instanceof Error ? error.message : String(error))
      },
    )
    return () => {
      stop.abort()
    }
  }, [view, page, width, near])
  if (!size) return null
  const height = (width * size.height) / size.width
  return (
    <Box sx={{ flex: 'none', bgcolor: 'var(--zk-paper)', boxShadow: 'var(--zk-paper-shadow)' }}>
      {failed === null ? (
        <canvas
          ref={canvas}
          role="img"
          aria-label={t('page', { page: page + 1, pages: view.sizes.length })}
          style={{ display: 'block', width, height, mixBlendMode: 'multiply' }}
        />
      ) : (
        <Box role="alert" sx={{ width, height, p: 10, color: '#1F2A37' }}>
          {t('drawFailed', { reason: failed })}
        </Box>
      )}
    </Box>
  )
}

/** True once the element has come within a screen's height of the visible part. */
function useNearView(element: React.RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(false)
  useEffect(() => {
    const target = element.current
    if (!target || near) return undefined
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setNear(true)
      },
      { rootMargin: '100% 0px' },
    )
    observer.observe(target)
    return () => {
      observer.disconnect()
    }
  }, [element, near])
  return near
}
