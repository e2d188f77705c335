import Box from '@mui/material/Box'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Paper } from '../../../shared/forms/template'
import {
  BINDING_LIMITS,
  MARGIN_LIMITS,
  usualMargins,
  type Margins,
  type PrintSetup,
} from '../../../shared/print/setup'
import { Choose, Toggles } from '../../ui'
import { MmField } from './mm-field'
import {
  BINDING_CHOICES,
  bindingChoice,
  MARGIN_CHOICES,
  marginChoice,
  PAPER_CHOICES,
  paperChoice,
  withBinding,
  withLarger,
  withLetterhead,
  withMargins,
  withOrientation,
  withPaper,
} from './setup-values'

const SIDES = ['top', 'bottom', 'left', 'right'] as const
const WIDTH = 272

export interface SetupChoicesProps {
  readonly design: Paper
  readonly setup: PrintSetup
  readonly onSetup: (setup: PrintSetup) => void
}

/** Paper, margins, binding, firm and size of text. */
export function SetupChoices({ design, setup, onSetup }: SetupChoicesProps) {
  const { t } = useTranslation(['preview', 'common'])
  // 自定 was chosen, though the lengths are still those of another choice.
  const [ownMargins, setOwnMargins] = useState(false)
  const [ownBinding, setOwnBinding] = useState(false)
  const paper = setup.paper ?? design
  const margins = setup.margins ?? rounded(usualMargins(paper))
  const margin = ownMargins ? 'own' : marginChoice(setup)
  const binding = ownBinding ? 'own' : bindingChoice(setup)
  const sizeName = (size: Paper['size']) => t(`common:paper.size.${size}`)
  const drawn = t(`common:paper.${design.orientation}`, { size: sizeName(design.size) })
  return (
    <>
      <Box sx={{ display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: 2 }}>
        <Choose
          label={t('setup.paper')}
          value={paperChoice(setup)}
          width={WIDTH}
          choices={PAPER_CHOICES.map((value) => ({
            value,
            label: value === 'design' ? t('setup.design', { paper: drawn }) : sizeName(value),
          }))}
          onChange={(choice) => {
            onSetup(withPaper(setup, design, choice))
          }}
        />
        <Toggles
          label={t('setup.orientation')}
          quiet
          value={paper.orientation}
          values={['portrait', 'landscape']}
          text={(orientation) => t(`setup.${orientation}`)}
          onPick={(orientation) => {
            onSetup(withOrientation(setup, design, orientation))
          }}
        />
      </Box>
      <Box>
        <Choose
          label={t('setup.margins')}
          value={margin}
          width={WIDTH}
          choices={MARGIN_CHOICES.map((value) => ({ value, label: t(`setup.margin.${value}`) }))}
          onChange={(choice) => {
            setOwnMargins(choice === 'own')
            onSetup(withMargins(setup, choice, margins))
          }}
        />
        {margin === 'own' && (
          <Lengths>
            {SIDES.map((side) => (
              <MmField
                key={side}
                label={t(`setup.side.${side}`)}
                value={margins[side]}
                limits={MARGIN_LIMITS}
                onChange={(length) => {
                  onSetup({ ...setup, margins: { ...margins, [side]: length } })
                }}
              />
            ))}
          </Lengths>
        )}
      </Box>
      <Box>
        <Choose
          label={t('setup.binding')}
          value={binding}
          width={WIDTH}
          choices={BINDING_CHOICES.map((value) => ({ value, label: t(`setup.bindingOf.${value}`) }))}
          onChange={(choice) => {
            setOwnBinding(choice === 'own')
            if (choice === 'own') onSetup(withBinding(setup, setup.binding ?? 10))
            else onSetup(withBinding(setup, choice === 'none' ? 0 : Number(choice)))
          }}
        />
        {binding === 'own' && (
          <Lengths>
            <MmField
              label={t('setup.bindingWidth')}
              value={setup.binding ?? 0}
              limits={BINDING_LIMITS}
              onChange={(length) => {
                setOwnBinding(true)
                onSetup(withBinding(setup, length))
              }}
            />
          </Lengths>
        )}
      </Box>
      <Toggles
        label={t('setup.letterhead')}
        value={setup.letterhead === false ? 'off' : 'on'}
        values={['on', 'off']}
        text={(choice) => t(`setup.letterheadOf.${choice}`)}
        onPick={(choice) => {
          onSetup(withLetterhead(setup, choice === 'on'))
        }}
      />
      <Toggles
        label={t('setup.larger')}
        value={LARGER[setup.larger ?? 0]}
        values={LARGER}
        text={(choice) => t(`setup.largerOf.${choice}`)}
        onPick={(choice) => {
          onSetup(withLarger(setup, choice === 'usual' ? 0 : choice === 'one' ? 1 : 2))
        }}
      />
    </>
  )
}

const LARGER = ['usual', 'one', 'two'] as const

/** In steps of half a millimetre, as they are typed. */
const rounded = (margins: Margins): Margins => {
  const half = (length: number) => Math.round(length * 2) / 2
  const { top, right, bottom, left } = margins
  return { top: half(top), right: half(right), bottom: half(bottom), left: half(left) }
}

function Lengths({ children }: { readonly children: React.ReactNode }) {
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', columnGap: 4, rowGap: 1.5, mt: 2 }}>
      {children}
    </Box>
  )
}
