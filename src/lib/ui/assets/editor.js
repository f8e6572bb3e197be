// A text in Markdown: marks by button and key, a preview while one writes, quoting, files by drop and paste, and a draft that is kept on the
// server. Without it there is a field of text with a button for its preview. What it says stands in the page, in the reader's language.
const later = (milliseconds, act) => {
  let timer
  return () => {
    clearTimeout(timer)
    timer = setTimeout(act, milliseconds)
  }
}

/** What was marked last in a message of the page: the mark itself goes when the focus does. */
let marked = ''
document.addEventListener('selectionchange', () => {
  const selection = document.getSelection()
  const within = selection?.anchorNode?.parentElement?.closest('.letter .body')
  if (within) marked = selection.toString().trim()
})

const spoken = (name) =>
  name
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[.-]+/, '')
    .slice(0, 100) || 'file'

class TextEditor extends HTMLElement {
  connectedCallback() {
    // Moved within its page, it is the same.
    if (this.text) return
    this.words = JSON.parse(this.getAttribute('words'))
    this.text = this.querySelector('textarea')
    this.said = this.querySelector('output')
    this.pane = this.querySelector('.preview')
    this.toggle = this.querySelector('.toggle')
    this.form = this.closest('form')
    if (!this.text || !this.form) return
    this.querySelector('.marks').hidden = false
    this.querySelector('.meta .button').hidden = true
    for (const button of this.querySelectorAll('[data-mark]')) {
      // The mark on the page stays while one presses.
      button.addEventListener('mousedown', (event) => event.preventDefault())
      button.addEventListener('click', () => this.mark(button.dataset.mark))
    }
    this.bar()
    this.toggle.addEventListener('click', () => this.show(this.pane.hidden))
    this.text.addEventListener('keydown', (event) => this.key(event))
    const preview = later(400, () => this.preview())
    this.text.addEventListener('input', preview)
    this.takeFiles()
    if (!this.hasAttribute('folded') && this.text.value && window.matchMedia('(min-width: 62rem)').matches) this.show(true)
  }

  /** One stop of the Tab key for the whole toolbar; the arrow keys go along it. */
  bar() {
    const buttons = [...this.querySelectorAll('.marks button')]
    const stop = (at) => {
      for (const [n, button] of buttons.entries()) button.tabIndex = n === at ? 0 : -1
    }
    stop(0)
    buttons[0].parentElement.addEventListener('focusin', ({ target }) => stop(buttons.indexOf(target)))
    buttons[0].parentElement.addEventListener('keydown', (event) => {
      const at = buttons.indexOf(event.target)
      const on = this.matches(':dir(rtl)') ? -1 : 1
      const to = { ArrowRight: at + on, ArrowLeft: at - on, Home: 0, End: -1 }[event.key]
      if (to === undefined) return
      event.preventDefault()
      buttons.at(to % buttons.length).focus()
    })
  }

  say(text) {
    this.said.textContent = text
  }

  /** Puts a text where the cursor is, so that it can be undone by key. */
  put(text, from = this.text.selectionStart, to = this.text.selectionEnd) {
    this.text.focus()
    this.text.setSelectionRange(from, to)
    if (!document.execCommand?.('insertText', false, text)) {
      this.text.setRangeText(text, from, to, 'end')
      this.text.dispatchEvent(new Event('input', { bubbles: true }))
    }
  }

  around(before, after = before) {
    const { selectionStart: from, selectionEnd: to, value } = this.text
    this.put(`${before}${value.slice(from, to)}${after}`)
    this.text.setSelectionRange(from + before.length, to + before.length)
  }

  /** Begins each line of what is marked with a sign. */
  lines(sign) {
    const { selectionStart, selectionEnd, value } = this.text
    const from = value.lastIndexOf('\n', selectionStart - 1) + 1
    const end = value.indexOf('\n', selectionEnd)
    const to = end < 0 ? value.length : end
    this.put(
      value
        .slice(from, to)
        .split('\n')
        .map((line) => sign + line)
        .join('\n'),
      from,
      to,
    )
  }

  quote() {
    if (!marked) return this.lines('> ')
    const { selectionStart: at, value } = this.text
    const before = at > 0 && !value.slice(0, at).endsWith('\n\n') ? (value[at - 1] === '\n' ? '\n' : '\n\n') : ''
    this.put(`${before}${marked.replaceAll(/^/gm, '> ')}\n\n`)
    marked = ''
  }

  mark(name) {
    if (name === 'bold') this.around('**')
    if (name === 'italic') this.around('*')
    if (name === 'code') this.around('`')
    if (name === 'link') this.around('[', '](https://)')
    if (name === 'list') this.lines('- ')
    if (name === 'quote') this.quote()
    if (name === 'file') this.chooser.click()
  }

