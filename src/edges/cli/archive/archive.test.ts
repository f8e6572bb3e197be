import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { fileOfDownload, fileOfPage, isFound, isPacked, wanted } from './addresses.ts'
import { keep, linksOf, point, textOf } from './rewrite.ts'
import { wordsIn } from './search-index.ts'

const base = 'https://lists.example.org'

const kept: [string, string | undefined][] = [
  ['/requests/12', '/requests/12'],
  ['/requests?page=1', '/requests'],
  ['/requests?page=2&kind=idea', '/requests?kind=idea&page=2'],
  ['/meetings?when=past&series=4', '/meetings?when=past&series=4'],
  ['?month=2026-03', '/lists/lectio-l/threads?month=2026-03'],
  ['https://lists.example.org/news/', '/news'],
  ['/ballots/rules', '/ballots/rules'],
  ['/site/logo/4', '/site/logo/4'],
  ...[
    'https://elsewhere.example/',
    '//elsewhere.example',
    'mailto:a@b.example',
    'javascript:alert(1)',
    'http://[',
    '/sign-in?next=/',
    '/me',
    '/today',
  ].map((link): [string, undefined] => [link, undefined]),
  ...[
    '/requests/12/edit',
    '/lists/lectio-l/rules',
    '/meetings/2026-10-14/lines/changes',
    '/requests?sort=votes',
    '/requests?kind=idea&topic=3',
  ].map((link): [string, undefined] => [link, undefined]),
  ['/lists/lectio-l/threads?after=1.2', undefined],
  ['/site/look', undefined],
]
test.each(kept)('%s is kept as %s', (link, address) => {
  expect(wanted(link, '/lists/lectio-l/threads', base)?.address).toBe(address)
})

test('a page has a file that every disk takes, and no two have the same', () => {
  const files = [
    '/',
    '/search',
    '/requests',
    '/requests/12',
    '/requests?kind=idea',
    '/requests?kind=Idea',
    '/pages/Größe',
    '/pages/groesse',
    '/pages/GRÖSSE',
    '/pages/..%2F..%2Fetc',
    `/pages/${'x'.repeat(300)}`,
  ].map(fileOfPage)
  expect(files.slice(0, 5)).toEqual(['index.html', 'of-search.html', 'requests.html', 'requests/12.html', 'requests.kind-idea.html'])
  expect(new Set(files.map((file) => file.toLowerCase())).size).toBe(files.length)
  for (const file of files) expect(file).toMatch(/^(?!.*\.\.)[\w./-]{1,90}\.html$/)
})

test('what a browser would run is text, unless it is a picture of a page', () => {
  expect(fileOfDownload('/a', 'Invoice.HTML', false)).toMatch(/^files\/[0-9a-f]{12}\/invoice\.html\.txt$/)
  expect(fileOfDownload('/a', 'logo.svg', true)).toMatch(/\/logo\.svg$/)
  expect(fileOfDownload('/lists/l/m/x/a/1', undefined, false)).toMatch(/^files\/[0-9a-f]{12}\/1$/)
  expect(fileOfDownload('/a', '../../.bashrc', false)).toMatch(/^files\/[0-9a-f]{12}\/bashrc$|^files\/[0-9a-f]{12}\/-..-.bashrc$/)
})

test('threads lie in packs, and are found; lists of threads lie in packs, and are not', () => {
  expect(
    ['/lists/l/t/a%40b', '/lists/l/threads?month=2026-03', '/lists/l/threads', '/requests/1'].map((one) => [isPacked(one), isFound(one)]),
  ).toEqual([
    [true, true],
    [true, false],
    [false, false],
    [false, true],
  ])
})

const page = `<!doctype html><html lang="de" dir="ltr"><head><title>Anfrage &amp; Antwort · Lectio</title></head><body><main class="wide" id="main">
<h1>Größe</h1><section><h2>Join</h2><form action="/x" method="post"></form><p>We send you an email.</p></section><a class="ask" href="/help/x">?</a><form method="post"><button>Send</button></form><live-lines src="/x/changes"></live-lines>
<a href="/requests/2#top">Two</a> <a href="/gone">Gone</a> <a class="button" href="/gone">Do</a> <a href="https://elsewhere.example/?a=1&amp;b=2">Out</a>
<a href="javascript:alert(1)">Run</a><img src="/news/1/picture" alt="A dot"><img src="/lost" alt="Lost &quot;one&quot;"></main></body></html>`

test('a page keeps what it says; its links lead to files, outwards, or are text', () => {
  const { title, lang, main } = keep(page, '/requests/1')
  expect([title, lang]).toEqual(['Anfrage & Antwort', 'de'])
  expect(main).not.toMatch(/<form|Join|class="ask"|changes/)
  expect(linksOf(main, '/requests/1', base).map(({ address }) => address)).toEqual([
    '/requests/2',
    '/gone',
    '/gone',
    '/news/1/picture',
    '/lost',
  ])
  const places: Record<string, string> = { '/requests/2': '2.html', '/news/1/picture': '../files/a/dot.png' }
  const pointed = point(main, '/requests/1', base, (address, hash) => places[address] && places[address] + hash)
  expect(pointed).toContain(`<a href="2.html#top">Two</a> <a>Gone</a>  <a href="https://elsewhere.example/?a=1&amp;b=2">Out</a>
<a>Run</a><img src="../files/a/dot.png" alt="A dot">Lost &quot;one&quot;`)
  expect(textOf(pointed).text).toMatch(/^Größe Two Gone Out Run/)
})

test('a day has its year, also where the site said none', () => {
  const say = (time: string) => keep(`<html lang="en"><main>${time}</main></html>`, '/').main
  const full = 'Friday 27 November 2026 at 13:12 Lisbon time'
  expect(say(`<time datetime="2026-11-27T13:12:22.000Z" title="${full}">Fri 27 Nov, 13:12</time>`)).toBe(
    `<time datetime="2026-11-27T13:12:22.000Z">${full}</time>`,
  )
  expect(say('<time datetime="2026-11-27">27 November</time>')).toBe('<time datetime="2026-11-27">27 November (2026)</time>')
  for (const kept of [
    `<time datetime="2026-11-27T13:12:22.000Z" title="${full}">13:12 Lisbon time</time>`,
    '<time datetime="2026-11-27">27.11.2026</time>',
  ])
    expect(say(kept)).toBe(kept)
})

test('words are compared without accents and capitals; what writes without spaces by pairs', () => {
  expect(wordsIn('Größe, ÉTÉ x 2026! 図書館の本')).toEqual(['große', 'ete', '2026', '図書', '書館', '館の', 'の本'])
})

test('a browser cuts words as the index was made', () => {
  const script = readFileSync(new URL('../../../lib/ui/assets/offline.js', import.meta.url), 'utf8')
  const [cut = ''] = /const spaceless = [\s\S]*?\n {2}\}\)\n/.exec(script) ?? []
  expect(cut).toContain('wordsIn')
  const there = runInNewContext(`${cut}; wordsIn`) as typeof wordsIn
  for (const text of [
    'Crème brûlée, 24 Œufs!',
    '図書館のリスト',
    'ไทย ab',
    '가나 다',
    'x',
    `${'y'.repeat(24)} ${'z'.repeat(25)}`,
    'Ä-b_c.d',
    '',
  ])
    expect([...there(text)], text).toEqual(wordsIn(text))
})
