// Lines of minutes save themselves while one writes, wait where the connection is gone, and show what the others write.
// Without it every line has its own button. What is not saved yet is kept by the browser under the key of its line, so that a line that is
// sent twice is one line, and a page that is opened again has it still.
// What it says stands in the page, in the reader's language.
const refusals = { 0: 'signIn', 404: 'notInGroup', 409: 'approved', 422: 'tooLong' }

class MinutesBoard extends HTMLElement {
  connectedCallback() {
    this.words = JSON.parse(this.getAttribute('words'))
    this.waiting = new Map(JSON.parse(localStorage.getItem(this.store) ?? '[]'))
    this.addEventListener('input', (event) => this.later(event.target.form))
    this.addEventListener('submit', (event) => {
      if (!event.target.matches('.minute-form')) return
      event.preventDefault()
      this.finish(event.target)
    })
    this.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
      const form = event.target.form
      if (form) this.save(form).then(() => this.formAfter(form)?.elements.text.focus())
    })
    // What one presses stays where it is until it is let go: the marks of the line that one leaves, above it, go after that, and those of its own
    // line come after that.
    this.addEventListener('pointerdown', ({ target }) => {
      const left = this.querySelector('.minute-form:focus-within')
      const entered = target.closest('.minute-form')
      left?.classList.add('held')
      if (entered !== left) entered?.classList.add('entered')
      const release = () =>
        setTimeout(() => {
          left?.classList.remove('held')
          entered?.classList.remove('entered')
        })
      for (const name of ['pointerup', 'pointercancel']) addEventListener(name, release, { once: true })
    })
    for (const [key, entry] of this.waiting) this.restore(key, entry)
    this.drag()
    this.listen()
    this.online = () => this.flush()
    addEventListener('online', this.online)
    this.timer = setInterval(() => this.flush(), 3_000)
    this.flush()
  }

  disconnectedCallback() {
    clearInterval(this.timer)
    removeEventListener('online', this.online)
    this.source?.close()
  }

  get store() {
    return `minutes ${this.getAttribute('src')}`
  }

  // By the button of a new line one goes on to the next, as by the keys; that of a line that is there already stays where one is.
  async finish(form) {
    const isNew = form.elements.version.value === '0'
    await this.save(form)
    if (isNew && form.elements.version.value !== '0' && form.contains(document.activeElement)) this.formAfter(form)?.elements.text.focus()
  }

  formAfter(form) {
    const forms = [...this.querySelectorAll('.minute-form')]
    return forms[forms.indexOf(form) + 1]
  }

  // What another visit of this page could not save.
  restore(key, { fields, version }) {
    const typed = new Map(fields)
    const form = this.formOf(key)
    if (form) {
      form.elements.text.value = typed.get('text')
      form.elements.version.value = String(version)
    } else this.mention(typed.get('item') ?? '', key, version, typed.get('text'), '')
    this.say(key, this.words.waiting)
  }

  later(form) {
    if (!form?.matches('.minute-form')) return
    clearTimeout(form.timer)
    form.timer = setTimeout(() => this.save(form), 500)
  }

  async save(form) {
    clearTimeout(form.timer)
    const data = new FormData(form)
    if (!data.get('text').trim()) return
    const fields = [...data].filter(([name, value]) => name !== 'version' && typeof value === 'string')
    this.waiting.set(data.get('key'), { fields, version: Number(form.elements.version.value) })
    this.keep()
    await this.flush()
  }

  keep() {
    localStorage.setItem(this.store, JSON.stringify([...this.waiting]))
  }

  say(key, text) {
    const said = this.formOf(key)?.querySelector('output')
    // What stands there already is not read out again at each pause of who writes.
    if (said && said.textContent !== text) said.textContent = text
  }

  formOf(key) {
    return this.querySelector(`.minute-form:has(input[name="key"][value="${CSS.escape(key)}"])`)
  }

  async flush() {
    if (this.flushing) return
    this.flushing = true
    // What is typed meanwhile joins at the end, so that it is sent in the same round.
    for (const key of this.waiting.keys()) if (!(await this.send(key))) break
    this.flushing = false
  }

  // Sends one line; false where there is no use in trying the next.
  async send(key) {
    const entry = this.waiting.get(key)
    if (!entry) return true
    const slow = setTimeout(() => this.say(key, this.words.saving), 1_000)
    try {
      const body = new URLSearchParams([...entry.fields, ['version', String(entry.version)]])
      const action = this.getAttribute('src').replace(/\/changes$/, '')
      const options = {
        method: 'POST',
        body,
        headers: { accept: 'application/json' },
        redirect: 'manual',
        signal: AbortSignal.timeout(10_000),
      }
      const answer = await fetch(action, options)
      if (answer.ok) {
        this.took(key, entry, await answer.json())
        return true
      }
      this.say(key, this.words[refusals[answer.status] ?? 'waiting'])
      return answer.status !== 0 && answer.status < 500
    } catch {
      for (const one of this.waiting.keys()) this.say(one, this.words.waiting)
      return false
    } finally {
      clearTimeout(slow)
    }
  }

  took(key, entry, { version, conflict, text }) {
    const form = this.formOf(key)
    const newer = this.waiting.get(key)
    // Written on while this was on its way: that is a change of what was just saved, not of what was there before.
    if (newer !== entry) newer.version = version
    else this.waiting.delete(key)
    this.keep()
    if (!form) return
    form.elements.version.value = String(version)
    this.name(form, version)
    const said = form.querySelector('output')
    if (conflict) {
      said.textContent = `${this.words.conflict} ${form.elements.text.value} `
      const look = document.createElement('a')
      look.href = ''
      look.textContent = this.words.look
      said.append(look)
      form.elements.text.value = text
      return
    }
    // A screen reader that is told of much at once passes over what came in between: this comes after what changes with it.
    if (newer === entry) setTimeout(() => this.waiting.has(key) || this.say(key, this.words.saved), 250)
    else this.say(key, this.words.saving)
    if (entry.version === 0) {
      if (!this.hasEmpty(form)) this.another(form)
      this.more(key)
    }
    // What the page says of minutes without a line, and what can be done with them now.
    for (const one of document.querySelectorAll('[data-until-written]')) {
      one.hidden = !one.hidden
      one.removeAttribute('data-until-written')
    }
  }

  // What can be made of a line that is kept: as the page has it below each of its lines.
  async more(key) {
    const answer = await fetch(location.pathname).catch(() => undefined)
    if (!answer?.ok) return
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const acts = page.querySelector(`.minute-line[data-key="${CSS.escape(key)}"] > details`)
    const form = this.formOf(key)
    if (acts && form && !this.actsOf(form)) form.after(acts)
  }

  actsOf(form) {
    return form.nextElementSibling?.matches('details') ? form.nextElementSibling : undefined
  }

  // A line that is kept is a new one no more.
  name(form, version) {
    form.dataset.version = String(version)
    const { label, save, fresh, add } = this.words.line
    form.querySelector('label').textContent = version > 0 ? label : fresh
    // Behind these words stands what it is about.
    form.querySelector(':scope > .row button').firstChild.data = version > 0 ? save : add
  }

  // Is there a place for the next line already?
  hasEmpty(form) {
    const forms = form.closest('.minute-lines').querySelectorAll(':scope > .minute-form')
    return [...forms].some((one) => one.elements.version.value === '0' && one !== form && !one.elements.text.value)
  }

  fill(form, key, version, text) {
    form.elements.key.value = key
    // Found by its attribute, which a value that is set does not change.
    form.elements.key.setAttribute('value', key)
    form.elements.version.value = String(version)
    form.elements.text.value = text
    this.name(form, version)
    const id = `n${key}`
    form.elements.text.id = id
    const [label, marks] = [form.querySelector('label'), form.querySelector('.marks')]
    Object.assign(label, { htmlFor: id, id: `${id}-label` })
    marks.id = `${id}-marks`
    marks.setAttribute('aria-labelledby', `${marks.id} ${label.id}`)
    const chooser = form.querySelector('input[type=file]')
    chooser.id = `${id}-files`
    chooser.labels[0]?.setAttribute('for', chooser.id)
    const pane = form.querySelector('.preview')
    Object.assign(pane, { id: `${id}-preview`, hidden: true, innerHTML: '' })
    form.querySelector('.toggle').setAttribute('aria-controls', pane.id)
    form.querySelector('.toggle').setAttribute('aria-expanded', 'false')
    form.querySelector('output').textContent = ''
  }

  // A new line below the one that was begun.
  another(form) {
    const next = form.cloneNode(true)
    this.fill(next, crypto.randomUUID(), 0, '')
    form.after(next)
  }

  listen() {
    // From what this page was made of on: what was written meanwhile is heard first.
    this.source = new EventSource(`${this.getAttribute('src')}?since=${this.getAttribute('since')}`)
    this.source.addEventListener('lines', (event) => {
      for (const line of JSON.parse(event.data)) this.show(line)
    })
    this.source.addEventListener('open', () => this.flush())
  }

  show({ key, version, text, author, removedAt, agendaItemId }) {
    const form = this.formOf(key)
    if (!form) {
      if (!removedAt) this.mention(agendaItemId ?? '', key, version, text, author)
      return
    }
    if (this.waiting.has(key) || form.contains(document.activeElement)) return
    if (removedAt) {
      if (!form.closest('.minute-line')) this.actsOf(form)?.remove()
      ;(form.closest('.minute-line') ?? form).remove()
      return
    }
    if (Number(form.elements.version.value) >= version) return
    form.elements.text.value = text
    form.elements.version.value = String(version)
    form.querySelector('output').textContent = author ?? ''
  }

  // A line that somebody else has begun: it can be written on at once.
  mention(itemId, key, version, text, author) {
    const lines = this.querySelector(`.minute-lines[data-item="${itemId}"]`) ?? this.querySelector('.minute-lines[data-item=""]')
    const last = [...(lines?.querySelectorAll(':scope > .minute-form') ?? [])].at(-1)
    if (!last) return
    const form = last.cloneNode(true)
    this.fill(form, key, version, text)
    form.querySelector('output').textContent = author ?? ''
    last.before(form)
    this.more(key)
  }

  // Items are ordered by dragging their headings, as well as by their buttons.
  drag() {
    let dragged
    this.addEventListener('dragstart', (event) => {
      // Words that are dragged out of a line are no item.
      const title = event.target.closest?.('[draggable=true]')
      dragged = title?.closest('.agenda-item')
      if (!dragged) return
      event.dataTransfer.effectAllowed = 'move'
      // Safari drags nothing that carries nothing.
      event.dataTransfer.setData('text/plain', title.textContent.trim())
    })
    this.addEventListener('dragend', () => {
      dragged = undefined
    })
    for (const name of ['dragenter', 'dragover'])
      this.addEventListener(name, (event) => {
        if (dragged && event.target.closest?.('.agenda-item')) event.preventDefault()
      })
    this.addEventListener('drop', async (event) => {
      const over = event.target.closest?.('.agenda-item')
      if (!dragged || !over) return
      event.preventDefault()
      if (over === dragged) return
      const item = dragged
      const items = [...this.querySelectorAll('.agenda-item')]
      const to = items.indexOf(over) + 1
      const place = document.createComment('')
      item.before(place)
      if (items.indexOf(item) < to - 1) over.after(item)
      else over.before(item)
      const base = this.getAttribute('src').replace(/\/lines\/changes$/, '')
      const body = new URLSearchParams({ to: String(to) })
      const answer = await fetch(`${base}/agenda/${item.dataset.item}/move`, { method: 'POST', body }).catch(() => undefined)
      // What was not moved stands where it stood.
      if (answer?.ok) place.remove()
      else place.replaceWith(item)
    })
  }
}

customElements.define('minutes-board', MinutesBoard)
