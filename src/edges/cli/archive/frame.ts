import { type Locale, locales } from '../../../lib/ui/format.ts'
import { wordsOf } from '../../../lib/ui/words.ts'
import type { Crawled } from './crawl.ts'
import { escaped, type Kept } from './rewrite.ts'

const archiveWords = wordsOf('edges', 'archive')

/** What stands around each page of an archive. */
export interface Frame {
  brand: { name: string; sub: string }
  logo: string | undefined
  sheet: string | undefined
  menu: { href: string; label: string }[]
  address: string
  /** The day as of which it was made, in words. */
  day: string
  language: Locale
}

type Words = ReturnType<typeof archiveWords>

/** The words around an archive that is taken away, in its language. */
export const wordsFor = (language: string): Words =>
  archiveWords((locales as readonly string[]).includes(language) ? (language as Locale) : 'en')

const header = ({ brand, logo, menu, language }: Frame, root: string): string => {
  const words = wordsFor(language)
  const links = menu.map(({ href, label }) => `<a href="${root}${escaped(href)}">${escaped(label)}</a>`).join('')
  return `<a class="skip" href="#main">${escaped(words.skip)}</a><header class="site"><a class="brand" href="${root}index.html">${logo === undefined ? '' : `<img class="logo" src="${root}${escaped(logo)}" alt="">`}<span>${escaped(brand.name)}${brand.sub && `<small>${escaped(brand.sub)}</small>`}</span></a><search class="search"><form action="${root}search.html" method="get"><label class="away" for="site-search">${escaped(words.search)}</label><input id="site-search" name="q" type="search" placeholder="${escaped(words.search)}"></form></search><details class="menu"><summary>${escaped(words.menu)}</summary><nav aria-label="${escaped(words.site)}">${links}</nav></details></header>`
}

// As on the site, whatever a page holds runs nothing of its own; from a disk, `file:` is what `'self'` is elsewhere. A ballot is counted by a
// program, and from votes, that stand in the page.
const policy = [
  "default-src 'none'",
  ...['script-src', 'style-src', 'font-src', 'form-action'].map((what) => `${what} 'self' file:`),
  ...["img-src 'self' file: data:", 'worker-src data:', 'connect-src data:', "base-uri 'none'"],
].join('; ')

/**
 * A page of the archive.
 * @param root the way from it to the folder
 */
export function framed(frame: Frame, { title, lang, dir, main, recount }: Kept, root: string): string {
  const words = wordsFor(frame.language)
  const sheets = ['fonts.css', 'rapport.css'].map((name) => `<link rel="stylesheet" href="${root}assets/${name}">`).join('')
  const own = frame.sheet === undefined ? '' : `<link rel="stylesheet" href="${root}${escaped(frame.sheet)}">`
  const counts = recount ? `<script src="${root}assets/recount.js" defer></script>` : ''
  const whole = title === frame.brand.name ? title : `${title} · ${frame.brand.name}`
  return `<!doctype html>
<html lang="${escaped(lang)}" dir="${escaped(dir)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="color-scheme" content="light dark"><title>${escaped(whole)}</title><link rel="icon" href="${root}assets/mark.svg">${sheets}${own}<script src="${root}assets/offline.js" data-root="${root}" defer></script>${counts}</head><body class="public">${header(frame, root)}<main class="wide" id="main" tabindex="-1">${main}</main><footer class="site"><p>${escaped(words.archiveOf({ address: frame.address, day: frame.day }))}</p></footer></body></html>
`
}

/** A page of the archive alone, in its language. */
export const framedOwn = (frame: Frame, title: string, main: string): string =>
  framed(frame, { title, lang: frame.language, dir: 'ltr', recount: false, main }, '')

/** The page that shows what lies in packs, and that of search; without script they say what is needed. */
export function ownPages(frame: Frame): { name: string; html: string }[] {
  const words = wordsFor(frame.language)
  const said = escaped(JSON.stringify({ found: words.found, none: words.nothingFound, more: words.more, gone: words.gone }))
  const make = (name: string, title: string, part: string) => {
    const plain = `<noscript><h1>${escaped(title)}</h1><p>${escaped(words.needsScript)}</p></noscript>`
    return { name, html: framedOwn(frame, title, `<div data-${part} data-words="${said}"></div>${plain}`) }
  }
  return [make('page.html', words.page, 'page'), make('search.html', words.search, 'search')]
}

/** What stands around the pages of a walk, its links to what is there. */
export function frameOf(
  crawled: Crawled,
  place: (link: string) => string | undefined,
  rest: Pick<Frame, 'address' | 'day' | 'language'>,
): Frame {
  const { brand, logo, sheet, menu } = crawled
  return {
    ...rest,
    brand,
    logo: logo === undefined ? undefined : place(logo),
    sheet: sheet === undefined ? undefined : place(sheet),
    menu: menu.flatMap(({ href, label }) => {
      const file = place(href)
      return file === undefined ? [] : [{ href: file, label }]
    }),
  }
}
