import { wanted } from './addresses.ts'

/** What is kept of a page: what it says, without what stands around it. */
export interface Kept {
  title: string
  lang: string
  dir: string
  main: string
  /** It counts a ballot again. */
  recount: boolean
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' }

/** Text as it was before it was written as HTML. */
export const plainText = (html: string): string =>
  html.replaceAll(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => entities[name] ?? '')

/** Text as it stands in HTML. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  return found === undefined ? undefined : plainText(found)
}

const between = (text: string, start: string, end: string): string => {
  const from = text.indexOf(start)
  const to = text.lastIndexOf(end)
  return from < 0 || to < from ? '' : text.slice(text.indexOf('>', from) + 1, to)
}

/** Forms ask a server; what is in the counter of a ballot asks nobody, and of the roster's a script makes a choice. */
const withoutForms = (html: string, keepsDate: boolean): string =>
  html
    .split(/(<ballot-recount[\s\S]*?<\/ballot-recount>)/)
    .map((part) =>
      part.startsWith('<ballot-recount')
        ? part
        : part.replaceAll(/<form\b[^>]*>[\s\S]*?<\/form>/g, (form) =>
            keepsDate && /name="on"/.test(form) ? form.replace(/<form\b[^>]*>/, '<form class="filters" data-roster>') : '',
          ),
    )
    .join('')

/** A part of a page that leads to a form, and holds nothing besides that one could read. */
const withoutInvitations = (html: string): string =>
  html.replaceAll(/<section\b[^>]*>(?:(?!<section\b|<\/section>)[\s\S])*<\/section>/g, (section) => {
    const rest = section.replaceAll(/<form\b[^>]*method="post"[^>]*>[\s\S]*?<\/form>/g, '')
    return rest === section || /<(?:a|ul|ol|dl|table|article|img|blockquote)\b/.test(rest) ? section : ''
  })

/** Pages say no year of a day of this year; in an archive every day has one. Hours alone stand below their day. */
const withYears = (html: string): string =>
  html.replaceAll(/<time datetime="(\d{4})-[^"]*"([^>]*)>([\s\S]*?)<\/time>/g, (whole, year: string, rest: string, said: string) => {
    if (said.includes(year) || /^\s*\d{1,2}[:.h]\d\d/.test(said)) return whole
    const full = /\stitle="([^"]*)"/.exec(rest)?.[1]
    const from = whole.indexOf('>') + 1
    return full?.includes(year)
      ? `${whole.slice(0, from).replace(/\stitle="[^"]*"/, '')}${full}</time>`
      : `${whole.slice(0, -'</time>'.length)} (${year})</time>`
  })

/**
 * Takes out of a page of ours what an archive keeps. Pages are written by us, so that tags and attributes are as we write them.
 * @param address of the page
 */
export function keep(html: string, address: string): Kept {
  const open = /<html[^>]*>/.exec(html)?.[0] ?? ''
  const body = between(html, '<main', '</main>')
  const main = withYears(withoutForms(withoutInvitations(body), address.startsWith('/roster')))
    .replaceAll(/<(search|iframe|dialog|template|complete-search)\b[^>]*>[\s\S]*?<\/\1>/g, '')
    .replaceAll(/<nav class="tabs"[^>]*>(?:(?!<\/nav>)[\s\S])*\?view=(?:(?!<\/nav>)[\s\S])*<\/nav>/g, '')
    .replaceAll(/<script\b[^>]*>[\s\S]*?<\/script>/g, '')
    .replaceAll(/ (?:data-hx-[\w:-]+|aria-current|tabindex)="[^"]*"/g, '')
    .replaceAll(/(<(?!img\b)[a-z-]+\b[^>]*)\ssrc="\/[^"]*"/g, '$1')
    .replaceAll(/<a class="ask"[^>]*>[^<]*<\/a>/g, '')
    .replaceAll(/<div class="row actions"><\/div>|<div class="top">\s*<\/div>/g, '')
  return {
    title: plainText(/<title>([^<]*)/.exec(html)?.[1] ?? '').replace(/ · [^·]*$/, ''),
    lang: attribute(open, 'lang') ?? 'en',
    dir: attribute(open, 'dir') ?? 'ltr',
    main,
    recount: main.includes('<ballot-recount'),
  }
}

const links = /<a\b[^>]*\shref="([^"]*)"|<img\b[^>]*\ssrc="([^"]*)"|<ballot-recount\b[^>]*\sbundle="([^"]*)"/g

