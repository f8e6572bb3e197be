import { oneLine } from '../mail/one-line.ts'

/** What stands on a card, which other sites show beside a link. */
export interface Card {
  title: string
  /** Whose site it is. */
  name: string
  /** The site's colour, `#rrggbb`. */
  accent: string
  language: string
}

/** So large is a card (in pixels), and so much of a text stands on it. */
export const cardSize = { width: 1200, height: 630 } as const
const longestTitle = 160
const longestName = 80

/** A text of which no more than so many characters are left, whole ones. */
const clipped = (text: string, most: number): string => {
  const characters = Array.from(new Intl.Segmenter().segment(text.slice(0, most * 8)), ({ segment }) => segment.slice(0, 8))
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : characters.join('')
}

/** A card as it is drawn: bounded, so that the same words are the same card. */
export const boundedCard = ({ title, name, accent, language }: Card): Card => ({
  title: clipped(oneLine(title), longestTitle),
  name: clipped(oneLine(name), longestName),
  accent: /^#[\da-f]{6}$/i.test(accent) ? accent : '#2f8f6c',
  language: /^[a-z]{2}$/.test(language) ? language : 'en',
})

/** The icon of the site on somebody's device. */
export interface Icon {
  /** In pixels; it is a square. */
  size: number
  /** `#rrggbb`. */
  accent: string
}

/** So large are the icons: the first is for the home screens of Apple's devices. */
export const iconSizes = [180, 192, 512] as const
