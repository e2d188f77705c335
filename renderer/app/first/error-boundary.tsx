import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { Component, type ErrorInfo, type ReactNode } from 'react'
import { withTranslation, type WithTranslation } from 'react-i18next'
import { findBridge } from '../../platform'
import { EmptyState } from '../../ui/empty-state'

interface Props extends WithTranslation<'frame'> {
  readonly children: ReactNode
  /** It stands beside a page that can still be used: nothing is drawn in its place, and this hears why. */
  readonly onBroken?: (reason: string) => void
}

/** A mistake of the program takes one part down, not the window; it is written into this computer's log. */
class Boundary extends Component<Props, { readonly error: Error | null }> {
  override state: { readonly error: Error | null } = { error: null }

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override componentDidCatch(error: unknown, info: ErrorInfo) {
    const detail = [error instanceof Error ? error.stack : '', info.componentStack].join('\n').slice(0, 8000)
    void findBridge()?.call('app:report', { message: String(error).slice(0, 500), detail })
    this.props.onBroken?.(String(error))
  }

  override render() {
    const { children, onBroken, t } = this.props
    const { error } = this.state
    if (!error) return children
    if (onBroken) return null
    return (
      <Box role="alert" sx={{ pt: 20 }}>
        <EmptyState
          title={t('broken.title')}
          text={t('broken.text', { reason: error.message })}
          action={
            <Button
              variant="contained"
              color="primary"
              onClick={() => {
                window.location.hash = '/'
                window.location.reload()
              }}
            >
              {t('broken.again')}
            </Button>
          }
        />
      </Box>
    )
  }
}

export const ErrorBoundary = withTranslation('frame')(Boundary)
