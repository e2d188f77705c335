import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import { targetColumns, type Finding, type PlannedAs } from '../../../shared/import'
import type { PlanCell, PlanLine } from '../../db'
import { importFindingText } from '../../i18n'
import { EmptyState, Panel, Tag, type Tone } from '../../ui'
import type { ImportState } from './import-state'

const TONES: { readonly [does in PlannedAs]: Tone } = {
  create: 'green',
  update: 'blue',
  same: 'plain',
  skip: 'plain',
  refuse: 'red',
}

const cell = {
  px: 2.5,
  py: 1,
  textAlign: 'left',
  verticalAlign: 'top',
  borderTop: '1px solid var(--zk-hairline)',
  fontSize: 13,
} as const

/** Lines of the table as they will be; what is wrong is said where it stands. */
export function PreviewTable({ state }: { readonly state: ImportState }) {
  const { t } = useTranslation('importing')
  const { columns, into, lines } = state
  const heads = new Map(targetColumns(into.target).map(({ key, head }) => [key, head]))
  const used = columns.flatMap(({ column, to }) =>
    to === null ? [] : [{ column, head: heads.get(to) ?? to }],
  )
  if (lines.length === 0) {
    return (
      <Panel sx={{ mt: 3 }}>
        <EmptyState title={t('noLines')} text="" />
      </Panel>
    )
  }
  return (
    <Panel
      // A table that is wider than the window is moved by the arrow keys, too.
      tabIndex={0}
      role="region"
      aria-label={t('previewLabel')}
      sx={{
        mt: 3,
        overflow: 'auto',
        maxHeight: '62vh',
        '&::-webkit-scrollbar-corner': { background: 'transparent' },
      }}
    >
      <Box component="table" sx={{ borderCollapse: 'separate', borderSpacing: 0, minWidth: '100%' }}>
        <thead>
          <tr>
            {[t('line'), t('becomes'), ...used.map(({ head }) => head)].map((head, at) => (
              <Box
                component="th"
                scope="col"
                key={at}
                sx={{
                  ...cell,
                  borderTop: 'none',
                  borderBottom: '1px solid var(--zk-hairline)',
                  position: 'sticky',
                  top: 0,
                  zIndex: 1,
                  bgcolor: 'var(--zk-rail)',
                  fontWeight: 600,
                  whiteSpace: 'nowrap',
                  // What is not needed is left to the values.
                  ...(at < 2 ? { width: 1 } : {}),
                }}
              >
                {head}
              </Box>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.number} line={line} />
          ))}
        </tbody>
      </Box>
    </Panel>
  )
}

function Line({ line }: { readonly line: PlanLine }) {
  const { t } = useTranslation('importing')
  const { does } = line
  return (
    <tr>
      <Box component="td" sx={{ ...cell, color: 'var(--zk-ink-soft)', whiteSpace: 'nowrap' }}>
        {line.number}
      </Box>
      <Box component="td" sx={{ ...cell, minWidth: line.findings.length > 0 ? 220 : 110, maxWidth: 260 }}>
        {line.goesOn ? (
          <Box component="span" sx={{ color: 'var(--zk-ink-soft)' }}>
            {t('goesOn')}
          </Box>
        ) : (
          <Tag tone={TONES[does]}>{t(`does.${does}`)}</Tag>
        )}
        <Findings findings={line.findings} />
      </Box>
      {line.cells.map((shown, at) => (
        <Cell key={at} shown={shown} />
      ))}
    </tr>
  )
}

function Cell({ shown: { text, findings } }: { readonly shown: PlanCell }) {
  const isWrong = findings.some(({ severity }) => severity === 'refuse')
  return (
    <Box component="td" sx={{ ...cell, minWidth: findings.length > 0 ? 200 : 72, maxWidth: 320 }}>
      <Box
        title={text}
        data-selectable
        sx={{
          overflow: 'hidden',
          textOverflow: 'ellipsis',
          whiteSpace: 'nowrap',
          ...(isWrong
            ? { color: 'var(--zk-seal-text)', fontWeight: 600, textDecoration: 'underline wavy 1px' }
            : {}),
        }}
      >
        {text}
      </Box>
      <Findings findings={findings} />
    </Box>
  )
}

function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  return findings.map((finding, at) => (
    <Box
      key={at}
      sx={{
        fontSize: 12,
        mt: 0.5,
        textWrap: 'pretty',
        color: finding.severity === 'refuse' ? 'var(--zk-seal-text)' : 'var(--zk-amber-text)',
      }}
    >
      {importFindingText(finding)}
    </Box>
  ))
}
