// A ballot paper with script: what is left changes as one types, buttons need no page, drafts are saved by themselves, orders are dragged.
const form = document.querySelector('form[data-ballot]')
if (form) start(form)

/** The page brings its own words: `%` stands for the number. */
const say = (words, count) => words.replace('%', count.toLocaleString(document.documentElement.lang))

function pointsIn(words, spent, budget) {
  return spent > budget ? say(words.over, spent - budget) : say(words.left, budget - spent)
}

/** The hour now where the reader is at home, which need not be where the browser is. */
const hourIn = (timeZone) => new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone })

function start(form) {
  const ranks = form.dataset.ballot === 'ranks'
  const budget = Number(form.dataset.budget) || 0
  const left = form.querySelector('output.left')
  const bar = form.querySelector('.meter rect:last-child')
  const saved = form.querySelector('.saved')
  const moved = form.querySelector('[data-moved]')
  const fields = () => [...form.querySelectorAll('input[name^="v-"]')]
  const number = (field) => Math.trunc(Number(field.value.trim() || 0)) || 0
  let timer
  let later

  /** Says what is left, a moment after the last key: a screen reader would read every step of "15" otherwise. */
  function tell() {
    const spent = fields().reduce((sum, field) => sum + (ranks ? Number(number(field) > 0) : number(field)), 0)
    const text = ranks ? say(left.dataset.ranked, spent) : pointsIn(left.dataset, spent, budget)
    if (bar) bar.setAttribute('width', `${Math.min(100, Math.max(0, budget > 0 ? (spent / budget) * 100 : 0))}%`)
    clearTimeout(later)
    later = setTimeout(() => {
      if (left.textContent !== text) left.textContent = text
    }, 400)
    clearTimeout(timer)
    if (form.querySelector('button[value="cast"]')) timer = setTimeout(save, 4_000)
  }

  async function save() {
    const body = new FormData(form)
    body.set('act', 'save')
    body.delete('c')
    try {
      const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(body), redirect: 'manual' })
      saved.textContent = answer.type === 'opaqueredirect' ? say(saved.dataset.saved, hourIn(saved.dataset.zone)) : saved.dataset.unsaved
    } catch {
      saved.textContent = saved.dataset.offline
    }
  }

  const field = (id) => form.querySelector(`input[name="v-${id}"]`)
  const order = () =>
    fields()
      .filter((one) => number(one) > 0)
      .sort((a, b) => number(a) - number(b))
      .map((one) => one.name.slice(2))
  function put(list) {
    for (const one of fields()) one.value = list.includes(one.name.slice(2)) ? String(list.indexOf(one.name.slice(2)) + 1) : ''
    draw(list)
  }

  const moves = {
    less: (id) => {
      const after = Math.max(0, number(field(id)) - 1)
      field(id).value = after === 0 ? '' : String(after)
    },
    more: (id) => {
      field(id).value = String(number(field(id)) + 1)
    },
    up: (id) => {
      const list = order()
      const at = list.indexOf(id)
      if (at < 0) list.push(id)
      else if (at > 0) list.splice(at - 1, 2, id, list[at - 1])
      put(list)
    },
    down: (id) => {
      const list = order()
      const at = list.indexOf(id)
      if (at < 0) list.push(id)
      else if (at === list.length - 1) list.pop()
      else list.splice(at, 2, list[at + 1], id)
      put(list)
    },
  }

  form.addEventListener('click', (event) => {
    const [act, id] = event.target.closest?.('button[name="act"]')?.value.split(':') ?? []
    if (!id || !moves[act]) return
    event.preventDefault()
    moves[act](id)
    // The focus stays on the button: what it did to the field is said, after what changed with it and before what is left.
    setTimeout(() => {
      moved.textContent = `${field(id).ariaLabel}: ${field(id).value || 0}`
    }, 200)
    tell()
  })
  form.addEventListener('input', (event) => {
    if (event.target.name?.startsWith('v-')) tell()
  })
  // What Enter in a field does without script, a saved draft, happens here by itself.
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target.name?.startsWith('v-')) {
      event.preventDefault()
      save()
    }
  })

  const list = form.querySelector('ol.order')
  function draw(numbers) {
    if (!list) return
    const items = new Map([...list.children].map((item) => [item.dataset.number, item]))
    for (const id of numbers) {
      const item = items.get(id) ?? document.createElement('li')
      if (!items.has(id)) {
        item.dataset.number = id
        item.append(
          Object.assign(document.createElement('span'), {
            textContent: document.getElementById(`t-${id}`)?.lastChild?.textContent?.trim() ?? id,
          }),
        )
        item.draggable = true
      }
      list.append(item)
    }
    for (const [id, item] of items) if (!numbers.includes(id)) item.remove()
    list.closest('section').hidden = numbers.length === 0
  }
  if (list) {
    for (const item of list.children) item.draggable = true
    let held
    list.addEventListener('dragstart', (event) => {
      held = event.target.closest('li')
      event.dataTransfer.effectAllowed = 'move'
      // Safari drags nothing that carries nothing.
      event.dataTransfer.setData('text/plain', held.textContent.trim())
    })
    // Let go right after it came over another line, it is taken in Safari only where its coming was.
    list.addEventListener('dragenter', (event) => event.preventDefault())
    list.addEventListener('dragover', (event) => {
      event.preventDefault()
      const over = event.target.closest('li')
      if (!held || !over || over === held) return
      const box = over.getBoundingClientRect()
      over[event.clientY > box.top + box.height / 2 ? 'after' : 'before'](held)
    })
    list.addEventListener('drop', (event) => {
      event.preventDefault()
      put([...list.children].map((item) => item.dataset.number))
      tell()
    })
    // Let go elsewhere, nothing was moved: the list shows the places again.
    list.addEventListener('dragend', () => {
      held = undefined
      draw(order())
    })
  }
}
