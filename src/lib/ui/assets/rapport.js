// What pages can do more with script: keys, the menu, the help. Everything works without it.
const root = document.documentElement
const store = 'rapport-keys'

/** What htmx would evaluate strings with; the policy of the site forbids it too. */
class Refusal {
  constructor() {
    throw new Error('Evaluation is off.')
  }
}
window.htmx?.registerExtension('rapport', { init: (api) => api.initSecurity(undefined, Refusal, Refusal) })

const allowed = () => root.dataset.keys !== 'off'

function keysAreOn() {
  if (!allowed()) return false
  try {
    return localStorage.getItem(store) !== 'off'
  } catch {
    return true // Storage can be forbidden; then the default holds.
  }
}

function showHint() {
  for (const hint of document.querySelectorAll('.search kbd')) hint.hidden = !keysAreOn()
}

const seen = (element) => element.checkVisibility?.({ contentVisibilityAuto: true }) ?? element.offsetParent !== null

/** What `j` and `k` walk through, and where in each the focus goes. */
function stops() {
  return [...document.querySelectorAll('main .things > li, main .cards > li, main .letter[id]')].filter(seen).map((item) => {
    const target = item.querySelector('a.title[href]') ?? (item.matches('.letter') ? item : item.querySelector('a[href], button')) ?? item
    return { item, target }
  })
}

function walk(by) {
  const all = stops()
  const here = all.findIndex(({ item }) => item.contains(document.activeElement))
  const next = all[here === -1 ? (by > 0 ? 0 : all.length - 1) : here + by]
  if (!next) return
  if (!next.target.matches('a, button')) next.target.tabIndex = -1
  next.target.focus({ preventScroll: true })
  next.item.scrollIntoView({ block: 'nearest' })
}

/** Decides where the focus is, on what waits; what needs words, such as a no with a reason, asks for them. */
function decide(how) {
  const item = document.activeElement?.closest('main .things > li')
  const button = item?.querySelector(`.act [data-decides="${how}"]`)
  button?.click()
  if (button?.matches('summary') && button.parentElement.open) button.parentElement.querySelector('input, textarea')?.focus()
}

const keys = {
  '/': () => document.querySelector('.search input')?.focus(),
  j: () => walk(1),
  k: () => walk(-1),
  y: () => decide('yes'),
  n: () => decide('no'),
  l: () => decide('later'),
  u: () => document.querySelector('main [data-decides=undo]')?.click(),
  '?': () => document.getElementById('keys')?.showModal(),
}

const typing = (element) => element.closest?.('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]')

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') return closeMenu()
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return
  if (!Object.hasOwn(keys, event.key) || !keysAreOn() || typing(event.target) || document.querySelector('dialog[open]')) return
  event.preventDefault()
  keys[event.key]()
})

function closeMenu() {
  const menu = document.querySelector('.menu[open]')
  if (!menu?.contains(document.activeElement)) return
  menu.open = false
  menu.querySelector('summary').focus()
}

const setting = document.getElementById('keys-on')
if (setting) {
  setting.checked = keysAreOn()
  setting.addEventListener('change', () => {
    try {
      localStorage.setItem(store, setting.checked ? 'on' : 'off')
    } catch {
      setting.checked = true
    }
    showHint()
  })
}

// Browsers that cannot show a closed menu's content beside the page open it instead.
if (!CSS.supports('selector(::details-content)')) {
  const wide = matchMedia('(min-width: 48.01rem)')
  const follow = () => {
    for (const menu of document.querySelectorAll('.menu')) menu.open = wide.matches
  }
  wide.addEventListener('change', follow)
  follow()
}

showHint()

// A row that goes on beyond its edge begins where one is, also where the browser does not begin it there.
if (!CSS.supports('scroll-initial-target', 'nearest'))
  for (const here of document.querySelectorAll('.tabs [aria-current], .places [aria-current]')) {
    const row = here.closest('.tabs, .links')
    const [own, box] = [here.getBoundingClientRect(), row.getBoundingClientRect()]
    row.scrollLeft += Math.max(0, own.right + 4 - box.right) - Math.max(0, box.left + 4 - own.left)
  }

// What is shown first is first for keys and readers too, also where the browser does not follow what is shown.
if (!CSS.supports('reading-flow', 'grid-order')) {
  const narrow = matchMedia('(max-width: 69rem)')
  const follow = () => {
    for (const aside of document.querySelectorAll('.split.read-first > aside'))
      aside.parentElement[narrow.matches ? 'prepend' : 'append'](aside)
  }
  narrow.addEventListener('change', follow)
  if (narrow.matches) follow()
}

// Of a row that goes on beyond its edge, browsers show as little of what has the focus as a letter.
document.addEventListener('focusin', ({ target }) => {
  if (target.closest('.tabs, .places')) target.scrollIntoView({ block: 'nearest', inline: 'nearest' })
})

// What a page says as it comes is no change to it, which is all that screen readers tell of by themselves: it is said once more.
const said = [...document.querySelectorAll('main [role=status][data-done]')].map((one) => one.textContent.trim())
if (said.length > 0) {
  const again = Object.assign(document.createElement('p'), { role: 'status', className: 'away' })
  document.body.append(again)
  setTimeout(() => {
    again.textContent = said.join(' ')
  }, 500)
  // Who reads on to the end of the page does not meet it there.
  setTimeout(() => again.remove(), 10_000)
}

// What comes in while somebody types is not read out as a whole at each letter, but its first sentence, once they pause; of what moves on by
// itself, what it says to be told of.
for (const status of document.querySelectorAll('[role=status][data-of]')) {
  const part = document.getElementById(status.dataset.of)
  let pause
  const tell = () => {
    const first = part.querySelector('p')
    const text = first?.dataset.said ?? first?.textContent ?? ''
    if (status.textContent !== text) status.textContent = text
  }
  new MutationObserver(() => {
    clearTimeout(pause)
    pause = setTimeout(tell, 1_000)
  }).observe(part, { childList: true })
}

