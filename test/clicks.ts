import { decode } from './walk.ts'

/** What asks for pages as somebody who is signed in. */
interface Asks {
  get(path: string): Promise<Response>
  post(path: string, form: Record<string, string>): Promise<Response>
}

const plain = (html: string): string =>
  decode(html.replaceAll(/<svg[\s\S]*?<\/svg>|<[^>]+>/g, ' '))
    .replaceAll(/\s+/g, ' ')
    .trim()

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s/>])`).exec(tag)
  return found ? decode(found[1] ?? '') : undefined
}

/** What a form sends as it stands: hidden fields, what is typed in and chosen. */
export function fieldsOf(form: string): Map<string, string[]> {
  const fields = new Map<string, string[]>()
  const put = (name: string | undefined, value: string | undefined) => {
    if (name) fields.set(name, [...(fields.get(name) ?? []), ...(value === undefined ? [] : [value])])
  }
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const kind = attribute(tag, 'type') ?? 'text'
    const chosen = !['checkbox', 'radio'].includes(kind) || attribute(tag, 'checked') !== undefined
    if (kind !== 'file') put(attribute(tag, 'name'), chosen ? (attribute(tag, 'value') ?? (kind === 'checkbox' ? 'on' : '')) : undefined)
  }
  for (const [, tag = '', text = ''] of form.matchAll(/(<textarea[^>]*>)([\s\S]*?)<\/textarea>/g)) put(attribute(tag, 'name'), decode(text))
  for (const [, tag = '', options = ''] of form.matchAll(/(<select[^>]*>)([\s\S]*?)<\/select>/g)) {
    const all = [...options.matchAll(/<option[^>]*>/g)].map(([option]) => option)
    const one = all.find((option) => attribute(option, 'selected') !== undefined) ?? all[0] ?? ''
    put(attribute(tag, 'name'), attribute(one, 'value') ?? '')
  }
  return fields
}

/** A way through the pages by what stands on them: links that are followed and forms that are sent, each counted as somebody would. */
export class Walk {
  clicks = 0
  screens = 0
  /** Fields that somebody fills in themselves. */
  fields = 0
  html = ''
  readonly #asks: Asks

  constructor(asks: Asks) {
    this.#asks = asks
  }

  /** Where it begins: a page that is open. */
  async open(path: string): Promise<this> {
    await this.#show(await this.#asks.get(path))
    return this
  }

  async #show(answer: Response): Promise<void> {
    let shown = answer
    for (let hops = 0; shown.status === 303 || shown.status === 302; hops++) {
      if (hops > 5) throw new Error('Sent on and on.')
      shown = await this.#asks.get((shown.headers.get('location') ?? '').replace(/^https?:\/\/[^/]+/, ''))
    }
    this.html = await shown.text()
    if (shown.status !== 200)
      throw new Error(`${shown.status}: ${plain(/<main[\s\S]*<\/main>/.exec(this.html)?.[0] ?? this.html).slice(0, 600)}`)
  }

  /** Follows the first link of that name; one that leads down the same page is a click and no screen. */
  async follow(name: RegExp): Promise<this> {
    const links = [...this.html.matchAll(/(<a [^>]*>)([\s\S]*?)<\/a>/g)].map(([, tag = '', text = '']) => ({
      href: attribute(tag, 'href') ?? '',
      name: attribute(tag, 'aria-label') ?? plain(text),
    }))
    const link = links.find((one) => name.test(one.name))
    if (!link) throw new Error(`No link ${name}: ${links.map((one) => one.name).join(' | ')}`)
    this.clicks++
    if (link.href.startsWith('#')) return this
    this.screens++
    await this.#show(await this.#asks.get(link.href))
    return this
  }

  /** Fills fields in and presses a button of their form. A choice by radio or tick is a click more, as somebody makes it. */
  async press(button: RegExp, typed: Record<string, string> = {}): Promise<this> {
    const forms = [...this.html.matchAll(/(<form [^>]*>)([\s\S]*?)<\/form>/g)].map(([, tag = '', inner = '']) => ({ tag, inner }))
    const buttons = forms.flatMap(({ tag, inner }) =>
      [...inner.matchAll(/(<button[^>]*>)([\s\S]*?)<\/button>/g)].map(([, own = '', text = '']) => ({
        tag,
        inner,
        own,
        name: attribute(own, 'aria-label') ?? plain(text),
      })),
    )
    const found = buttons.find(
      (one) => button.test(one.name) && Object.keys(typed).every((name) => fieldsOf(one.inner).has(name)) && !/ disabled/.test(one.own),
    )
    if (!found)
      throw new Error(
        `No button ${button} with ${Object.keys(typed).join(', ') || 'nothing to fill in'}: ${buttons.map((one) => `${one.name} (${[...fieldsOf(one.inner).keys()].join(', ')})`).join(' | ')}`,
      )
    const fields = fieldsOf(found.inner)
    for (const [name, value] of Object.entries(typed)) {
      if (
        new RegExp(`<input[^>]*type="(?:radio|checkbox)"[^>]*name="${name}"|<input[^>]*name="${name}"[^>]*type="(?:radio|checkbox)"`).test(
          found.inner,
        )
      )
        this.clicks++
      else this.fields++
      fields.set(name, [value])
    }
    const [name, value] = [attribute(found.own, 'name'), attribute(found.own, 'value')]
    if (name) fields.set(name, [value ?? ''])
    const sent = Object.fromEntries([...fields].flatMap(([field, [first]]) => (first === undefined ? [] : [[field, first]])))
    this.clicks++
    this.screens++
    await this.#show(await this.#asks.post(attribute(found.tag, 'action') ?? '', sent))
    return this
  }
}
