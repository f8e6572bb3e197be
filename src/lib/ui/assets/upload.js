// A file in a form goes in pieces while one fills in the rest: with its progress, and on from where it was cut off.
// Without it the file goes with the form. What it says stands in the page, in the reader's language.
const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))

class FileUpload extends HTMLElement {
  connectedCallback() {
    // Moved within its page, it is the same.
    if (this.input) return
    this.words = JSON.parse(this.getAttribute('words'))
    this.input = this.querySelector('input[type="file"]')
    this.key = this.querySelector('input[name="upload"]')
    this.said = this.querySelector('output')
    this.bar = this.querySelector('progress')
    this.large = this.querySelector('.large')
    if (!this.input || !this.key) return
    if (this.large) this.large.hidden = true
    this.input.addEventListener('change', () => this.begin())
    this.closest('form')?.addEventListener('submit', (event) => {
      if (!this.running) return
      event.preventDefault()
      this.say(this.words.coming)
      this.pressed = event.submitter
    })
  }

  say(text) {
    if (this.said.textContent !== text) this.said.textContent = text
  }

  show(done, of) {
    this.bar.hidden = false
    this.bar.max = of
    this.bar.value = done
    // The bar moves with each piece; the number, which is read out, with each tenth.
    this.say((Math.floor((done / of) * 10) / 10).toLocaleString(document.documentElement.lang, { style: 'percent' }))
  }

  // What was begun before goes on where it stopped: the same name, size and day.
  nameOf(file) {
    return `upload ${file.name} ${file.size} ${file.lastModified}`
  }

  async begin() {
    // Several files at once go with the form.
    const file = this.input.files.length === 1 ? this.input.files[0] : undefined
    this.turn = (this.turn ?? 0) + 1
    this.key.value = ''
    this.input.name = 'file'
    this.input.removeAttribute('aria-invalid')
    if (!file) return this.say('')
    this.running = true
    const turn = this.turn
    try {
      const upload = await this.open(file)
      await this.send(file, upload, turn)
      if (turn !== this.turn) return
      this.key.value = upload.key
      // The bytes are there already: they are not sent twice.
      this.input.removeAttribute('name')
      this.say(this.words.here.replace('%', () => file.name))
      this.bar.hidden = true
      localStorage.removeItem(this.nameOf(file))
    } catch (error) {
      if (turn !== this.turn) return
      this.pressed = undefined
      this.bar.hidden = true
      this.input.setAttribute('aria-invalid', 'true')
      this.say(error.message)
    } finally {
      if (turn === this.turn) this.running = false
    }
    if (this.pressed) this.closest('form').requestSubmit(this.pressed)
  }

  async open(file) {
    const known = localStorage.getItem(this.nameOf(file))
    if (known) {
      const found = await fetch(`/uploads/${known}`).catch(() => undefined)
      const upload = found?.ok ? await found.json() : undefined
      if (upload && !upload.done) return upload
    }
    const answer = await this.ask('/uploads', { method: 'POST', body: new URLSearchParams({ name: file.name, size: String(file.size) }) })
    const upload = await answer.json()
    if (!answer.ok) throw new Error(upload.message ?? this.words.refused)
    localStorage.setItem(this.nameOf(file), upload.key)
    return upload
  }

  async send(file, upload, turn) {
    let at = upload.received
    this.show(at, file.size)
    while (at < file.size && turn === this.turn) {
      const answer = await this.ask(`/uploads/${upload.key}/${at}`, { method: 'PUT', body: file.slice(at, at + upload.piece) })
      const said = await answer.json()
      // 409: a piece had come, only its answer was lost.
      if (!answer.ok && answer.status !== 409) throw new Error(said.message ?? this.words.refused)
      at = said.received
      this.show(at, file.size)
    }
    if (turn !== this.turn) return
    const answer = await this.ask(`/uploads/${upload.key}/finish`, { method: 'POST', body: new URLSearchParams() })
    if (!answer.ok) {
      localStorage.removeItem(this.nameOf(file))
      throw new Error((await answer.json()).message ?? this.words.refused)
    }
  }

  // A line that is cut off comes back: it is tried for five minutes.
  async ask(path, options) {
    for (let tries = 0; ; tries++) {
      const answer = await fetch(path, options).catch(() => undefined)
      if (answer && answer.status < 500) return answer
      if (tries >= 30) throw new Error(this.words.later)
      this.say(this.words.waiting)
      await wait(Math.min(10_000, 500 * 2 ** tries))
    }
  }
}

customElements.define('file-upload', FileUpload)
