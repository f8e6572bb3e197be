import { expect, test } from 'vitest'
import { formatDay, type Locale } from './format.ts'
import { readMessage } from './message.ts'

const say = (text: string, facts: Record<string, string | number>, locale: Locale = 'it') => {
  const message = readMessage(text, locale)
  return typeof message === 'string' ? message : message(facts)
}
const day = (on: string, style: 'date' | 'day' = 'date') => formatDay({ locale: 'it' }, on, style)

test.each([
  ['Voti entro il {day}.', day('2026-10-08'), 'Voti entro l’8 ottobre 2026.'],
  ['Voti entro il {day}.', day('2026-10-11'), 'Voti entro l’11 ottobre 2026.'],
  ['Voti entro il {day}.', day('2026-10-01'), 'Voti entro il 1 ottobre 2026.'],
  ['Voti entro il {day}.', day('2026-10-18'), 'Voti entro il 18 ottobre 2026.'],
  ['Voti entro il {day}.', day('2026-10-14', 'day'), 'Voti entro mercoledì 14 ottobre 2026.'],
  ['Dal {day}', day('2026-10-08'), 'Dall’8 ottobre 2026'],
  ['Il {day} cambia l’ora.', day('2026-10-14', 'day'), 'Mercoledì 14 ottobre 2026 cambia l’ora.'],
  ['Il {day} cambia l’ora.', day('2026-10-08'), 'L’8 ottobre 2026 cambia l’ora.'],
  ['aperta fino al {day}', day('2026-10-14', 'day'), 'aperta fino a mercoledì 14 ottobre 2026'],
  ['aperta fino al {day}', 'dom 1 nov, 14:59', 'aperta fino a dom 1 nov, 14:59'],
  ['riunione del {day}', day('2026-10-11'), 'riunione dell’11 ottobre 2026'],
  ['nel {day}', '2026', 'nel 2026'],
  ['con il {day}', 'domenica in festa', 'con il domenica in festa'],
  ['email {day}', '8', 'email 8'],
])('“%s” with %s is “%s”', (text, said, whole) => expect(say(text, { day: said })).toBe(whole))

test.each([
  [80, 'Almeno l’80%.'],
  [8, 'Almeno l’8%.'],
  [11, 'Almeno l’11%.'],
  [1, 'Almeno l’1%.'],
  [75, 'Almeno il 75%.'],
  [110, 'Almeno il 110%.'],
])('a share of %d is said “%s”', (share, whole) => {
  expect(say('Almeno il {share}%.', { share })).toBe(whole)
  expect(say('{share, plural, one {Almeno il #%.} other {Almeno il #%.}}', { share })).toBe(whole)
})

test.each([
  ['Bulletin de {name}', 'Aoife', 'Bulletin d’Aoife'],
  ['Bulletin de {name}', 'Élodie', 'Bulletin d’Élodie'],
  ['Bulletin de {name}', 'Œuvre commune', 'Bulletin d’Œuvre commune'],
  ['Bulletin de {name}', 'Yves', 'Bulletin d’Yves'],
  ['Bulletin de {name}', 'Yann', 'Bulletin de Yann'],
  ['Bulletin de {name}', 'Maria', 'Bulletin de Maria'],
  ['De {name}', 'Elsa', 'D’Elsa'],
  ['plus de {name}', 'onze', 'plus de onze'],
  ['Archives de {name}', 'info@lists.example', 'Archives de info@lists.example'],
  ['ce que {name} a dit', 'Elsa', 'ce qu’Elsa a dit'],
  ['une aide {name}', 'Elsa', 'une aide Elsa'],
  ['{n, plural, one {# voix de {name}} other {# voix de {name}}}', 'Elsa', '3 voix d’Elsa'],
])('“%s” with %s is “%s”, in French', (text, name, whole) => expect(say(text, { name, n: 3 }, 'fr')).toBe(whole))

test('other languages put it where it stands', () =>
  expect(say('Hasta el {day}', { day: '8 de octubre' }, 'es')).toBe('Hasta el 8 de octubre'))

test.each([
  ['Lavoro con {name}.', 'Fluvia S.p.A.', 'Lavoro con Fluvia S.p.A.'],
  ['Lavoro con {name}. Prima: {name}.', 'Fluvia S.p.A.', 'Lavoro con Fluvia S.p.A. Prima: Fluvia S.p.A.'],
  ['«{name}». Altro', 'Fluvia S.p.A.', '«Fluvia S.p.A.». Altro'],
  ['{name}, e altro.', 'Fluvia S.p.A.', 'Fluvia S.p.A., e altro.'],
  ['{name}.pdf', 'Atto 1.', 'Atto 1..pdf'],
  ['{name} {n, plural, one {# voto} other {# voti per {name}.}}', 'Medidor S.L.', 'Medidor S.L. 3 voti per Medidor S.L.'],
])('“%s” with a name that ends with a full stop ends once', (text, name, whole) => expect(say(text, { name, n: 3 })).toBe(whole))