// What an anchor is folded in is opened, where the browser does not do so itself.
function unfold() {
  const asked = document.getElementById(location.hash.slice(1))
  const folds = []
  for (let fold = asked?.closest('details:not([open])'); fold; fold = fold.parentElement.closest('details:not([open])')) folds.push(fold)
  for (const fold of folds) fold.open = true
  if (folds.length > 0) asked.scrollIntoView()
}
addEventListener('hashchange', unfold)
unfold()

// A link that shows the page with all chosen does so in place.
document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[data-choose]')
  const boxes = link ? [...link.closest('form').querySelectorAll(`input[type=checkbox][name="${link.dataset.choose}"]`)] : []
  if (boxes.length === 0 || event.ctrlKey || event.metaKey) return
  event.preventDefault()
  const all = boxes.every(({ checked }) => checked)
  for (const box of boxes) box.checked = !all
})

// What the browser calls its time zone, for forms with which somebody comes in or answers.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone ?? ''
for (const field of document.querySelectorAll('[data-browser-zone]')) field.value = zone

/** Shows the offer of the browser's zone, on the first day that there is one to show; who hides their place is offered nothing. */
function offerZone(offer) {
  const today = new Date().toDateString()
  try {
    const shown = localStorage.getItem('rapport-zone') ?? today
    if (shown !== today) return
    localStorage.setItem('rapport-zone', today)
  } catch {
    return // Without a memory it would be offered for ever.
  }
  const city = JSON.parse(offer.dataset.cities)[zone] ?? zone.split('/').at(-1).replaceAll('_', ' ')
  for (const part of offer.querySelectorAll('[data-say]')) part.textContent = part.dataset.say.replace('{city}', city)
  offer.hidden = false
}
if (zone.includes('/') && !zone.startsWith('Etc/')) document.querySelectorAll('[data-zone-offer]').forEach(offerZone)

// A short name that is left empty is made of a name: what it will be stands in the field meanwhile, as the server will make it.
for (const field of document.querySelectorAll('[data-made-from]')) {
  const name = field.form.elements[field.dataset.madeFrom]
  const show = () => {
    const letters = name.value.toLowerCase().replaceAll('ß', 'ss').normalize('NFKD').replaceAll(/\p{M}/gu, '')
    const parts = letters.replaceAll(/[^a-z0-9]+/g, '-').replace(/^-/, '')
    field.placeholder = parts.slice(0, field.maxLength).replace(/-$/, '')
  }
  name.addEventListener('input', show)
  show()
}

const plain = (text) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[_/]/g, ' ').toLowerCase()

/** A field above a long menu, which shows what fits in it. What is chosen stays among it, so that it never changes unseen. */
function searchable(menu) {
  const groups = [...menu.children].map((part) => ({ part, options: part.matches('optgroup') ? [...part.children] : undefined }))
  const said = new Map([...menu.options].map((option) => [option, plain(`${option.text} ${option.value} ${option.dataset.english ?? ''}`)]))
  const field = document.createElement('input')
  Object.assign(field, { type: 'search', autocomplete: 'off', placeholder: menu.dataset.search, ariaLabel: menu.dataset.search })
  field.setAttribute('aria-controls', menu.id)
  const found = document.createElement('span')
  found.className = 'hint'
  found.setAttribute('role', 'status')

  function show() {
    const words = plain(field.value).split(/\s+/).filter(Boolean)
    const fits = (option) => words.every((word) => said.get(option).includes(word))
    const chosen = menu.value
    let count = 0
    const parts = groups.flatMap(({ part, options }) => {
      if (!options) return words.length === 0 || part.value === chosen ? [part] : []
      const own = options.filter((option) => fits(option) || option.value === chosen)
      count += options.filter(fits).length
      part.replaceChildren(...own)
      return own.length > 0 ? [part] : []
    })
    menu.replaceChildren(...parts)
    menu.value = chosen
    menu.size = words.length > 0 ? 7 : 0
    found.textContent = words.length === 0 ? '' : count === 0 ? menu.dataset.none : menu.dataset.matches.replace('#', String(count))
  }

  field.addEventListener('input', show)
  field.addEventListener('keydown', (event) => {
    // What is still composed of several keys; Safari says it by the code alone.
    if (event.isComposing || event.keyCode === 229) return
    if (event.key === 'Escape' && field.value) {
      field.value = ''
      show()
    } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
      // Enter takes the first that fits; the form is sent from its button.
      event.preventDefault()
      const words = plain(field.value).split(/\s+/).filter(Boolean)
      const first = [...menu.options].find((option) => option.value && words.every((word) => said.get(option).includes(word)))
      if (first && words.length > 0) menu.value = first.value
      menu.focus()
    }
  })
  menu.before(field)
  menu.after(found)
}

for (const menu of document.querySelectorAll('select[data-zones]')) searchable(menu)

// Who presses twice means it once: a form that is on its way is not sent again by the same button, unless its page stays, as where a file is the
// answer or it is shown in a window beside.
const staysAfter = 5_000
let sending = new WeakMap()
addEventListener('submit', (event) => {
  const { target: form, submitter, timeStamp, defaultPrevented } = event
  if (defaultPrevented || form.method !== 'post' || submitter?.formTarget) return
  const pressed = submitter ?? form
  if (timeStamp - (sending.get(pressed) ?? -staysAfter) < staysAfter) event.preventDefault()
  else sending.set(pressed, timeStamp)
})
// A page that is shown again as it was left may be sent again.
addEventListener('pageshow', () => {
  sending = new WeakMap()
})
