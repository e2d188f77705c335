import type { ReactNode } from 'react'
import './tag.css'

export type Tone = 'blue' | 'red' | 'amber' | 'green' | 'plain'

/** A state in a word. A plain element: long lists draw hundreds of them while they are scrolled. */
export function Tag({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return <span className={`zk-tag zk-tag-${tone}`}>{children}</span>
}