/** Every address that a page leads to or shows. */
export function linksOf(html: string, at: string, baseUrl: string): { address: string; picture: boolean }[] {
  return [...html.matchAll(links)].flatMap(([, link, picture, bundle]) => {
    const target = link ?? picture ?? bundle ?? ''
    const found = target.startsWith('#') ? undefined : wanted(plainText(target), at, baseUrl)
    return found ? [{ address: found.address, picture: picture !== undefined }] : []
  })
}

/** The menu of a page, of the site or of the group. */
export function menuOf(html: string): { href: string; label: string }[] {
  const nav = /<header\b[^>]*>[\s\S]*?<nav\b[^>]*>([\s\S]*?)<\/nav>/.exec(html)?.[1] ?? ''
  return [...nav.matchAll(/<a\b([^>]*)>([\s\S]*?)<\/a>/g)].flatMap(([, tag = '', inside = '']) => {
    const href = attribute(tag, 'href')
    const label = plainText((/<span>([^<]*)<\/span>/.exec(inside)?.[1] ?? inside).replaceAll(/<[^>]*>/g, ''))
    return href === undefined ? [] : [{ href, label }]
  })
}

/** The messages of a thread's page: their own address, and where they stand on it. */
export function messagesOf(html: string, at: string, baseUrl: string): { address: string; hash: string }[] {
  return [...html.matchAll(/<article class="letter[^"]*" id="(m\d+)"[\s\S]*?\shref="([^"]*\/m\/[^"]*)"/g)].flatMap(([, id, link = '']) => {
    const found = wanted(plainText(link), at, baseUrl)
    return found ? [{ address: found.address, hash: `#${id}` }] : []
  })
}

/**
 * Points the links of a page to files. What leads nowhere in an archive is text, or, where it was a button or a feed, is not there.
 * @param resolve where something of the site lies from here; undefined where it is not kept
 */
export function point(html: string, at: string, baseUrl: string, resolve: (address: string, hash: string) => string | undefined): string {
  const to = (link: string): string | undefined => {
    const target = plainText(link)
    if (target.startsWith('#')) return target
    const found = wanted(target, at, baseUrl)
    if (found) return resolve(found.address, found.hash)
    return /^(?:https?:|mailto:)/.test(target) && !target.startsWith(`${baseUrl}/`) && target !== baseUrl ? target : undefined
  }
  return html
    .replaceAll(/<a\b([^>]*)>([\s\S]*?)<\/a>/g, (whole, tag: string, inside: string) => {
      const href = /\shref="([^"]*)"/.exec(tag)
      if (!href) return whole
      const target = to(href[1] ?? '')
      if (target !== undefined) return `<a${tag.replace(href[0], () => ` href="${escaped(target)}"`)}>${inside}</a>`
      if (
        /\sclass="[^"]*\bbutton\b/.test(tag) ||
        /\/(?:feed\.(?:atom|json)|raw|author|html|mbox|history|compare|export\.zip)(?:\?[^/]*)?$/.test(href[1] ?? '')
      )
        return ''
      return `<a${tag.replace(href[0], '').replace(/\sdownload="[^"]*"/, '')}>${inside}</a>`
    })
    .replaceAll(/<img\b([^>]*)>/g, (whole, tag: string) => {
      const src = /\ssrc="([^"]*)"/.exec(tag)
      if (!src || src[1]?.startsWith('data:')) return whole
      const target = to(src[1] ?? '')
      return target === undefined ? escaped(attribute(tag, 'alt') ?? '') : `<img${tag.replace(src[0], () => ` src="${escaped(target)}"`)}>`
    })
}

const bare = (html: string): string =>
  plainText(html.replaceAll(/<(nav|svg|style|form)\b[^>]*>[\s\S]*?<\/\1>|<span class="face"[^>]*>[^<]*<\/span>|<[^>]*>/g, ' '))
    .replaceAll(/\s+/g, ' ')
    .trim()

/** What search finds a page by, and what it shows of it: how it begins after its heading. */
export function textOf(html: string): { text: string; start: string } {
  const start = bare(html.slice(0, 6_000).replaceAll(/<header\b[^>]*>[\s\S]*?<\/header>|<h2 class="away"[^>]*>[^<]*<\/h2>/g, ''))
  return { text: bare(html), start: start.length > 140 ? `${start.slice(0, 140).replace(/\s\S*$/, '')} …` : start }
}
