// Offers what somebody may be about to look for: a combobox whose options are links. Without script the field sends what was typed.
class CompleteSearch extends HTMLElement {
  #at = -1
  #asked = new AbortController()

  connectedCallback() {
    const input = this.querySelector('input[type=search]')
    if (!input || this.list) return
    this.input = input
    this.list = Object.assign(document.createElement('ul'), {
      id: `${input.id}-options`,
      role: 'listbox',
      hidden: true,
      className: 'picks',
    })
    this.list.setAttribute('aria-label', this.getAttribute('label') ?? '')
    this.said = Object.assign(document.createElement('p'), { role: 'status', className: 'away' })
    const about = { role: 'combobox', 'aria-expanded': 'false', 'aria-controls': this.list.id, 'aria-autocomplete': 'list' }
    for (const [name, value] of Object.entries({ ...about, autocomplete: 'off' })) input.setAttribute(name, value)
    this.append(this.list, this.said)
    input.addEventListener('input', () => this.#typed())
    input.addEventListener('keydown', (event) => this.#key(event))
    input.addEventListener('blur', () => this.#close())
    // The field keeps the focus while somebody presses on the list.
    this.list.addEventListener('pointerdown', (event) => event.preventDefault())
    this.list.addEventListener('click', (event) => this.#go(event.target.closest('[data-href]')))
  }

  get #options() {
    return [...this.list.children]
  }

  #typed() {
    clearTimeout(this.wait)
    this.wait = setTimeout(() => this.#ask(), 80)
  }

  async #ask() {
    this.#asked.abort()
    this.#asked = new AbortController()
    const words = this.input.value.trim()
    if (!words) return this.#open(false)
    const address = new URL(this.getAttribute('from'), location.href)
    address.searchParams.set('q', words)
    const answer = await fetch(address, { signal: this.#asked.signal }).catch(() => undefined)
    if (!answer?.ok) return
    const found = new DOMParser().parseFromString(await answer.text(), 'text/html')
    if (document.activeElement !== this.input || this.input.value.trim() !== words) return
    this.list.replaceChildren(...found.querySelectorAll('[data-href]'))
    for (const [at, option] of this.#options.entries()) Object.assign(option, { id: `${this.list.id}-${at}`, role: 'option' })
    this.said.textContent = found.querySelector('p')?.textContent ?? ''
    this.#open(this.#options.length > 0)
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

  #go(option) {
    if (option) location.assign(option.dataset.href)
  }

  #key(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || this.list.hidden) return
    const last = this.#options.length - 1
    const keys = {
      ArrowDown: () => this.#move(this.#at >= last ? 0 : this.#at + 1),
      ArrowUp: () => this.#move(this.#at <= 0 ? last : this.#at - 1),
      Enter: () => this.#go(this.#options[this.#at]),
      Escape: () => this.#close(),
    }
    const act = keys[event.key]
    // Enter with nothing marked searches for what was typed.
    if (!act || (event.key === 'Enter' && this.#at < 0)) return
    event.preventDefault()
    act()
  }
}

customElements.define('complete-search', CompleteSearch)
