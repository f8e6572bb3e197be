import { expect, test } from 'vitest'
import { mailMarkdown, mailPage } from './mail-page.ts'

const base = 'https://lists.example.org'

test('a letter is a page with its language, its title and what is shown beside the subject', () => {
  const page = mailPage('de', 'A < B', '<p>Text</p>', { preview: 'First & last' })
  expect(page).toMatch(/^<!doctype html><html lang="de" dir="ltr">/)
  expect(page).toContain('<title>A &lt; B</title>')
  expect(page).toMatch(/<body[^>]*><div style="display:none[^"]*">First &amp; last<\/div>/)
  // One that begins with what it says needs none.
  expect(mailPage('en', 'A', '')).not.toContain('display:none')
  expect(page).not.toMatch(/<(?:style|script|link|img)\b/)
})

test('what is written fits a phone: a quotation has its line, a table its cells, code breaks', () => {
  const html = mailMarkdown('> Said\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n```\ncode\n```\n\n## Part', base, 2)
  for (const part of [
    /<blockquote style="[^"]*border/,
    /<th style="[^"]*padding/,
    /<td style="/,
    /<pre style="white-space:pre-wrap/,
    /<h3 style="/,
  ])
    expect(html).toMatch(part)
})

test('a picture is a link by what it shows, and none is fetched', () => {
  expect(mailMarkdown('![Our group](/files/abc/group.jpg)', base)).toContain(`<a href="${base}/files/abc/group.jpg">Our group</a>`)
  expect(mailMarkdown('Before\n\n![](/files/abc/group.jpg)\n\nAfter', base)).toBe('<p>Before</p>\n<p>After</p>\n')
})

test('a picture in a link leaves its words to that link', () => {
  const html = mailMarkdown('[![The hall](/files/abc/hall.jpg)](https://b.example/)', base)
  expect(html).toMatch(/<a href="https:\/\/b\.example\/"[^<>]*>The hall<\/a>/)
})
