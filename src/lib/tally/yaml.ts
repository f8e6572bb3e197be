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
    const line = raw.replace(/(^|\s)#.*/s, '').trimEnd()
    const last = fields.at(-1)
    if (last && (depth > 0 || isOpenText(last.value))) {
      last.value += ` ${line.trim()}`
      if (depth > 0) depth += balance(line)
    } else if (line !== '' && line !== '---' && line !== '...') {
      const field = readField(line, i + 1)
      depth = /^[[{]/.test(field.value) ? balance(field.value) : 0
      fields.push(field)
    }
  }
  return fields
}

function readField(text: string, line: number): Field {
  const [, indent = '', dash = '', key, value = ''] = /^(\s*)(- +)?([\w-]+):(?:\s+(.*))?$/s.exec(text) ?? []
  if (key === undefined) throw new BadElection(`line ${line}: "${text.trim()}" is not "key: value".`)
  return { line, indented: indent !== '', dash: dash !== '', key, value }
}

const isOpenText = (value: string) => /^["']/.test(value) && !/^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')$/.test(value)

function balance(value: string): number {
  const plain = value.replace(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'/g, '')
  return (plain.match(/[[{]/g)?.length ?? 0) - (plain.match(/[\]}]/g)?.length ?? 0)
}

function readFlow(value: string, line: number): Yaml {
  if (!/^[[{]/.test(value)) return unquote(value)
  const tokens = value.match(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[[\]{},]|[^[\]{},"']+/g) ?? []
  const words = tokens.map((token) => token.trim()).filter((token) => token !== '' && token !== ',')
  const cursor = { at: 0, depth: 0 }
  const list = readList(words, cursor, line)
  if (cursor.at < words.length) throw new BadElection(`line ${line}: "${words[cursor.at]}" follows the end of the value.`)
  return list
}

function readList(words: string[], cursor: { at: number; depth: number }, line: number): Yaml[] {
  const close = words[cursor.at++] === '[' ? ']' : '}'
  const list: Yaml[] = []
  if (++cursor.depth > 8) throw new BadElection(`line ${line}: there are more than 8 brackets in each other.`)
  for (let word = words[cursor.at]; word !== close; word = words[cursor.at]) {
    if (word === undefined || word === ']' || word === '}') throw new BadElection(`line ${line}: a bracket is not closed.`)
    if (word === '[' || word === '{') list.push(readList(words, cursor, line))
    else {
      list.push(unquote(word))
      cursor.at++
    }
  }
  cursor.at++
  cursor.depth--
  return list
}

function unquote(text: string): string {
  if (text.startsWith("'")) return text.slice(1, -1).replaceAll("''", "'")
  if (!text.startsWith('"')) return text
  return text.slice(1, -1).replace(/\\(.)/g, (_, char: string) => (char === 'n' ? '\n' : char))
}
