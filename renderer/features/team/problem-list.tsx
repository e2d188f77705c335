import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { teamProblemParts } from '../../i18n'
import { Panel } from '../../ui'
import type { TeamProblem } from '../../../shared/team'
import { gravityOf } from './indicator'
import { actsOf, type ProblemAct } from './problem-act'

export interface ProblemListProps {
  readonly problems: readonly TeamProblem[]
  readonly busy: boolean
  readonly onAct: (act: ProblemAct) => void
}

/** What a person has to know or decide, the urgent first: what happened, what was kept, what to do. */
export function ProblemList({ problems, busy, onAct }: ProblemListProps) {
  const { t } = useTranslation('team')
  const urgent = (problem: TeamProblem) => (gravityOf(problem) === 'attention' ? 0 : 1)
  const sorted = [...problems].sort((a, b) => urgent(a) - urgent(b))
  return (
    <Panel component="ul" sx={{ m: 0, p: 0, listStyle: 'none', overflow: 'hidden' }}>
      {sorted.map((problem) => {
        const { happened, kept, todo } = teamProblemParts(problem)
        const isUrgent = gravityOf(problem) === 'attention'
        return (
          <Box
            component="li"
            key={JSON.stringify(problem)}
            data-problem={problem.problem}
            sx={{
              p: 4,
              '& + &': { borderTop: '1px solid var(--zk-hairline)' },
              ...(isUrgent ? { backgroundColor: 'var(--zk-amber-soft)' } : {}),
            }}
          >
            <Typography
              data-selectable
              sx={{
                fontWeight: 600,
                overflowWrap: 'anywhere',
                ...(isUrgent ? { color: 'var(--zk-amber-text)' } : {}),
              }}
            >
              {happened}
            </Typography>
            <Typography variant="body2" sx={{ mt: 1, textWrap: 'pretty' }}>
              {kept}
            </Typography>
            <Typography variant="body2" sx={{ mt: 0.5, textWrap: 'pretty' }}>
              {todo}
            </Typography>
            {actsOf(problem).length > 0 && (
              <Box sx={{ display: 'flex', gap: 2, mt: 2.5 }}>
                {actsOf(problem).map((act) => (
                  <Button
                    key={act}
                    disabled={busy}
                    onClick={() => {
                      onAct(act)
                    }}
                  >
                    {t(`act.${act}`)}
                  </Button>
                ))}
              </Box>
            )}
          </Box>
        )
      })}
    </Panel>
  )
}
