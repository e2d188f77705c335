import type { Archive } from './archive'
import type { Budget } from './budget'
import { shownBy, type Shown } from './number-formats'
import { broken } from './stop'
import { attribute, isTrue, readXml } from './xml'

/** A sheet as the workbook names it. */
export interface NamedSheet {
  readonly name: string
  readonly hidden: boolean
  /** Its part in the archive. */
  readonly part: string
}

export interface WorkbookParts {
  readonly sheets: readonly NamedSheet[]
  readonly from1904: boolean
  readonly sharedStrings: string | null
  readonly styles: string | null
  /** Names of other files that it refers to, without their folders. */
  readonly externalLinks: readonly string[]
}

interface Relation {
  readonly id: string
  readonly type: string
  readonly target: string
  readonly external: boolean
}

/** The parts of a workbook, found by their relations as other programs find them. */
export async function readParts(archive: Archive, budget: Budget): Promise<WorkbookParts> {
  const root = await relationsOf(archive, '')
  const main = root.find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml'
  if (!archive.has(main)) throw broken('没有工作簿')
  const relations = await relationsOf(archive, main)
  const byId = new Map(relations.map((relation) => [relation.id, relation]))
  const sheets: NamedSheet[] = []
  let from1904 = false
  await readXml(archive, main, {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = isTrue(attribute(attributes, 'date1904'))
      if (name !== 'sheet') return
      const relation = byId.get(attribute(attributes, 'id') ?? '')
      // A sheet of a chart has no cells.
      if (relation?.type !== 'worksheet') return
      const state = attribute(attributes, 'state')
      const hidden = state === 'hidden' || state === 'veryHidden'
      sheets.push({ name: attribute(attributes, 'name') ?? '', hidden, part: relation.target })
      budget.sheets(sheets.length)
    },
    close: () => undefined,
  })
  const part = (type: string) => relations.find((relation) => relation.type === type)?.target ?? null
  return {
    sheets,
    from1904,
    sharedStrings: part('sharedStrings'),
    styles: part('styles'),
    externalLinks: await linkedFiles(
      archive,
      relations.filter(({ type }) => type === 'externalLink').map(({ target }) => target),
    ),
  }
}

async function linkedFiles(archive: Archive, links: readonly string[]): Promise<readonly string[]> {
  const files = new Set<string>()
  for (const link of links.slice(0, 50)) {
    const relations = await relationsOf(archive, link)
    for (const { target, external } of relations) if (external) files.add(fileName(target))
    if (relations.length === 0) files.add(fileName(link))
  }
  return [...files]
}

function fileName(target: string): string {
  const last = target.split(/[\\/]/).at(-1) ?? target
  try {
    return decodeURIComponent(last).slice(0, 120)
  } catch {
    return last.slice(0, 120)
  }
}

/** Relations of a part, with targets as names in the archive. */
async function relationsOf(archive: Archive, part: string): Promise<readonly Relation[]> {
  const at = part.lastIndexOf('/') + 1
  const folder = part.slice(0, at)
  const relations: Relation[] = []
  await readXml(archive, `${folder}_rels/${part.slice(at)}.rels`, {
    open: (name, attributes) => {
      if (name !== 'Relationship') return
      const target = attribute(attributes, 'Target') ?? ''
      const external = attribute(attributes, 'TargetMode') === 'External'
      relations.push({
        id: attribute(attributes, 'Id') ?? '',
        type: (attribute(attributes, 'Type') ?? '').replace(/^.*\//, ''),
        target: external ? target : resolved(folder, target),
        external,
      })
    },
    close: () => undefined,
  })
  return relations
}

function resolved(folder: string, target: string): string {
  const names = target.startsWith('/') ? [] : folder.split('/').filter((name) => name !== '')
  for (const name of target.split('/')) {
    if (name === '..') names.pop()
    else if (name !== '' && name !== '.') names.push(name)
  }
  return names.join('/')
}

/** What the cells of each style show. */
export async function readStyles(archive: Archive, part: string | null): Promise<readonly Shown[]> {
  if (part === null) return []
  const codes = new Map<number, string>()
  const formats: number[] = []
  let inCells = false
  await readXml(archive, part, {
    open: (name, attributes) => {
      if (name === 'numFmt')
        codes.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '')
      else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells) formats.push(Number(attribute(attributes, 'numFmtId') ?? 0))
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    },
  })
  return formats.map((id) => shownBy(id, codes.get(id)))
}

/** All texts that cells share, by their place. */
export async function readSharedStrings(
  archive: Archive,
  part: string | null,
  budget: Budget,
): Promise<readonly string[]> {
  if (part === null) return []
  const strings: string[] = []
  const collect = textCollector()
  await readXml(archive, part, {
    open: (name) => {
      if (name === 'si') collect.begin()
      collect.open(name)
    },
    text: collect.text,
    close: (name) => {
      collect.close(name)
      if (name !== 'si') return
      const text = collect.end()
      budget.text(text.length)
      strings.push(text)
    },
  })
  return strings
}

/** Joins the runs of one text; what is written above it for reading aloud (`rPh`) is no part of it. */
export function textCollector() {
  let text = ''
  let inText = false
  let aside = 0
  return {
    begin: () => {
      text = ''
      inText = false
      aside = 0
    },
    open: (name: string) => {
      if (name === 'rPh') aside++
      else if (name === 't') inText = aside === 0
    },
    text: (piece: string) => {
      if (inText) text += piece
    },
    close: (name: string) => {
      if (name === 'rPh') aside--
      else if (name === 't') inText = false
    },
    end: () => unescaped(text),
  }
}

/** `_x000D_` stands for a character that XML cannot hold (ECMA-376, ST_Xstring). */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text
