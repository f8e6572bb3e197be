import { expect, test } from 'vitest'
import { markEnglish } from './in-english.ts'

const mark = (html: string, ...said: string[]) => markEnglish(html, new Set(said))

test('a text that is all that an element says is marked by the element', () => {
  expect(mark('<p class="meta">Save request</p><option value="1">None</option>', 'Save request', 'None')).toBe(
    '<p class="meta" lang="en">Save request</p><option value="1" lang="en">None</option>',
  )
})

test('a phrase beside other words is marked where it stands, a word only alone', () => {
  expect(mark('<p>Ciao. You’re “here” &amp; <b>now</b> Name</p>', 'You’re “here” &', 'Name', 'here')).toBe(
    '<p>Ciao. <span lang="en">You’re “here” &amp;</span> <b>now</b> <span lang="en">Name</span></p>',
  )
  expect(mark('<li>The name of all</li>', 'name')).toBe('<li>The name of all</li>')
})

test('a phrase in another is marked once', () => {
  expect(mark('<p>x: Save the request y</p>', 'Save the request', 'the request')).toBe(
    '<p>x: <span lang="en">Save the request</span> y</p>',
  )
})

test('nothing is marked in what is typed, in a script, in an attribute, or where the language is said', () => {
  const html =
    '<title>Save it · Rapport</title><script>"Save it"</script><textarea>Save it</textarea><img alt="Save it"/><p lang="de">Save it</p>'
  expect(mark(html, 'Save it')).toBe(html)
})
