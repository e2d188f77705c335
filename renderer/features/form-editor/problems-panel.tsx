import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { SidePanel } from './side-panel'

/** One thing to mend before 登记, or to look at. */
export interface ProblemLine {
  readonly key: string
  readonly label: string
  readonly text: string
  readonly severity: 'refuse' | 'warn'
  /** Stop to jump to; null when it is not on the sheet. */
  readonly stopKey: string | null
}

export interface ProblemsPanelProps {
  readonly lines: readonly ProblemLine[]
  /** 登记 is behind it: what stands here stands in the way of saving. */
  readonly submitted: boolean
  readonly onGoto: (stopKey: string) => void
  readonly onClose: () => void
}

/** What is still missing, each line leading to its field. */
export function ProblemsPanel({ lines, submitted, onGoto, onClose }: ProblemsPanelProps) {
  const { t } = useTranslation('editor')
  const refused = lines.filter(({ severity }) => severity === 'refuse')
  const warned = lines.filter(({ severity }) => severity === 'warn')
  const onlyWarned = submitted && refused.length === 0 && warned.length > 0
  const title = submitted ? 'panel.mistakes' : 'panel.problems'
  const none = submitted ? 'panel.mistakesNone' : 'panel.problemsNone'
  return (
    <SidePanel title={t(onlyWarned ? 'panel.warnings' : title)} onClose={onClose}>
      {onlyWarned ? null : refused.length === 0 ? (
        <Typography role="status" sx={{ color: 'var(--zk-green-text)' }}>
          {t(none)}
        </Typography>
      ) : (
        <Lines lines={refused} onGoto={onGoto} />
      )}
      {onlyWarned || warned.length === 0 ? null : (
        <Typography variant="h3" sx={{ mt: 4, mb: 2 }}>
          {t('panel.warnings')}
        </Typography>
      )}
      <Lines lines={warned} onGoto={onGoto} />
    </SidePanel>
  )
}

function Lines({ lines, onGoto }: Pick<ProblemsPanelProps, 'lines' | 'onGoto'>) {
  if (lines.length === 0) return null
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {lines.map((line) => {
        const { stopKey } = line
        return (
          <li key={line.key}>
            <ButtonBase
              disabled={stopKey === null}
              onClick={() => {
                if (stopKey !== null) onGoto(stopKey)
              }}
              sx={{
                display: 'block',
                width: '100%',
                textAlign: 'left',
                px: 3,
                py: 2,
                mb: 1.5,
                borderRadius: 2,
                font: 'inherit',
                fontSize: 13,
                bgcolor: line.severity === 'refuse' ? 'var(--zk-seal-soft)' : 'var(--zk-amber-soft)',
                color: line.severity === 'refuse' ? 'var(--zk-seal-text)' : 'var(--zk-amber-text)',
              }}
            >
              <b>{line.label}</b>
              <br />
              {line.text}
            </ButtonBase>
          </li>
        )
      })}
    </Box>
  )
}
