// A calendar to choose the days of a date poll in. What is chosen stands as lines in the text field, which is all there is without script.
const two = (n) => String(n).padStart(2, '0')
const dayOf = (date) => `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`
const at = (day) => new Date(`${day}T00:00:00Z`)
const make = (tag, props = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), props)
  element.append(...children)
  return element
}

class PickDates extends HTMLElement {
  connectedCallback() {
    this.area = this.querySelector('textarea')
    if (!this.area || this.month) return
    this.words = JSON.parse(this.getAttribute('words') ?? '{}')
    const { lang } = document.documentElement
    this.locale = !lang || lang === 'en' ? 'en-GB' : lang
    this.first = this.getAttribute('from') ?? dayOf(new Date())
    this.read()
    const times = [...new Set(this.lines.map((one) => one.slice(11)))].sort()
    const days = this.days()
    // What all the days have in common; one day alone has nothing in common yet.
    this.times = days.length > 1 ? times.filter((time) => days.every((day) => this.lines.includes(`${day} ${time}`))) : []
    if (this.times.length === 0) this.times = times.slice(0, 1)
    if (this.times.length === 0) this.times = ['10:00']
    this.shown = (this.lines[0] ?? this.first).slice(0, 7)
    this.build()
    this.draw()
    this.area.addEventListener('input', () => {
      this.read()
      this.draw()
    })
  }

  read() {
    this.lines = this.area.value
      .split('\n')
      .map((line) => line.trim().replace(/[ T]+/, ' '))
      .filter((line) => /^\d{4}-\d\d-\d\d \d\d:\d\d$/.test(line))
      .sort()
  }

  /** The days that are chosen. */
  days() {
    return [...new Set(this.lines.map((one) => one.slice(0, 10)))]
  }

  write() {
    this.lines = [...new Set(this.lines)].sort()
    this.area.value = this.lines.join('\n')
    this.draw()
    this.status.textContent = this.words.chosen.replace('{n}', String(this.lines.length))
  }

  /** Draws anew and leaves the focus where it was: on the same button, or on the one that stands in its place now. */
  drawAround(draw) {
    const held = document.activeElement
    const part = [this.month, this.hours, this.picked].find((one) => one.contains(held))
    const place = part ? [...part.querySelectorAll('button, input')].indexOf(held) : -1
    draw()
    if (!part) return
    const all = [...part.querySelectorAll('button:enabled, input')]
    const same = all.find(({ dataset }) => dataset.key !== undefined && dataset.key === held.dataset.key)
    ;(same ?? all[Math.min(place, all.length - 1)] ?? this.month.querySelector('.days button:enabled'))?.focus()
  }

  say(date, options) {
    return date.toLocaleDateString(this.locale, { timeZone: 'UTC', ...options })
  }

  build() {
    const words = this.words
    this.month = make('div', { className: 'month' })
    this.hours = make('div', { className: 'hours' })
    this.picked = make('ul', { className: 'picked' })
    this.status = make('p', { className: 'away' })
    this.status.setAttribute('role', 'status')
    const field = this.area.closest('.field')
    const box = make(
      'div',
      { className: 'dates' },
      make('div', { className: 'stack' }, this.month, this.hours),
      make('div', {}, this.picked, this.status),
    )
    field.insertBefore(box, this.area)
    const fold = make('details', { className: 'fold' }, make('summary', { textContent: words.lines }))
    field.insertBefore(fold, this.area)
    fold.append(this.area)
    // The hint tells how to write lines.
    const hint = field.querySelector('.hint')
    if (hint) fold.insertBefore(hint, this.area)
    if (this.area.getAttribute('aria-invalid') === 'true') fold.open = true
    const wanted = this.area.value.trim().split('\n').filter(Boolean).length
    if (wanted !== this.lines.length) fold.open = true
  }

  draw() {
    this.drawAround(() => {
      this.drawMonth()
      this.drawHours()
      this.drawPicked()
    })
  }

