// Fields that offer what may be meant while somebody types: a combobox with a list that the server makes (WAI-ARIA, combobox pattern).
let made = 0

class Combobox extends HTMLElement {
  #at = -1
  #asked = new AbortController()

  connectedCallback() {
    const input = this.querySelector('input')
    if (!input || this.list) return
    this.input = input
    const id = `options-${++made}`
    this.list = Object.assign(document.createElement('ul'), { id, role: 'listbox', hidden: true, className: 'picks' })
    this.list.setAttribute('aria-label', this.getAttribute('label') ?? '')
    this.said = Object.assign(document.createElement('p'), { role: 'status', className: 'away' })
    const about = { role: 'combobox', 'aria-expanded': 'false', 'aria-controls': id, 'aria-autocomplete': 'list', ...this.about }
    for (const [name, value] of Object.entries(about)) input.setAttribute(name, value)
    this.append(this.list, this.said)
    input.addEventListener('input', () => this.typed())
    input.addEventListener('keydown', (event) => this.#key(event))
    input.addEventListener('blur', () => this.close())
    // The field keeps the focus while somebody presses on the list.
    this.list.addEventListener('pointerdown', (event) => event.preventDefault())
    this.list.addEventListener('click', (event) => this.choose(event.target.closest(this.options)))
    this.begin?.()
  }

  get closed() {
    return this.list.hidden
  }

  get #options() {
    return [...this.list.children]
  }

  async fetch(words) {
    this.#asked.abort()
    this.#asked = new AbortController()
    const address = new URL(this.getAttribute('from'), location.href)
    address.searchParams.set('q', words)
    const answer = await fetch(address, { signal: this.#asked.signal }).catch(() => undefined)
    return answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : undefined
  }

  async ask(words) {
    const found = await this.fetch(words)
    if (!found || document.activeElement !== this.input) return
    const marked = this.#meantBy(this.#options[this.#at])
    this.list.replaceChildren(...found.querySelectorAll(this.options))
    for (const [at, option] of this.#options.entries()) {
      Object.assign(option, { id: `${this.list.id}-${at}`, role: 'option' })
      // An option is pressed itself; the links are for who has no script.
      for (const link of option.querySelectorAll('a')) link.replaceWith(...link.childNodes)
    }
    this.said.textContent = found.querySelector('p')?.textContent ?? ''
    // Where nothing fits, there is no list to see that in.
    this.said.className = this.saysNone && this.#options.length === 0 ? 'meta' : 'away'
    this.#open(this.#options.length > 0)
    // The answer to the last letter may come when somebody has gone on to an option already.
    if (marked !== undefined) this.move(this.#options.findIndex((option) => this.#meantBy(option) === marked))
  }

  /** What is chosen by an option. */
  #meantBy(option) {
    return option?.getAttribute(this.options.slice(1, -1))
  }

  askSoon(words) {
    clearTimeout(this.wait)
    this.wait = setTimeout(() => this.ask(words), 50)
  }

  #open(shown) {
    this.list.hidden = !shown
    this.input.setAttribute('aria-expanded', String(shown))
    this.move(-1)
  }

  close() {
    this.#asked.abort()
    clearTimeout(this.wait)
    this.#open(false)
  }

  move(to) {
    this.#at = to
    for (const [at, option] of this.#options.entries()) option.setAttribute('aria-selected', String(at === to))
    const option = this.#options[to]
    if (option) this.input.setAttribute('aria-activedescendant', option.id)
    else this.input.removeAttribute('aria-activedescendant')
    option?.scrollIntoView({ block: 'nearest' })
  }

  #key(event) {
    // Safari says of the Enter that ends a composition that it is none; its code is that of one.
    if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey) return
    const last = this.#options.length - 1
    const open = {
      ArrowDown: () => this.move(this.#at >= last ? 0 : this.#at + 1),
      ArrowUp: () => this.move(this.#at <= 0 ? last : this.#at - 1),
      // With nothing marked, Enter sends the form.
      Enter: this.#at < 0 ? undefined : () => this.choose(this.#options[this.#at]),
      Escape: () => this.close(),
    }
    const act = this.closed ? this.whenClosed?.(event.key) : open[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
}

// The search box: its options are links. Without script the field sends what was typed.
class CompleteSearch extends Combobox {
  options = '[data-href]'
  about = { autocomplete: 'off' }

  typed() {
    const words = this.input.value.trim()
    if (words) this.askSoon(words)
    else this.close()
  }

  choose(option) {
    if (option) location.assign(option.dataset.href)
  }
}

// Picks one request by its number or by words. Without script the field takes the number.
class PickOne extends Combobox {
  options = '[data-value]'
  saysNone = true
  about = { spellcheck: 'false' }

  begin() {
    const { input } = this
    this.sent = Object.assign(document.createElement('input'), { type: 'hidden', name: input.name, value: input.value })
    input.removeAttribute('name')
    input.after(this.sent)
    input.addEventListener('click', () => this.closed && this.ask(this.#words))
    if (/^\d+$/.test(input.value)) this.#name(input.value)
  }

  /** What is looked for: nothing where one is chosen already, so that the others are offered. */
  get #words() {
    return this.input.value === this.chosen ? '' : this.input.value.trim()
  }

  /** A number that is there already gets its title. */
  async #name(number) {
    const found = await this.fetch(number)
    const option = found?.querySelector(`[data-value="${number}"]`)
    if (!option || this.input.value !== number) return
    this.input.value = this.chosen = option.dataset.text
  }

  typed() {
    const typed = this.input.value.trim()
    this.chosen = undefined
    // The server says what is wrong with words of which none was chosen.
    this.sent.value = typed.replace(/^#(?=\d+$)/, '')
    this.askSoon(typed)
  }

  choose(option) {
    if (!option) return
    this.sent.value = option.dataset.value
    this.input.value = this.chosen = option.dataset.text
    this.said.textContent = option.dataset.text
    this.close()
  }

  whenClosed(key) {
    return /^Arrow(?:Down|Up)$/.test(key) ? () => this.ask(this.#words) : undefined
  }
}

// Offers words for a field. What is typed counts, whether it was offered or not.
class OfferWords extends Combobox {
  options = '[data-text]'
  about = { autocomplete: 'off' }

  typed() {
    const words = this.input.value.trim()
    if (words.length >= 3) this.askSoon(words)
    else this.close()
  }

  choose(option) {
    if (option) this.input.value = option.dataset.text
    this.close()
  }
}

customElements.define('complete-search', CompleteSearch)
customElements.define('offer-words', OfferWords)
customElements.define('pick-one', PickOne)