  key(event) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
    const name = { b: 'bold', i: 'italic', k: 'link' }[event.key]
    if (!name) return
    event.preventDefault()
    this.mark(name)
  }

  show(open) {
    this.pane.hidden = !open
    this.toggle.setAttribute('aria-expanded', String(open))
    if (open) this.preview()
  }

  async preview() {
    if (this.pane.hidden) return
    const body = new URLSearchParams({ [this.text.name]: this.text.value })
    for (const { value } of this.querySelectorAll('input[name=upload]:checked')) body.append('upload', value)
    this.turn = (this.turn ?? 0) + 1
    const turn = this.turn
    const answer = await fetch(this.getAttribute('preview'), { method: 'POST', body, headers: { 'x-preview': '1' } }).catch(() => undefined)
    // The server has made it safe; an older answer never covers a newer one.
    if (answer?.ok && turn === this.turn) this.pane.innerHTML = await answer.text()
  }

  takeFiles() {
    this.chooser = this.querySelector('input[type=file]')
    if (!this.chooser) return
    this.list = this.querySelector('.files ul')
    // With script they are dropped, pasted, or chosen by a button, and stand in the text.
    this.chooser.parentElement.hidden = this.inText
    this.list.addEventListener('change', () => this.form.dispatchEvent(new Event('input')))
    this.chooser.addEventListener('change', async () => {
      const files = [...this.chooser.files]
      this.chooser.value = ''
      await this.bring(files)
    })
    this.text.addEventListener('dragover', (event) => {
      if ([...event.dataTransfer.types].includes('Files')) event.preventDefault()
    })
    for (const name of ['drop', 'paste'])
      this.text.addEventListener(name, (event) => {
        const { files } = event.dataTransfer ?? event.clipboardData ?? {}
        if (!files?.length) return
        event.preventDefault()
        this.bring([...files])
      })
    this.form.addEventListener('submit', (event) => {
      if (!this.under) return
      event.preventDefault()
      this.say(this.words.coming)
    })
  }

  async bring(files) {
    for (const file of files) {
      this.under = (this.under ?? 0) + 1
      this.say(this.words.bringing.replace('%', () => file.name))
      try {
        const key = await this.upload(file)
        const name = this.free(spoken(file.name))
        if (this.inText) this.stand(key, name, file.type)
        else this.add(key, name)
        if (this.getAttribute('pictures') === 'inside' && /^image\/(png|jpeg|gif|webp)$/.test(file.type)) this.picture(name)
        this.say(this.words.here.replace('%', () => name))
        this.preview()
      } catch (error) {
        this.say(error.message || this.words.refused)
      } finally {
        this.under--
      }
    }
  }

  get inText() {
    return this.getAttribute('pictures') === 'address'
  }

  /** A file that belongs to its text stands in it by its address. */
  stand(key, name, type) {
    const address = `/files/${key}/${name}`
    if (/^image\/(png|jpeg|gif|webp)$/.test(type)) this.picture(name, address)
    else this.put(`[${name}](${address})`)
  }

  /** A picture is a paragraph of its own. */
  picture(name, address = name) {
    const before = this.text.value.slice(0, this.text.selectionStart)
    const apart = before === '' || before.endsWith('\n') ? '' : '\n\n'
    this.put(`${apart}![${name.replace(/\.\w+$/, '')}](${address})`)
  }

  /** No two files of one text have one name. */
  free(name) {
    const taken = new Set([...this.querySelectorAll('input[name=upload]')].map(({ value }) => value.slice(value.indexOf('/') + 1)))
    const [, stem, end] = /^(.*?)(\.\w+)?$/.exec(name)
    for (let n = 2; ; n++) {
      if (!taken.has(name)) return name
      name = `${stem}-${n}${end ?? ''}`
    }
  }

  add(key, name) {
    const item = document.createElement('li')
    const label = document.createElement('label')
    label.className = 'check'
    const box = document.createElement('input')
    Object.assign(box, { type: 'checkbox', name: 'upload', value: `${key}/${name}`, checked: true })
    const words = document.createElement('span')
    words.textContent = this.words.with.replace('%', () => name)
    label.append(box, words)
    item.append(label)
    this.list.append(item)
    this.form.dispatchEvent(new Event('input'))
  }

  async upload(file) {
    const ask = async (path, options) => {
      const answer = await fetch(path, options).catch(() => undefined)
      const said = await answer?.json().catch(() => undefined)
      if (!answer?.ok) throw new Error(said?.message ?? this.words.refused)
      return said
    }
    const { key, piece } = await ask('/uploads', {
      method: 'POST',
      body: new URLSearchParams({ name: file.name, size: String(file.size) }),
    })
    for (let at = 0; at < file.size; at += piece) await ask(`/uploads/${key}/${at}`, { method: 'PUT', body: file.slice(at, at + piece) })
    await ask(`/uploads/${key}/finish`, { method: 'POST', body: new URLSearchParams() })
    return key
  }
}

customElements.define('text-editor', TextEditor)

/** Keeps what is typed in a form, and warns before what is not kept yet is lost. */
function keep(form) {
  const output = form.querySelector('output')
  const words = JSON.parse(form.querySelector('text-editor')?.getAttribute('words') ?? '{}')
  let [changed, sent, passing, under] = [false, false, false]
  async function save() {
    if (!changed || sent) return
    changed = false
    const body = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === 'string'))
    under = fetch('/drafts', { method: 'POST', body, keepalive: String(body).length < 60_000 }).catch(() => undefined)
    const answer = await under
    if (!answer?.ok) changed = true
    if (output && !sent) output.textContent = answer?.ok ? words.kept : words.notKept
  }
  const soon = later(1_000, save)
  form.addEventListener('input', () => {
    changed = true
    soon()
  })
  form.addEventListener('submit', (event) => {
    if (!event.defaultPrevented) sent = true
  })
  // What another form of the page does is done with what is kept: the server says where that is not saved.
  document.addEventListener('submit', async (event) => {
    const { target: other, submitter, defaultPrevented } = event
    if (passing || other === form || defaultPrevented || !(changed || under) || other.method !== 'post') return
    event.preventDefault()
    await under
    await save()
    // What could not be kept, or was typed meanwhile, is warned of as on any other way from the page.
    passing = true
    other.requestSubmit(submitter)
    passing = false
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') save()
  })
  // A page that is shown again as it was left is written on.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) sent = false
  })
  addEventListener('beforeunload', (event) => {
    if (changed && !sent) event.preventDefault()
  })
}

document.querySelectorAll('form[data-draft]').forEach(keep)
