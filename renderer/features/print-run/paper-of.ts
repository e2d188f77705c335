/** Millimetres of the papers that forms are printed on, the shorter side first. */
const PAPERS = { A4: [210, 297], A3: [297, 420], B5: [182, 257], '16K': [184, 260] } as const
type PaperKey = `${keyof typeof PAPERS}${'' | 'Across'}` | 'other'

/** Sizes in points. */
export function paperOf(width: number, height: number): PaperKey {
  const mm = (points: number): number => (points * 25.4) / 72
  const [short, long] = [Math.min(width, height), Math.max(width, height)].map(mm)
  for (const name of Object.keys(PAPERS) as (keyof typeof PAPERS)[]) {
    const [a, b] = PAPERS[name]
    if (Math.abs((short ?? 0) - a) < 1 && Math.abs((long ?? 0) - b) < 1)
      return width > height ? `${name}Across` : name
  }
  return 'other'
}
