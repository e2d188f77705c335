import type { StampMark } from '../../../shared/print/page'
import { faceFamily } from './faces'

const FRAME = 1.6

/** 作废 and the like, as on paper: a framed word in seal red, turned about its centre. */
export function PageStamp({ stamp }: { readonly stamp: StampMark }) {
  const { centerX, centerY, width, height, size } = stamp
  return (
    <g
      transform={`rotate(${-stamp.angle} ${centerX} ${centerY})`}
      opacity={0.75}
      style={{ pointerEvents: 'none' }}
    >
      <rect
        x={centerX - width / 2}
        y={centerY - height / 2}
        width={width}
        height={height}
        rx={3}
        fill="none"
        stroke="#B3392F"
        strokeWidth={FRAME}
      />
      <text
        x={centerX + stamp.spacing / 2}
        y={centerY + 0.38 * size}
        textAnchor="middle"
        fill="#B3392F"
        style={{
          textRendering: 'auto',
          fontFamily: faceFamily.serifBold,
          fontSize: `${size}px`,
          letterSpacing: `${stamp.spacing}px`,
        }}
      >
        {stamp.text}
      </text>
    </g>
  )
}
