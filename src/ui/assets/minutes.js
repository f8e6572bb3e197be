// Lines of minutes save themselves while one writes, wait where the connection is gone, and show what the others write.
// Without it every line has its own button.
class MinutesBoard extends HTMLElement {
  connectedCallback() {
    this.waiting = new Map(JSON.parse(localStorage.getItem(this.store) ?? '[]'))
    this.addEventListener('input', (event) => this.later(event.target.form))
    this.addEventListener('submit', (event) => {
      if (!event.target.matches('.minute-form')) return
      event.preventDefault()
      this.save(event.target)
    })
    this.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && event.target.form) this.save(event.target.form)
    })
    this.listen()
    addEventListener('online', () => this.flush())
    this.timer = setInterval(() => this.flush(), 5_000)
    this.flush()
  }

  disconnectedCallback() {
    clearInterval(this.timer)
    this.source?.close()
  }

  get store() {
    return `minutes ${this.getAttribute('src')}`
  }

  later(form) {
    if (!form?.matches('.minute-form')) return
    clearTimeout(form.timer)
    form.timer = setTimeout(() => this.save(form), 800)
  }

  async save(form) {
    clearTimeout(form.timer)
    const data = new FormData(form)
    if (!data.get('text').trim()) return
    this.waiting.set(data.get('key'), [...data])
    this.keep()
    await this.flush()
  }

  keep() {
    localStorage.setItem(this.store, JSON.stringify([...this.waiting]))
  }

  say(key, text) {
    const said = this.formOf(key)?.querySelector('output')
    if (said) said.textContent = text
  }

  formOf(key) {
    return this.querySelector(`.minute-form:has(input[name="key"][value="${CSS.escape(key)}"])`)
  }

  async flush() {
    if (this.flushing) return
    this.flushing = true
    for (const [key, fields] of this.waiting) {
      this.say(key, 'Saving…')
      try {
        const form = this.formOf(key)
        const action = form?.action ?? this.getAttribute('src').replace(/\/changes$/, '')
        const answer = await fetch(action, { method: 'POST', body: new URLSearchParams(fields), headers: { accept: 'application/json' } })
        if (!answer.ok) throw new Error(String(answer.status))
        const saved = await answer.json()
        if (JSON.stringify(this.waiting.get(key)) === JSON.stringify(fields)) this.waiting.delete(key)
        this.keep()
        if (form) this.took(form, saved)
      } catch (error) {
        this.say(key, /^\d+$/.test(error.message) ? 'Not saved: reload the page.' : 'Waits for the connection.')
        break
      }
    }
    this.flushing = false
  }

  took(form, { version, conflict }) {
    const fresh = form.elements.version.value === '0'
    form.elements.version.value = String(version)
    form.querySelector('output').textContent = conflict
      ? 'Somebody else changed this line too; both texts are kept. Reload to choose.'
      : 'Saved'
    if (fresh && !conflict) this.another(form)
  }

  // A new line below the one that was begun.
  another(form) {
    const next = form.cloneNode(true)
    next.elements.key.value = crypto.randomUUID()
    next.elements.version.value = '0'
    next.elements.text.value = ''
    next.elements.text.id = `n${next.elements.key.value}`
    next.querySelector('label.away').htmlFor = next.elements.text.id
    next.querySelector('output').textContent = ''
    form.after(next)
  }

  listen() {
    this.source = new EventSource(this.getAttribute('src'))
    this.source.addEventListener('lines', (event) => {
      for (const line of JSON.parse(event.data)) this.show(line)
    })
  }

  show({ key, version, text, author, removedAt, agendaItemId }) {
    const form = this.formOf(key)
    if (!form) {
      if (!removedAt) this.mention(agendaItemId, key, version, text, author)
      return
    }
    if (Number(form.elements.version.value) >= version || this.waiting.has(key)) return
    if (form.contains(document.activeElement)) return
    form.elements.text.value = text
    form.elements.version.value = String(version)
    form.querySelector('output').textContent = author ? `By ${author}` : ''
  }

  // A line that somebody else has begun: it can be written on at once.
  mention(itemId, key, version, text, author) {
    const lines = this.querySelector(`.minute-lines[data-item="${itemId ?? ''}"]`)
    const last = lines?.querySelector(':scope > .minute-form:last-of-type')
    if (!last) return
    const form = last.cloneNode(true)
    form.elements.key.value = key
    form.elements.version.value = String(version)
    form.elements.text.value = text
    form.elements.text.id = `n${key}`
    form.querySelector('label.away').htmlFor = form.elements.text.id
    form.querySelector('output').textContent = author ? `By ${author}` : ''
    last.before(form)
  }
}
customElements.define('minutes-board', MinutesBoard)
