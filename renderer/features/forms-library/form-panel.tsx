import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import OutlinedInput from '@mui/material/OutlinedInput'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Keys } from '../../ui'
import { copiesOf } from '../print-preview'
import { PageThumbnail, useElementSize } from '../sheet'
import type { Letterhead } from '../../../shared/print/layout-input'
import { useFormWords } from './form-words'
import type { LibraryForm } from './library'
import { Star } from './marks'
import { fieldCount } from './print-blank'

export interface FormPanelProps {
  readonly form: LibraryForm
  readonly letterhead: Letterhead | null
  readonly favourite: boolean
  readonly acts: FormActs
}

export interface FormActs {
  readonly onFill: (code: string) => void
  readonly onPrint: (form: LibraryForm, copies: number) => void
  readonly onSample: (form: LibraryForm) => void
  readonly onExcel: (form: LibraryForm) => void
  /** What the firm may change about it. */
  readonly onSettings: (code: string) => void
  readonly onStar: (code: string) => void
}

/** Pixels under the page that facts and actions take, so that a low window needs no scrolling; the least for the page. */
const UNDER_SHEET = 396
const TURNER = 36
const LEAST_SHEET = 190
/** Pixels around the page. */
const PADDING = 32

/** One form near at hand: its page, what it is, and everything that can be done with it. */
export function FormPanel({ form, letterhead, favourite, acts }: FormPanelProps) {
  const { t } = useTranslation('forms')
  const [size, setElement] = useElementSize()
  const [page, setPage] = useState(0)
  const { code, name, pages } = form.head
  return (
    <Box
      component="section"
      ref={setElement}
      className="zk-form-panel"
      aria-label={t('panel')}
      tabIndex={0}
      data-scroller=""
    >
      <Box sx={{ display: 'flex', flexDirection: 'column', alignItems: 'center', gap: 2 }}>
        <PageThumbnail
          form={form}
          letterhead={letterhead}
          page={page}
          maxWidth={(size?.width ?? 284) - PADDING}
          maxHeight={Math.max(LEAST_SHEET, (size?.height ?? 660) - UNDER_SHEET - (pages > 1 ? TURNER : 0))}
        />
        {pages > 1 && <PageTurner page={page} pages={pages} onPage={setPage} />}
      </Box>
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 1 }}>
        <Typography variant="h2" lang="zh-CN" sx={{ flex: 1, textWrap: 'balance' }}>
          {name}
        </Typography>
        <IconButton
          data-star=""
          aria-pressed={favourite}
          aria-label={t('favouriteNamed', { name })}
          title={t(favourite ? 'unfavouriteHint' : 'favouriteHint')}
          sx={{ m: -1, '&[aria-pressed=true]': { color: 'var(--zk-amber)' } }}
          onClick={() => {
            acts.onStar(code)
          }}
        >
          <Star filled={favourite} />
        </IconButton>
      </Box>
      <Facts form={form} />
      <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2, mt: 'auto', pt: 1 }}>
        <Button
          variant="contained"
          color="primary"
          aria-keyshortcuts="Enter"
          onClick={() => {
            acts.onFill(code)
          }}
        >
          {t('fill')}&nbsp;
          <Keys keys="Enter" />
        </Button>
        <PrintLine form={form} onPrint={acts.onPrint} />
        <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 2 }}>
          <Button
            onClick={() => {
              acts.onSample(form)
            }}
          >
            {t('sample')}
          </Button>
          <Button
            title={t('excelHint')}
            onClick={() => {
              acts.onExcel(form)
            }}
          >
            {t('excel')}
          </Button>
        </Box>
        <Button
          title={t('settingsHint')}
          onClick={() => {
            acts.onSettings(code)
          }}
        >
          {t('settings')}
        </Button>
      </Box>
    </Box>
  )
}

function Facts({ form }: { readonly form: LibraryForm }) {
  const { head } = form
  const { t } = useTranslation(['forms', 'common'])
  const words = useFormWords()
  return (
    <dl className="zk-form-facts">
      <dt>{t('fact.code')}</dt>
      <dd data-selectable="">{head.code}</dd>
      <dt>{t('fact.module')}</dt>
      <dd lang="zh-CN">{head.module}</dd>
      <dt>{t('fact.kind')}</dt>
      <dd>{words.kind(head)}</dd>
      <dt>{t('fact.paper')}</dt>
      <dd>{words.paper(head)}</dd>
      <dt>{t('fact.fields')}</dt>
      <dd>{t('fieldCount', { count: fieldCount(form.template) })}</dd>
      {form.own && (
        <>
          <dt>{t('fact.look')}</dt>
          <dd>{t('ownLook')}</dd>
        </>
      )}
    </dl>
  )
}

interface PrintLineProps {
  readonly form: LibraryForm
  readonly onPrint: FormActs['onPrint']
}

/** Print n blank sheets: the number first stands at one, and Enter in it prints. */
function PrintLine({ form, onPrint }: PrintLineProps) {
  const { t } = useTranslation('forms')
  const [typed, setTyped] = useState('1')
  const copies = copiesOf(typed)
  const print = () => {
    if (copies !== null) onPrint(form, copies)
  }
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
      <Button sx={{ flex: 1 }} disabled={copies === null} aria-keyshortcuts="Control+P" onClick={print}>
        {t('blank')}&nbsp;
        <Keys keys="Ctrl P" />
      </Button>
      <Box component="label" sx={{ display: 'flex', alignItems: 'center', gap: 1.5, fontSize: 13 }}>
        <OutlinedInput
          value={typed}
          error={copies === null}
          inputProps={{
            'aria-label': t('copies'),
            'aria-invalid': copies === null,
            inputMode: 'numeric',
            maxLength: 3,
            title: t('copiesHint'),
          }}
          sx={{ width: 52, '& input': { textAlign: 'right' } }}
          onChange={(event) => {
            setTyped(event.target.value)
          }}
          onFocus={(event) => {
            event.target.select()
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) print()
          }}
        />
        {t('copiesUnit')}
      </Box>
    </Box>
  )
}

export interface PageTurnerProps {
  readonly page: number
  readonly pages: number
  readonly onPage: (page: number) => void
}

/** ‹ 1 / 2 › */
export function PageTurner({ page, pages, onPage }: PageTurnerProps) {
  const { t } = useTranslation('forms')
  return (
    <Box role="group" aria-label={t('pages')} sx={{ display: 'flex', alignItems: 'center', fontSize: 12 }}>
      <IconButton
        aria-label={t('pageBefore')}
        disabled={page === 0}
        onClick={() => {
          onPage(page - 1)
        }}
      >
        ‹
      </IconButton>
      <span role="status">{t('pageOf', { page: page + 1, pages })}</span>
      <IconButton
        aria-label={t('pageNext')}
        disabled={page >= pages - 1}
        onClick={() => {
          onPage(page + 1)
        }}
      >
        ›
      </IconButton>
    </Box>
  )
}
