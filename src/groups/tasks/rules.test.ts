import { describe, expect, test } from 'vitest'
import { changedSince, followed, readReminderAnswer, readShown } from './rules.ts'

const today = '2026-11-24'
const read = (text: string, count = 3) => readReminderAnswer(text, count, today)

describe('an answer to a reminder of actions', () => {
  test.each([
    ['done', 1, [{ n: 1, to: 'done' }]],
    ['Done!', 1, [{ n: 1, to: 'done' }]],
    ['done 3', 3, [{ n: 3, to: 'done' }]],
    ['3: done', 3, [{ n: 3, to: 'done' }]],
    [
      'erledigt 1 und 3',
      3,
      [
        { n: 1, to: 'done' },
        { n: 3, to: 'done' },
      ],
    ],
    [
      'done all',
      2,
      [
        { n: 1, to: 'done' },
        { n: 2, to: 'done' },
      ],
    ],
    ['2026-12-01', 1, [{ n: 1, to: 'moved', dueOn: '2026-12-01' }]],
    ['2 1.12.2026', 3, [{ n: 2, to: 'moved', dueOn: '2026-12-01' }]],
    ['2: until 1 December 2026', 3, [{ n: 2, to: 'moved', dueOn: '2026-12-01' }]],
    ['2 1/12/2026', 3, [{ n: 2, to: 'moved', dueOn: '2026-12-01' }]],
    ['1. Dezember 2026', 1, [{ n: 1, to: 'moved', dueOn: '2026-12-01' }]],
    ['3 : 1er décembre 2026', 3, [{ n: 3, to: 'moved', dueOn: '2026-12-01' }]],
    ['2 a más tardar el 1 de diciembre de 2026', 3, [{ n: 2, to: 'moved', dueOn: '2026-12-01' }]],
    ['2 entro il 1 dicembre 2026', 3, [{ n: 2, to: 'moved', dueOn: '2026-12-01' }]],
    ['terminée', 1, [{ n: 1, to: 'done' }]],
    ['terminé 2', 3, [{ n: 2, to: 'done' }]],
    ['Terminada 2 y 3', 3, [{ n: 2 }, { n: 3 }]],
    ['fatto tutti', 2, [{ n: 1 }, { n: 2 }]],
    ['abandonnée 2 : le fournisseur l’a faite', 3, [{ n: 2, to: 'dropped' }]],
    ['abandonar 2: ya no hace falta', 3, [{ n: 2, to: 'dropped' }]],
    ['abbandonare 2: non serve più', 3, [{ n: 2, to: 'dropped' }]],
    [
      'done 1\n2 2027-01-15',
      3,
      [
        { n: 1, to: 'done' },
        { n: 2, to: 'moved', dueOn: '2027-01-15' },
      ],
    ],
    ['drop 2: the vendor did it', 3, [{ n: 2, to: 'dropped' }]],
    [
      'fatto 1 e 3',
      3,
      [
        { n: 1, to: 'done' },
        { n: 3, to: 'done' },
      ],
    ],
    ['2 entro il 1.12.2026', 3, [{ n: 2, to: 'moved', dueOn: '2026-12-01' }]],
    ['abbandonare 2: lo ha fatto il fornitore', 3, [{ n: 2, to: 'dropped' }]],
  ])('%s', (text, count, orders) => expect(read(text, count)).toMatchObject({ orders }))

  test.each([
    ['Thank you, I will look at it.', 'nothing'],
    ['', 'nothing'],
    ['done', 'which'],
    ['done 4', 'number'],
    ['done 0', 'number'],
    ['1 2026-11-24', 'past'],
    ['drop 2', 'reason'],
    ['1 31.2.2027', 'nothing'],
  ])('“%s” is not followed: %s', (text, problem) => expect(read(text)).toEqual({ problem }))

  test('keeps the other words as a remark, and a reason', () => {
    expect(read('done 1\nI sent it to Carla.')).toMatchObject({ remark: 'I sent it to Carla.' })
    expect(read('drop 2: the vendor did it')).toMatchObject({ remark: 'the vendor did it' })
  })
})

describe('a task that somebody else changed since its form was shown', () => {
  const seen = { title: 'Count', note: '', ownerId: '1', dueOn: '', state: 'open' }

  test.each([
    ['nothing', {}, undefined],
    ['a day', { dueOn: '2026-12-01' }, ['dueOn']],
    ['its end, and its title', { state: 'done', title: 'Count all' }, ['title', 'state']],
  ])('says what is another: %s', (_, change, changed) => {
    expect(changedSince(seen, { ...seen, ...change })).toEqual(changed)
  })

  test.each([undefined, '', 'x', 'null', '7', '[]', '{"title":"Count"}', JSON.stringify({ ...seen, note: null })])(
    'is not read out of %s',
    (text) => {
      expect(readShown(text)).toBeUndefined()
      expect(readShown(JSON.stringify(seen))).toEqual(seen)
    },
  )

  test('keeps what was typed, and takes over what was left alone', () => {
    const now = { ...seen, title: 'Count all', dueOn: '2026-12-01' }
    expect(followed({ ...seen, title: 'Count some' }, seen, now)).toEqual({ ...now, title: 'Count some' })
    // Emptied is typed as well; a field that the form does not have is not.
    expect(followed({ title: 'Count', ownerId: '' }, seen, now)).toEqual({ ...now, ownerId: '' })
  })
})
