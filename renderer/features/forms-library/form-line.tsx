import { memo } from 'react'
import { StarButton, TickButton, type FormItemProps } from './form-card'
import { Marked } from './marks'

/** One form as a line of the compact list. */
export const FormLine = memo(function FormLine(props: FormItemProps) {
  const { hit, here, words } = props
  const { template } = hit
  const why = words.why(hit)
  return (
    <div
      id={props.id}
      className="zk-line"
      role="row"
      aria-selected={props.ticked}
      data-code={template.code}
      data-here={here || undefined}
    >
      <TickButton {...props} className="zk-line-tick" />
      <div role="gridcell" className="zk-line-name">
        <span lang="zh-CN">
          <Marked text={template.name} places={hit.inName} />
        </span>
        {why !== '' && <span className="zk-card-why">{why}</span>}
      </div>
      <div role="gridcell">
        <Marked text={template.code} places={hit.inCode} />
      </div>
      <div role="gridcell" lang="zh-CN">
        {template.module}
      </div>
      <div role="gridcell">{words.kind(template)}</div>
      <div role="gridcell">{words.paper(template)}</div>
      <StarButton {...props} className="zk-line-star" />
    </div>
  )
})
