import type { SourceRefusal } from '../../shared/import/refusal'

/** Ends the reading of a file from anywhere inside of it; caught where reading begins, never seen outside. */
export class Stop extends Error {
  constructor(readonly refusal: SourceRefusal) {
    super(refusal.type)
  }
}

export const broken = (what: string): Stop => new Stop({ type: 'Broken', what })
