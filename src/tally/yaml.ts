import { BadElection } from './check.ts'

export type Yaml = string | Yaml[] | { [key: string]: Yaml }

/**
 * Reads as much of YAML as .abc.yaml files have: top-level `key: value`, values in flow style over any number of lines, and
 * lists of mappings in block style. Scalars stay text. A flow mapping without values, `{1, 4}`, is a set: a list here.
 * @throws BadElection with the line
 */
export function readYaml(text: string): { [key: string]: Yaml } {
  const result: { [key: string]: Yaml } = {}
  let list: { [key: string]: Yaml }[] = []
  for (const { line, indented, dash, key, value } of readFields(text)) {
    if (dash) list.push({})
    const target = dash || indented ? list.at(-1) : result
    if (!target) throw new BadElection(`line ${line}: a list must begin with "- ".`)
    if (Object.hasOwn(target, key)) throw new BadElection(`line ${line}: "${key}" is there twice.`)
    if (target === result) list = []
    target[key] = value === '' && target === result ? list : readFlow(value, line)
  }
  return result
}

interface Field {
  line: number
  indented: boolean
  dash: boolean
  key: string
  value: string
}

/** Fields with the lines that continue them joined. */
function readFields(text: string): Field[] {
  const fields: Field[] = []
  let depth = 0
  for (const [i, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const line = raw.replace(/(^|\s)#.*$/, '')
    if (line.trim() === '' || (depth === 0 && /^(---|\.\.\.)\s*$/.test(line))) continue
    const last = fields.at(-1)
    const [match, indent = '', dash = '', key = '', value = ''] = /^(\s*)(- +)?([\w-]+):(?:\s+(.*))?$/.exec(line) ?? []
    if (last && (depth > 0 || isOpenText(last.value))) last.value += ` ${line.trim()}`
    else if (match === undefined) throw new BadElection(`line ${i + 1}: "${line.trim()}" is not "key: value".`)
    else fields.push({ line: i + 1, indented: indent !== '', dash: dash !== '', key, value: value.trim() })
    depth = balance((fields.at(-1) as Field).value)
  }
  return fields
}

const isOpenText = (value: string) => /^["']/.test(value) && !/^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')$/.test(value)

function balance(value: string): number {
  const plain = value.replace(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'/g, '')
  return (plain.match(/[[{]/g)?.length ?? 0) - (plain.match(/[\]}]/g)?.length ?? 0)
}

function readFlow(value: string, line: number): Yaml {
  const tokens = value.match(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[[\]{},]|[^[\]{},"']+/g) ?? []
  const words = tokens.map((token) => token.trim()).filter((token) => token !== '')
  if (!/^[[{]/.test(value)) return unquote(value)
  const { read, rest } = readCollection(words, line)
  if (rest.length > 0) throw new BadElection(`line ${line}: "${rest.join(' ')}" follows the end of the value.`)
  return read
}

function readCollection([open, ...words]: string[], line: number): { read: Yaml[]; rest: string[] } {
  const close = open === '[' ? ']' : '}'
  const read: Yaml[] = []
  let rest = words
  while (rest[0] !== close) {
    const [word] = rest
    if (word === undefined || word === ']' || word === '}') throw new BadElection(`line ${line}: a bracket is not closed.`)
    if (word === '[' || word === '{') {
      const inner = readCollection(rest, line)
      read.push(inner.read)
      rest = inner.rest
    } else {
      read.push(unquote(word))
      rest = rest.slice(1)
    }
    if (rest[0] === ',') rest = rest.slice(1)
  }
  return { read, rest: rest.slice(1) }
}

function unquote(text: string): string {
  if (text.startsWith("'")) return text.slice(1, -1).replaceAll("''", "'")
  if (!text.startsWith('"')) return text
  return text.slice(1, -1).replace(/\\(.)/g, (_, char: string) => (char === 'n' ? '\n' : char))
}