  drawMonth() {
    const words = this.words
    const [year, month] = this.shown.split('-').map(Number)
    const start = new Date(Date.UTC(year, month - 1, 1))
    const turn = (by, label, sign) => {
      const button = make('button', { type: 'button', className: 'button quiet', textContent: sign })
      button.setAttribute('aria-label', label)
      button.dataset.key = label
      const to = dayOf(new Date(Date.UTC(year, month - 1 + by, 1))).slice(0, 7)
      button.disabled = by < 0 && to < this.first.slice(0, 7)
      button.addEventListener('click', () => {
        this.shown = to
        this.drawAround(() => this.drawMonth())
      })
      return button
    }
    const head = make(
      'div',
      { className: 'row apart' },
      turn(-1, words.previous, '‹'),
      make('strong', { textContent: this.say(start, { month: 'long', year: 'numeric' }) }),
      turn(1, words.next, '›'),
    )
    head.querySelector('strong').setAttribute('aria-live', 'polite')
    const grid = make('div', { className: 'days' })
    grid.setAttribute('role', 'group')
    grid.setAttribute('aria-label', words.days)
    // 2024 began on a Monday.
    for (let i = 1; i <= 7; i++)
      grid.append(
        make('span', {
          className: 'meta',
          textContent: this.say(new Date(Date.UTC(2024, 0, i)), { weekday: 'narrow' }),
          ariaHidden: 'true',
        }),
      )
    const before = (start.getUTCDay() + 6) % 7
    for (let i = 0; i < before; i++) grid.append(make('span'))
    const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
    for (let n = 1; n <= last; n++) {
      const day = `${this.shown}-${two(n)}`
      const chosen = this.lines.some((line) => line.startsWith(day))
      const weekend = (at(day).getUTCDay() + 6) % 7 > 4
      const button = make('button', { type: 'button', textContent: String(n), className: weekend ? 'weekend' : '' })
      button.dataset.key = day
      button.disabled = day <= this.first
      button.setAttribute('aria-pressed', String(chosen))
      button.setAttribute('aria-label', this.say(at(day), { weekday: 'long', day: 'numeric', month: 'long' }))
      button.addEventListener('click', () => this.toggle(day, chosen))
      grid.append(button)
    }
    this.month.replaceChildren(head, grid)
  }

  toggle(day, chosen) {
    this.lines = chosen
      ? this.lines.filter((line) => !line.startsWith(day))
      : [...this.lines, ...this.times.map((time) => `${day} ${time}`)]
    this.write()
  }

  drawHours() {
    const words = this.words
    const list = make('div', { className: 'row' })
    for (const time of this.times) {
      const button = make('button', { type: 'button', className: 'button', textContent: `${time} ×` })
      button.setAttribute('aria-label', `${words.remove} ${time}`)
      button.dataset.key = time
      button.disabled = this.times.length === 1
      button.addEventListener('click', () => {
        this.times = this.times.filter((one) => one !== time)
        this.lines = this.lines.filter((line) => line.slice(11) !== time)
        this.write()
      })
      list.append(button)
    }
    const input = make('input', { type: 'time', value: '', ariaLabel: words.time })
    const add = make('button', { type: 'button', className: 'button', textContent: words.add })
    const take = () => {
      if (!/^\d\d:\d\d/.test(input.value)) return
      const time = input.value.slice(0, 5)
      this.times = [...new Set([...this.times, time])].sort()
      this.lines.push(...this.days().map((day) => `${day} ${time}`))
      this.write()
      this.hours.querySelector('input').focus()
    }
    add.addEventListener('click', take)
    input.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return
      event.preventDefault()
      take()
    })
    this.hours.replaceChildren(
      make('p', { className: 'hint', textContent: words.times }),
      list,
      make('div', { className: 'row' }, input, add),
    )
  }

  drawPicked() {
    const words = this.words
    const rows = this.lines.map((line) => {
      const [day, time] = line.split(' ')
      const said = `${this.say(at(day), { weekday: 'short', day: 'numeric', month: 'short' })}, ${time}`
      const button = make('button', { type: 'button', className: 'button quiet', textContent: '×' })
      button.setAttribute('aria-label', `${words.remove} ${said}`)
      button.dataset.key = line
      button.addEventListener('click', () => {
        this.lines = this.lines.filter((one) => one !== line)
        this.write()
      })
      return make('li', {}, make('span', { textContent: said }), button)
    })
    this.picked.replaceChildren(...(rows.length > 0 ? rows : [make('li', { className: 'soft', textContent: words.none })]))
  }
}

customElements.define('pick-dates', PickDates)
