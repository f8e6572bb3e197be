// Was a form sent as it was shown? It carries a mark of what a browser sends where nobody changes anything.
import { createHash } from 'node:crypto'
import type { FormBody } from './forms.ts'
import { escapeHtml } from './jsx-runtime.ts'

/** The field that carries the mark. */
export const markField = 'as-shown'

type Sent = [name: string, value: string][]

/** Line ends differ on the way, and what was chosen of a list may be sent in any order. Values are compared as HTML writes them. */
function markOf(sent: Sent): string {
  const lines = sent.map(([name, value]) => JSON.stringify([name, value.replace(/\r\n?/g, '\n')])).sort()
  return createHash('sha256').update(lines.join('\n')).digest('base64url').slice(0, 22)
}

const attribute = (attributes: string, name: string): string | undefined => new RegExp(` ${name}="([^"]*)"`).exec(attributes)?.[1]
const has = (attributes: string, name: string): boolean => new RegExp(` ${name}(?:=""|[ />]|$)`).test(attributes)

/** A list that is not told what is chosen sends the first that can be. */
function chosenOf(options: string[]): string | undefined {
  const chosen = options.find((one) => has(one, 'selected')) ?? options.find((one) => !has(one, 'disabled'))
  return chosen && attribute(chosen, 'value')
}

function typedIn(attributes: string): string | undefined {
  const type = attribute(attributes, 'type') ?? 'text'
  if (type === 'file' || type === 'submit') return undefined
  if ((type === 'checkbox' || type === 'radio') && !has(attributes, 'checked')) return undefined
  return attribute(attributes, 'value') ?? ''
}

// What is inside attributes and texts is escaped: none of them holds a bracket.
const tags = /<(input|select|textarea|option|\/select)([^<>]*)>([^<]*)/g

/** The mark of a form with these fields. */
export function markOfShown(html: string): string {
  const sent: Sent = []
  const send = (attributes: string, value: string | undefined): void => {
    const name = attribute(attributes, 'name')
    if (name !== undefined && value !== undefined && !has(attributes, 'disabled')) sent.push([name, value])
  }
  let list = { attributes: '', options: [] as string[] }
  for (const [, tag, attributes = '', text = ''] of html.matchAll(tags)) {
    if (tag === 'input') send(attributes, typedIn(attributes))
    else if (tag === 'textarea') send(attributes, text)
    else if (tag === 'select') list = { attributes, options: [] }
    else if (tag === 'option') list.options.push(attributes)
    else send(list.attributes, chosenOf(list.options))
  }
  return markOf(sent)
}

/** Is this what its mark says? A button that says something of its own makes a difference, and so does a file. */
export function isAsShown({ [markField]: mark, ...body }: FormBody): boolean {
  if (typeof mark !== 'string') return false
  const sent = Object.entries(body).flatMap(
    ([name, values]): Sent =>
      [values].flat().flatMap((value): Sent => {
        if (typeof value === 'string') return [[escapeHtml(name), escapeHtml(value)]]
        return value.size === 0 ? [] : [[name, value.name]]
      }),
  )
  return markOf(sent) === mark
}
