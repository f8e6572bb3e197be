import { expect, test } from 'vitest'
import { anyone, ReaderContext } from '../lib/ui/reader.ts'
import { Outcomes } from './outcomes.tsx'

const outcome = {
  messageId: 7,
  caseId: 1,
  caseTitle: 'A case',
  mayOpen: true,
  requestId: 3,
  requestTitle: 'A request',
  stage: null,
  said: 'Planned for May.',
} as const

const show = (told?: Map<number, number>) =>
  String(
    <ReaderContext.Provider value={anyone}>
      <Outcomes outcomes={[outcome]} {...(told && { told })} />
    </ReaderContext.Provider>,
  )

test.each([
  ['by itself', undefined, true],
  ['below the first message of its thread that became it', new Map([[3, 7]]), true],
  ['below a later one', new Map([[3, 6]]), false],
])('where a request stands is said once in a thread: %s', (_, told, said) => {
  expect(show(told)).toContain('A request')
  expect(show(told).includes('Planned for May.')).toBe(said)
})
