import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { failureText } from '../../i18n'
import { paperOf } from './paper-of'
import type { NotPrinted } from './run-prints'
import type { RunStanding } from './use-print-run'

/** Lines that are read at once; of more only the number. */
const SHOWN = 20

export interface RunSummaryProps {
  readonly standing: Extract<RunStanding, { readonly phase: 'done' }>
}

/** What came of a run: how many, where they are, and by name what did not come out as it should. */
export function RunSummary({ standing }: RunSummaryProps) {
  const { t } = useTranslation('printRun')
  const { into, outcome, done, stopped, last } = standing
  const { printed, failed, gapped, lacking, left, ended } = outcome
  const papers = done?.papers ?? []
  return (
    <Box role="status" sx={{ display: 'flex', flexDirection: 'column', gap: 3 }}>
      {stopped && <Typography>{t(`stopped.${into}`, { count: printed })}</Typography>}
      {ended !== null && (
        <Typography sx={{ color: 'var(--zk-seal-text)' }}>
          {t(`ended.${into}`, { count: printed, why: failureText(ended) })}
        </Typography>
      )}
      {into === 'printer' && done === null && (
        <Typography sx={{ overflowWrap: 'anywhere' }}>
          {printed === 0 ? t('sentNone') : t('sent', { count: printed, last })}
        </Typography>
      )}
      {done !== null && printed > 0 && (
        <Typography sx={{ overflowWrap: 'anywhere' }}>
          {t(`done.${into}`, { count: printed, pages: done.pages, path: done.path ?? '' })}
        </Typography>
      )}
      {done !== null && printed === 0 && <Typography>{t('nothing')}</Typography>}
      {papers.length > 1 && (
        <Typography sx={{ color: 'var(--zk-amber-text)' }}>
          {t(into === 'printer' ? 'papersPrinted' : 'papers', {
            papers: papers
              .map(({ width, height, pages }) =>
                t('paper', { paper: t(`paperNames.${paperOf(width, height)}`), count: pages }),
              )
              .join(t('comma')),
          })}
        </Typography>
      )}
      {left > 0 && (!stopped || into === 'printer') && <Typography>{t('left', { count: left })}</Typography>}
      <Named
        head={t('failed', { count: failed.length })}
        lines={failed.map((each) => ({ key: each.id, text: <Why {...each} /> }))}
        serious
      />
      <Named
        head={t('gapped', { count: gapped.length })}
        lines={gapped.map((called, at) => ({ key: String(at), text: called }))}
      />
      <Named
        head={t('lacking', { count: lacking.length })}
        lines={lacking.map(({ called, files }, at) => ({
          key: String(at),
          text: t('one', { name: called, why: files.join(t('comma')) }),
        }))}
      />
    </Box>
  )
}

function Why({ called, failure }: NotPrinted) {
  const { t } = useTranslation('printRun')
  const name = called === '' ? t('nameless') : called
  if (failure.type === 'NoTemplate') return t('one', { name, why: t('noTemplate') })
  if (failure.type === 'NoCustomer') return t('one', { name, why: t('noCustomer') })
  return t('one', { name, why: failureText(failure) })
}

interface NamedProps {
  readonly head: string
  readonly lines: readonly { readonly key: string; readonly text: ReactNode }[]
  readonly serious?: boolean
}

function Named({ head, lines, serious = false }: NamedProps) {
  const { t } = useTranslation('printRun')
  if (lines.length === 0) return null
  return (
    <Box>
      <Typography sx={{ color: serious ? 'var(--zk-seal-text)' : 'var(--zk-amber-text)' }}>{head}</Typography>
      <Box component="ul" sx={{ m: 0, mt: 1, pl: 5, fontSize: 13, overflowWrap: 'anywhere' }}>
        {lines.slice(0, SHOWN).map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
        {lines.length > SHOWN && <li>{t('more', { count: lines.length - SHOWN })}</li>}
      </Box>
    </Box>
  )
}
