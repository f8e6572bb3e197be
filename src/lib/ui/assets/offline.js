// In an archive that is read without a server: opens packs, shows the pages that lie in them, searches, and shows the roster of a day. From a disk a
// page may fetch nothing, but it may run scripts: a pack is a script that hands over its text.
const root = document.currentScript.dataset.root
const waiting = new Map()

window.archive = {
  pack(name, length, text) {
    waiting.get(name)?.(openPack(length, text))
  },
}

/** Fifteen bits of each character are the content, which is compressed. */
async function openPack(length, text) {
  const bytes = new Uint8Array(length)
  let at = 0
  let held = 0
  let bits = 0
  for (let i = 0; i < text.length && at < length; i++) {
    held = (held << 15) | (text.charCodeAt(i) - 0x3000)
    bits += 15
    while (bits >= 8 && at < length) {
      bits -= 8
      bytes[at++] = held >> bits
      held &= (1 << bits) - 1
    }
  }
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  return new Response(stream).text()
}

const loaded = new Map()
/** The text of a pack. */
function load(folder, name) {
  if (!loaded.has(name))
    loaded.set(
      name,
      new Promise((resolve, reject) => {
        waiting.set(name, resolve)
        const script = document.createElement('script')
        script.src = `${root}${folder}/${name}.js`
        script.addEventListener('error', () => reject(new Error(`${folder}/${name}.js is missing`)))
        document.head.append(script)
      }),
    )
  return loaded.get(name)
}

const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children)
  return element
}

/** A day as pages say it. */
const sayDay = (day) => {
  const { lang } = document.documentElement
  const how = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }
  return new Date(`${day}T12:00Z`).toLocaleDateString(lang === 'en' ? 'en-GB' : lang, how)
}

// A page of a pack.

async function showPage(place) {
  const words = JSON.parse(place.dataset.words)
  const [pack, number] = location.search.slice(1).split(/[.&]/)
  const page = await load('pages', pack).then(
    (text) => JSON.parse(text.split('\n')[Number(number)] ?? 'null'),
    () => null,
  )
  if (!page) return place.replaceChildren(make('h1', { textContent: words.gone }))
  document.documentElement.lang = page.lang
  document.documentElement.dir = page.dir
  document.title = document.title.replace(/^.*(?= · )/, () => page.title)
  const main = document.getElementById('main')
  main.innerHTML = page.main
  startRoster()
  document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView()
}

// Search.

const spaceless = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u
/** As the index was made (search-index.ts). */
const wordsIn = (text) =>
  (
    text
      .normalize('NFKD')
      .replaceAll(/\p{M}+/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).flatMap((word) => {
    if (!spaceless.test(word)) return word.length > 1 && word.length <= 24 ? [word] : []
    const letters = [...word]
    return letters.length === 1 ? letters : letters.slice(1).map((letter, at) => letters[at] + letter)
  })

/** The lines of the index that begin with a word; of a short one the line that is it alone. */
async function linesOf(index, word) {
  const lines = []
  let block = Math.max(
    0,
    index.words.findLastIndex((first) => first <= word),
  )
  for (; block < index.words.length && (index.words[block] <= word || index.words[block].startsWith(word)); block++)
    lines.push(...(await load('search', `words-${block}`)).split('\n'))
  const wanted = word.length > 2 ? word : `${word} `
  return lines.filter((line) => line.startsWith(wanted))
}

/** The pages that have a word, or one that begins with it: their numbers, with 2 where it stands in the title. */
async function pagesWith(index, word) {
  const found = new Map()
  for (const line of await linesOf(index, word)) {
    let at = 0
    for (const step of line.slice(line.indexOf(' ') + 1).split(',')) {
      at += Number.parseInt(step, 36)
      found.set(at, Math.max(found.get(at) ?? 0, step.endsWith('!') ? 2 : 1))
    }
  }
  return found
}

async function findPages(index, question) {
  const each = []
  for (const word of new Set(wordsIn(question))) each.push(await pagesWith(index, word))
  const [first, ...others] = each.sort((a, b) => a.size - b.size)
  const days = index.days.split(',')
  return [...(first ?? [])]
    .flatMap(([at, worth]) => {
      const all = others.map((one) => one.get(at))
      return all.includes(undefined) ? [] : [{ at, worth: all.reduce((sum, one) => sum + one, worth) }]
    })
    .sort((a, b) => b.worth - a.worth || (days[b.at] < days[a.at] ? -1 : 1))
}

async function showSearch(place) {
  const words = JSON.parse(place.dataset.words)
  const question = new URLSearchParams(location.search).get('q') ?? ''
  const field = document.getElementById('site-search')
  field.value = question
  const title = make('h1', { textContent: document.title.replace(/ · .*$/, '') })
  const said = make('p', { className: 'meta', role: 'status' })
  const list = make('ul', { className: 'things' })
  const more = make('button', { type: 'button', className: 'button', textContent: words.more, hidden: true })
  place.className = 'stack'
  place.replaceChildren(title, said, list, more)
  if (question.trim() === '') return field.focus()
  const index = JSON.parse(await load('search', 'index'))
  const found = await findPages(index, question)
  said.textContent = found.length === 0 ? words.none : `${words.found}: ${found.length.toLocaleString(document.documentElement.lang)}`
  let shown = 0
  const show = async () => {
    for (const { at } of found.slice(shown, shown + 20)) {
      const lines = (await load('search', `docs-${Math.floor(at / index.docs)}`)).split('\n')
      const [name, file, day, text] = lines[at % index.docs].split('\t')
      const when = day ? sayDay(day) : ''
      const link = make('a', { className: 'title', href: root + file, textContent: name, dir: 'auto' })
      const meta = make('div', { className: 'meta', dir: 'auto', textContent: [when, text].filter(Boolean).join(' · ') })
      list.append(make('li', {}, make('div', { className: 'what' }, link, meta)))
    }
    shown += 20
    more.hidden = shown >= found.length
  }
  more.addEventListener('click', show)
  await show()
}

// The roster of a day: as of the last change before it.

function startRoster() {
  const form = document.querySelector('form[data-roster]')
  if (!form) return
  const asked = new URLSearchParams(location.hash.slice(1)).get('on')
  if (asked) {
    form.elements.on.value = asked
    const said = document.querySelector('main .heading time')
    if (said) said.textContent = sayDay(asked)
  }
  if (form.dataset.ready) return
  form.dataset.ready = 'yes'
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    const day = form.elements.on.value
    const days = JSON.parse(await load('pages', 'roster')).sort()
    const place = day && (days.findLast(([from]) => from <= day) ?? days[0])
    if (!place) return
    location.assign(`${root}${place[1]}#on=${day}`)
  })
}

addEventListener('hashchange', () => startRoster())
const [page, search] = ['[data-page]', '[data-search]'].map((part) => document.querySelector(part))
if (page) showPage(page)
else if (search) showSearch(search)
else startRoster()
