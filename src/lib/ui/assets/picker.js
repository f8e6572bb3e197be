// Picks one request by its number or by words: a combobox with a list. Without script the field takes the number.
let made = 0

class PickOne extends HTMLElement {
  #at = -1
  #asked = new AbortController()

  connectedCallback() {
    const input = this.querySelector('input')
    if (!input || this.list) return
    const id = `pick-${++made}`
    this.input = input
    this.hidden_ = Object.assign(document.createElement('input'), { type: 'hidden', name: input.name, value: input.value })
    this.list = Object.assign(document.createElement('ul'), { id, role: 'listbox', hidden: true, className: 'picks' })
    this.list.setAttribute('aria-label', this.getAttribute('label') ?? '')
    this.said = Object.assign(document.createElement('p'), { role: 'status', className: 'away' })
    input.removeAttribute('name')
    const about = { role: 'combobox', 'aria-expanded': 'false', 'aria-controls': id, 'aria-autocomplete': 'list', spellcheck: 'false' }
    for (const [name, value] of Object.entries(about)) input.setAttribute(name, value)
    this.append(this.hidden_, this.list, this.said)
    input.addEventListener('input', () => this.#typed())
    input.addEventListener('keydown', (event) => this.#key(event))
    input.addEventListener('click', () => this.#closed && this.#ask(this.#words))
    input.addEventListener('blur', () => this.#close())
    // The field keeps the focus while somebody presses on the list.
    this.list.addEventListener('pointerdown', (event) => event.preventDefault())
    this.list.addEventListener('click', (event) => this.#choose(event.target.closest('[data-value]')))
    if (/^\d+$/.test(input.value)) this.#name(input.value)
  }

  get #closed() {
    return this.list.hidden
  }

  /** What is looked for: nothing where one is chosen already, so that the others are offered. */
  get #words() {
    return this.input.value === this.chosen ? '' : this.input.value.trim()
  }

  async #fetch(words) {
    this.#asked.abort()
    this.#asked = new AbortController()
    const address = new URL(this.getAttribute('from'), location.href)
    address.searchParams.set('q', words)
    const answer = await fetch(address, { signal: this.#asked.signal })
    if (!answer.ok) throw new Error(answer.statusText)
    return new DOMParser().parseFromString(await answer.text(), 'text/html')
  }

  /** A number that is there already gets its title. */
  async #name(number) {
    const found = await this.#fetch(number).catch(() => undefined)
    const option = found?.querySelector(`[data-value="${number}"]`)
    if (!option || this.input.value !== number) return
    this.input.value = this.chosen = option.dataset.text
  }

  async #ask(words) {
    const found = await this.#fetch(words).catch(() => undefined)
    if (!found || document.activeElement !== this.input) return
    this.list.replaceChildren(...found.querySelectorAll('[data-value]'))
    for (const [at, option] of this.#options.entries()) Object.assign(option, { id: `${this.list.id}-${at}`, role: 'option' })
    this.said.textContent = found.querySelector('p')?.textContent ?? ''
    this.#open(this.#options.length > 0)
  }

  get #options() {
    return [...this.list.children]
  }

  #open(shown) {
    this.list.hidden = !shown
    this.input.setAttribute('aria-expanded', String(shown))
    this.#move(-1)
  }

  #close() {
    this.#asked.abort()
    clearTimeout(this.wait)
    this.#open(false)
  }

  #move(to) {
    this.#at = to
    for (const [at, option] of this.#options.entries()) option.setAttribute('aria-selected', String(at === to))
    const option = this.#options[to]
    if (option) this.input.setAttribute('aria-activedescendant', option.id)
    else this.input.removeAttribute('aria-activedescendant')
    option?.scrollIntoView({ block: 'nearest' })
  }

  #typed() {
    const typed = this.input.value.trim()
    this.chosen = undefined
    // The server says what is wrong with words of which none was chosen.
    this.hidden_.value = typed.replace(/^#(?=\d+$)/, '')
    clearTimeout(this.wait)
    this.wait = setTimeout(() => this.#ask(typed), 80)
  }

  #choose(option) {
    if (!option) return
    this.hidden_.value = option.dataset.value
    this.input.value = this.chosen = option.dataset.text
    this.said.textContent = option.dataset.text
    this.#close()
  }

  #key(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey) return
    const last = this.#options.length - 1
    const keys = {
      ArrowDown: () => (this.#closed ? this.#ask(this.#words) : this.#move(this.#at >= last ? 0 : this.#at + 1)),
      ArrowUp: () => (this.#closed ? this.#ask(this.#words) : this.#move(this.#at <= 0 ? last : this.#at - 1)),
      Enter: () => this.#choose(this.#options[this.#at]),
      Escape: () => this.#close(),
    }
    const act = keys[event.key]
    // Enter with nothing marked sends the form; Escape with nothing open is the browser's.
    if (!act || (event.key === 'Enter' && (this.#closed || this.#at < 0)) || (event.key === 'Escape' && this.#closed)) return
    event.preventDefault()
    act()
  }
}

customElements.define('pick-one', PickOne)
