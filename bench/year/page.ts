/** One field of a form, with what it holds when the page comes. */
interface Field {
  name: string
  kind: 'hidden' | 'text' | 'choice' | 'tick' | 'file'
  value: string
  /** What else may be chosen. */
  options: string[]
  required: boolean
}

/** A form as a browser sends it. */
export interface Form {
  action: string
  html: string
  fields: Field[]
  buttons: { name: string; value: string; label: string }[]
}

const plain = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

const attribute = (tag: string, name: string): string | undefined => {
  const [found, value] = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s/>])`).exec(tag) ?? []
  return found === undefined ? undefined : plain(value ?? '')
}

/** The words of a page, without its menu. */
export function wordsOf(html: string): string {
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html
  const shown = main
    .replaceAll(/<(script|style|template|dialog)[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<details(?! open)[\s\S]*?<\/details>/g, ' ')
  return plain(shown.replaceAll(/<[^>]+>/g, ' '))
    .replaceAll(/\s+/g, ' ')
    .trim()
}

function readFields(html: string): Field[] {
  const fields: Field[] = []
  const add = (field: Partial<Field> & { name: string }) => {
    const before = fields.find(({ name, kind }) => name === field.name && kind === field.kind && kind === 'choice')
    if (before) {
      before.options.push(...(field.options ?? []))
      if (field.value) before.value = field.value
    } else fields.push({ kind: 'text', value: '', options: [], required: false, ...field })
  }
  for (const [tag, body = ''] of html
    .matchAll(/<input\b[^>]*>|<textarea\b[^>]*>[\s\S]*?<\/textarea>|<select\b[^>]*>[\s\S]*?<\/select>/g)
    .map((found) => [found[0], found[0]] as const)) {
    const name = attribute(tag, 'name')
    const opening = /^<[^>]*>/.exec(tag)?.[0] ?? tag
    if (!name || attribute(opening, 'disabled') !== undefined) continue
    const required = attribute(opening, 'required') !== undefined
    if (tag.startsWith('<textarea')) add({ name, value: plain(body.replace(/^<[^>]*>\n?/, '').replace(/<\/textarea>$/, '')), required })
    else if (tag.startsWith('<select')) {
      const options = [...body.matchAll(/<option\b[^>]*>([^<]*)/g)].map(([option, label = '']) => ({
        value: attribute(option.replace(/>[^>]*$/, '>'), 'value') ?? plain(label),
        selected: attribute(option.replace(/>[^>]*$/, '>'), 'selected') !== undefined,
      }))
      add({
        name,
        kind: 'choice',
        value: (options.find(({ selected }) => selected) ?? options[0])?.value ?? '',
        options: options.map(({ value }) => value),
        required,
      })
    } else {
      const type = attribute(opening, 'type') ?? 'text'
      const value = attribute(opening, 'value') ?? ''
      const checked = attribute(opening, 'checked') !== undefined
      if (type === 'radio') add({ name, kind: 'choice', value: checked ? value : '', options: [value], required })
      else if (type === 'checkbox') add({ name, kind: 'tick', value: checked ? value || 'on' : '', options: [value || 'on'], required })
      else if (type === 'file') add({ name, kind: 'file' })
      else if (type !== 'submit' && type !== 'button') add({ name, kind: type === 'hidden' ? 'hidden' : 'text', value, required })
    }
  }
  return fields
}

/** The forms of a page that change something, without those of its menu. */
export function formsOf(html: string, path: string): Form[] {
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html
  return [...main.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)].flatMap(([form]) => {
    const opening = /^<[^>]*>/.exec(form)?.[0] ?? ''
    if (attribute(opening, 'method')?.toLowerCase() !== 'post') return []
    const action = (attribute(opening, 'action') || path).split('#')[0] ?? path
    // What was decided a moment ago can be undone above each page; nobody here does.
    if (/^\/today\/(?:undo|now)$/.test(action)) return []
    const buttons = [...form.matchAll(/<button\b([^>]*)>([\s\S]*?)<\/button>/g)].map(([, tag = '', label = '']) => ({
      name: attribute(`<b${tag}>`, 'name') ?? '',
      value: attribute(`<b${tag}>`, 'value') ?? '',
      label: plain(label.replaceAll(/<[^>]+>/g, '')).trim(),
    }))
    return [{ action, html: form, fields: readFields(form), buttons }]
  })
}
