import { expect, test } from 'vitest'
import { threadOf } from './thread-rules.ts'

const base = 'https://lists.example.org'

test.each([
  ['a thing with a number', `See the result:\n${base}/ballots/12\n`, 'ballots.12'],
  ['what stands below it', `Vote:\n${base}/ballots/12/papers/3\n\nResult:\n${base}/ballots/12/results?all=yes#votes\n`, 'ballots.12'],
  ['a thing of a list', `Decide:\n${base}/lists/lectio-l/requests/8\n`, 'lists.lectio-l.requests.8'],
  ['two things', `${base}/requests/1\n${base}/requests/2\n`, undefined],
  ['things in a list', `- One\n  ${base}/requests/1\n`, undefined],
  ['a quotation', `> ${base}/requests/1\n`, undefined],
  ['a link within a sentence', `Open ${base}/requests/1 now.\n`, undefined],
  ['a page without a number', `${base}/today\n${base}/me/notifications\n`, undefined],
  ['a day is no number', `${base}/meetings/2026-10-14\n`, undefined],
  ['a token is no number', `${base}/confirm/aiaaaaaabuafcdn6vjnyv5xxq6dtsna\n`, undefined],
  ['another site', `https://elsewhere.example/requests/1\n`, undefined],
])('of %s', (_, text, thread) => {
  expect(threadOf(text, base)).toBe(thread)
})
