import { memo } from 'react'
import { StarButton, TickButton, type FormItemProps } from './form-card'
import { Marked } from './marks'

/** One form as a line of the compact list. */
export const FormLine = memo(function FormLine(props: FormItemProps) {
  const { hit, here, words } = props
  const { form } = hit
  const { head } = form
  const why = words.why(hit)
  return (
    <div
      id={props.id}
      className="zk-line"
      role="row"
      aria-selected={props.ticked}
      data-code={head.code}
      data-here={here || undefined}
    >
      <TickButton {...props} className="zk-line-tick" />
      <div role="gridcell" className="zk-line-name">
        <span lang="zh-CN">
          <Marked text={head.name} places={hit.inName} />
        </span>
        {why !== '' && <span className="zk-card-why">{why}</span>}
      </div>
      <div role="gridcell">
        <Marked text={head.code} places={hit.inCode} />
      </div>
      <div role="gridcell" lang="zh-CN">
        {head.module}
      </div>
      <div role="gridcell">{words.kind(head)}</div>
      <div role="gridcell">{words.paper(head)}</div>
      <StarButton {...props} className="zk-line-star" />
    </div>
  )
})
