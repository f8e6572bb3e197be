// Requests are moved between the columns of the board, by pointer or keys. Without script a menu in each card does the same.
const board = document.querySelector('[data-board]')
const said = document.querySelector('[data-said]')
const say = (text) => {
  said.textContent = text
}
const columnOf = (element) => element.closest('.column')
const takes = (column) => column?.dataset.act !== undefined
const titleOf = (card) => card.querySelector('.title').textContent

/** Sets the count of a column by what is added to it. */
function count(column, by) {
  const shown = column.querySelector('h2 .meta')
  const number = Number(shown.textContent)
  if (Number.isInteger(number)) shown.textContent = String(number + by)
  const none = column.querySelector(':scope > p')
  if (none) none.hidden = column.querySelector('.card') !== null
}

function place(card, column) {
  const before = columnOf(card)
  if (before === column) return
  column.querySelector('.cards').prepend(card)
  count(before, -1)
  count(column, 1)
}

/** Asks the server for a change; a sentence where it refuses. */
async function send(card, column) {
  const { act, value } = column.dataset
  const acts = { personId: 'champion', topicId: 'topic', areaId: 'area' }
  const body = new URLSearchParams({ act: acts[act] ?? act, [act]: value })
  const answer = await fetch(`/requests/${card.dataset.id}/card`, { method: 'POST', body, headers: { 'hx-request': 'true' } })
  if (!answer.ok) throw new Error(answer.status === 422 ? await answer.text() : answer.statusText)
}

/** A note in the card, where something was refused. */
function complain(card, text) {
  const note = Object.assign(document.createElement('p'), { className: 'error', textContent: text })
  card.querySelector('[data-fields]').replaceChildren(note)
  say(text)
}

async function move(card, column, before) {
  if (!takes(column)) {
    place(card, before)
    return complain(card, board.dataset.fixed)
  }
  if (column === before) return place(card, before)
  // What is set aside needs a reason.
  if (column.dataset.act === 'stage' && column.dataset.value === 'set_aside') {
    place(card, before)
    return openFields(card, { stage: 'set_aside' })
  }
  place(card, column)
  card.querySelector('[data-fields]').replaceChildren()
  try {
    await send(card, column)
    say(`${titleOf(card)}: ${column.dataset.name}`)
  } catch (error) {
    place(card, before)
    complain(card, error.message)
  }
}

/** The fields of a card, in the card. */
async function openFields(card, preset = {}) {
  const link = card.querySelector('[data-card]')
  const address = new URL(link.href)
  for (const [name, value] of Object.entries(preset)) address.searchParams.set(name, value)
  const answer = await fetch(address, { headers: { 'hx-request': 'true' } })
  if (!answer.ok) return location.assign(address)
  const fields = new DOMParser().parseFromString(await answer.text(), 'text/html')
  card.querySelector('[data-fields]').replaceChildren(...fields.body.children)
  card.draggable = false
  card.querySelector(preset.stage ? '[name=why]' : '[name=stage]').focus()
}

board.addEventListener('click', (event) => {
  const link = event.target.closest('[data-card]')
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault()
    openFields(link.closest('.card'))
  }
  const back = event.target.closest('[data-fields] a.button')
  if (back) {
    event.preventDefault()
    const card = back.closest('.card')
    card.querySelector('[data-fields]').replaceChildren()
    card.draggable = true
    card.querySelector('[data-card]').focus()
  }
})

// By pointer.
let dragged
board.addEventListener('dragstart', (event) => {
  const card = event.target.closest?.('.card[draggable=true]')
  if (!card) return
  dragged = card
  event.dataTransfer.effectAllowed = 'move'
  event.dataTransfer.setData('text/plain', titleOf(card))
  card.classList.add('lifted')
})
// Let go right after it came over something, it is taken in Safari only where its coming was.
for (const name of ['dragenter', 'dragover'])
  board.addEventListener(name, (event) => {
    const column = event.target.closest?.('.column')
    if (!dragged || !column) return
    event.preventDefault()
    event.dataTransfer.dropEffect = takes(column) ? 'move' : 'none'
    for (const one of board.querySelectorAll('.over')) if (one !== column) one.classList.remove('over')
    column.classList.toggle('over', takes(column))
  })
board.addEventListener('drop', (event) => {
  const column = columnOf(event.target)
  if (!dragged || !column) return
  event.preventDefault()
  move(dragged, column, columnOf(dragged))
})
board.addEventListener('dragend', () => {
  for (const one of board.querySelectorAll('.over, .lifted')) one.classList.remove('over', 'lifted')
  dragged = undefined
})

// By keys: picked up, carried, dropped.
let carried
const drop = () => {
  carried.card.classList.remove('lifted')
  const { card, from } = carried
  carried = undefined
  return { card, from, column: columnOf(card) }
}
const refocus = (card) => {
  card.querySelector('[data-grip]').focus({ preventScroll: true })
  card.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}
const carry = {
  ArrowRight: (at, columns) => columns[at + 1],
  ArrowLeft: (at, columns) => columns[at - 1],
}
board.addEventListener('keydown', (event) => {
  const grip = event.target.closest('[data-grip]')
  if (!grip) return
  const card = grip.closest('.card')
  if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault()
    if (carried) {
      const { from, column } = drop()
      move(card, column, from)
      return refocus(card)
    }
    carried = { card, from: columnOf(card) }
    card.classList.add('lifted')
    return say(document.getElementById('board-keys').textContent)
  }
  if (!carried) return
  if (event.key === 'Escape') {
    event.preventDefault()
    place(card, drop().from)
    say(columnOf(card).dataset.name)
    return refocus(card)
  }
  const columns = [...board.querySelectorAll('.column')].filter((one) => takes(one) || one === carried.from)
  const next = carry[event.key]?.(columns.indexOf(columnOf(card)), columns)
  if (!next) return
  event.preventDefault()
  const moving = carried
  carried = undefined
  place(card, next)
  refocus(card)
  carried = moving
  say(next.dataset.name)
})
// Who looks elsewhere has not dropped it.
board.addEventListener('focusout', () => {
  if (!carried?.card.isConnected) return
  const { card, from } = drop()
  place(card, from)
})

// How many are ticked.
const bulk = document.getElementById('bulk')
const shown = bulk.querySelector('[data-count]')
const ticked = () => [...board.querySelectorAll('[name=ids]:checked')]
const recount = () => {
  shown.textContent = String(ticked().length)
}
board.addEventListener('change', (event) => {
  recount()
  // The bar stands far from the card, and is not there before the first is ticked.
  if (event.target.name === 'ids') say(shown.parentElement.textContent)
})
bulk.addEventListener('reset', () => {
  const [first] = ticked()
  setTimeout(() => {
    recount()
    // The bar goes, and the focus with it.
    first?.focus()
    say(shown.parentElement.textContent)
  })
})
recount()
