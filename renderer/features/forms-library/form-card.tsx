import { memo } from 'react'
import { PageThumbnail } from '../sheet'
import type { Letterhead } from '../../../shared/print/layout-input'
import type { Hit } from './library'
import type { FormWords } from './form-words'
import { Marked, Star, TickBox } from './marks'

export interface FormItemProps {
  readonly id: string
  readonly hit: Hit
  /** Arrows and mouse stand here. */
  readonly here: boolean
  readonly ticked: boolean
  readonly favourite: boolean
  readonly words: FormWords
}

export interface FormCardProps extends FormItemProps {
  readonly letterhead: Letterhead | null
  /** Pixels that the page may take. */
  readonly sheetWidth: number
}

/** Pixels; gallery.css leaves as much room. */
const SHEET_HEIGHT = 166

/** One form as a card. What is clicked in it is found by `data-code`, `data-tick` and `data-star`. */
export const FormCard = memo(function FormCard(props: FormCardProps) {
  const { hit, here, words } = props
  const { form } = hit
  const { head } = form
  const why = words.why(hit)
  return (
    <div
      id={props.id}
      className="zk-card"
      role="row"
      aria-selected={props.ticked}
      data-code={head.code}
      data-here={here || undefined}
    >
      <TickButton {...props} className="zk-card-tick" />
      <StarButton {...props} className="zk-card-star" />
      <div className="zk-card-sheet" role="presentation">
        <PageThumbnail
          form={form}
          letterhead={props.letterhead}
          maxWidth={props.sheetWidth}
          maxHeight={SHEET_HEIGHT}
        />
      </div>
      <div role="gridcell">
        <div className="zk-card-name" lang="zh-CN">
          <Marked text={head.name} places={hit.inName} />
        </div>
        <div className="zk-card-about">
          <Marked text={head.code} places={hit.inCode} />
          <br />
          <span>{words.kind(head)} ·&nbsp;</span>
          <span>{words.paper(head)}</span>
        </div>
        {why !== '' && <div className="zk-card-why">{why}</div>}
      </div>
    </div>
  )
})

interface ItemButtonProps extends FormItemProps {
  readonly className: string
}

/** For the mouse; the keyboard has the space bar. */
export function TickButton({ hit, ticked, words, className }: ItemButtonProps) {
  return (
    <span role="gridcell">
      <button
        type="button"
        className={className}
        tabIndex={-1}
        data-tick=""
        aria-pressed={ticked}
        aria-label={words.tickNamed(hit.form.head.name)}
        title={words.tickHint}
      >
        <TickBox ticked={ticked} />
      </button>
    </span>
  )
}

/** For the mouse; the keyboard has Ctrl+D. */
export function StarButton({ hit, favourite, words, className }: ItemButtonProps) {
  return (
    <span role="gridcell">
      <button
        type="button"
        className={className}
        tabIndex={-1}
        data-star=""
        aria-pressed={favourite}
        aria-label={words.starNamed(hit.form.head.name)}
        title={words.starHint(favourite)}
      >
        <Star filled={favourite} />
      </button>
    </span>
  )
}
