import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Locale } from '../src/lib/ui/format.ts'
import { makeFurnishedWorld } from './access/furnished.ts'
import { walkedLanguages } from './untranslated.ts'
import { decode, type Walked, walk } from './walk.ts'
import type { World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await makeFurnishedWorld()
})
afterAll(() => world.end())

// Words that mean one thing wherever they stand, as long as they stand there once; the last ones are answers beside other answers.
const clear: Partial<Record<Locale, readonly string[]>> = {
  en: ['Search', 'Filter', 'Cancel', 'Save', 'Preview', 'Menu', 'Show', 'Attending', 'Maybe'],
  de: ['Suchen', 'Filtern', 'Abbrechen', 'Speichern', 'Vorschau', 'Menü', 'Anzeigen', 'Anmelden', 'Abmelden', 'Vielleicht'],
  fr: ['Rechercher', 'Filtrer', 'Annuler', 'Enregistrer', 'Aperçu', 'Menu', 'Afficher', 'Peut-être'],
  es: ['Buscar', 'Filtrar', 'Cancelar', 'Guardar', 'Menú', 'Mostrar', 'Asistiré', 'Quizá'],
}

const button = /<(button|a)\b((?:[^<>"]|"[^"]*")*)>(.*?)<\/\1>/gs
const wordsOf = (html: string) =>
  // What is drawn on a button has a name beside it.
  decode(html.replaceAll(/<span aria-hidden="true">.*?<\/span>/gs, ' ').replaceAll(/<[^>]*>/g, ' '))
    .replaceAll(/\s+/g, ' ')
    .trim()

/** What the buttons of a page say, and the links that look like them. */
function buttonsOf(html: string): string[] {
  return [...html.matchAll(button)].flatMap(([, tag, attributes = '', inner = '']) =>
    // What only a voice or a switch meets does what its form is there for.
    (tag === 'button' && !/ class="away"/.test(attributes)) || / class="button\b/.test(attributes) ? [wordsOf(inner)] : [],
  )
}

/** Buttons of one word that could mean two things: the word is not a clear one, or the page has it twice. */
function doubtful({ address, name, html }: Walked, language: Locale): string[] {
  const said = buttonsOf(html).filter((text) => /^[\p{L}’'-]+$/u.test(text))
  const one = [...new Set(said)].filter(
    (text) => !(clear[language] ?? []).includes(text) || said.filter((other) => other === text).length > 1,
  )
  return one.map((text) => `${text}: ${address} (${name})`)
}

const named = /<(button|a|summary)\b((?:[^<>"]|"[^"]*")*) aria-label="([^"]*)"(?:[^<>"]|"[^"]*")*>(.*?)<\/\1>/gs
const heard = (text: string) => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')

/** Names that lack what is read on the button or link: whoever says what they see does not reach it (WCAG 2.2, 2.5.3). */
function unreached({ address, html }: Walked): string[] {
  return [...html.matchAll(named)].flatMap(([, , , label = '', inner = '']) => {
    const seen = wordsOf(inner.replaceAll(/<span class="away">.*?<\/span>/gs, ' '))
    return heard(decode(label)).includes(heard(seen)) ? [] : [`${decode(label)} lacks ${seen}: ${address}`]
  })
}

test.each<[Locale, boolean]>([['en', true], ...walkedLanguages.map((language): [Locale, boolean] => [language, false])])(
  'no button of one word could mean two things on its page, and what is called otherwise is called by its words too (%s)',
  async (language, each) => {
    const pages = await walk(world, language, each ? { names: ['carla', 'ada', 'susi', 'vera', 'maria'], each } : {})
    expect(pages.length).toBeGreaterThan(150)
    expect([...new Set(pages.flatMap((page) => doubtful(page, language)))].sort()).toEqual([])
    expect([...new Set(pages.flatMap(unreached))].sort()).toEqual([])
  },
)
