import { fold } from '../fold.ts'
import { featuresOf } from './features.ts'
import { inEnglish } from './lexicon.ts'
import { beside, dimensions, fewTexts, isLearnt, placeOf } from './senses.ts'
import { gramsOf, guessLanguage, isJoining, stemOf, tokensOf } from './words.ts'

const languages = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt']
// So much of a text says what it is about, and so many of its words what language it is in.
const [longest, mostWords] = [1_500, 40]
/** A number of a place as it is kept, times so much. */
const scale = 127

/** The words of a text that say something, folded. */
const sayingIn = (text: string): string[] =>
  (text.match(/[\p{L}\p{N}]+/gu) ?? [])
    .slice(0, mostWords)
    .map(fold)
    .filter((word) => !isJoining(word))

const isKnown = (word: string, language: string): boolean =>
  language === 'en'
    ? isLearnt(stemOf(word, 'en'))
    : isLearnt(`${language}:${stemOf(word, language)}`) || inEnglish(word, language).length > 0

/** The languages that a text may be in: the one that its little words tell, else those that know most of the others. */
function languagesOf(text: string): string[] {
  const told = guessLanguage(text)
  if (told !== undefined) return [told]
  const words = sayingIn(text)
  const known = languages.map((language) => words.filter((word) => isKnown(word, language)).length)
  const most = Math.max(...known)
  return most === 0 ? ['en'] : languages.filter((_, at) => known[at] === most)
}

/** What senses.bin may know of a text. */
function spokenIn(title: string, body: string): Map<string, number> {
  const spoken = new Map<string, number>()
  for (const language of languagesOf(`${title}\n${body}`)) {
    const fields = [tokensOf(title, language), tokensOf(body, language)] as const
    for (const [stem, weight] of featuresOf({ fields, language }).spoken) spoken.set(stem, Math.max(weight, spoken.get(stem) ?? 0))
  }
  return spoken
}

/** What a text speaks of, whatever its words, as it is kept: near what others in other words and languages say of the same. */
export function meaningOf(title: string, body: string): Uint8Array {
  const place = placeOf(spokenIn(title.slice(0, longest), body.slice(0, longest)))
  return new Uint8Array(Int8Array.from({ length: dimensions }, (_, at) => Math.round((place[at] as number) * scale)).buffer)
}

/** What is asked for. */
export interface Asked {
  place: Float32Array
  /** How much oftener those who speak of such programs say it than others do: a logarithm. */
  field: number
}

// So much of the pieces of its words is known where something is known of it.
const leastKnown = 0.55

/** What a few words ask for; undefined where too little is known of them. */
export function askedFor(text: string): Asked | undefined {
  const pieces = sayingIn(text).flatMap((word) => gramsOf(word))
  const known = pieces.filter((piece) => isLearnt(`:${piece}`)).length
  if (known === 0 || known < leastKnown * pieces.length) return undefined
  const place = placeOf(spokenIn(text.slice(0, longest), ''))
  return { place, field: place[dimensions] as number }
}

const dot = (a: Float32Array, b: Float32Array): number => a.reduce((sum, one, at) => sum + one * (b[at] as number), 0)

/** What many texts speak of, in the order in which they were put in. */
export class Meanings {
  #places = new Int8Array(0)
  #size = 0
  readonly #sum = new Float64Array(dimensions)

  get size(): number {
    return this.#size
  }

  /** @param kept as `meaningOf` made it */
  put(kept: Uint8Array): void {
    if ((this.#size + 1) * dimensions > this.#places.length) {
      const larger = new Int8Array(Math.max(256 * dimensions, this.#places.length * 2))
      larger.set(this.#places)
      this.#places = larger
    }
    const place = new Int8Array(kept.buffer, kept.byteOffset, dimensions)
    this.#places.set(place, this.#size++ * dimensions)
    for (const [at, one] of place.entries()) this.#sum[at] = (this.#sum[at] as number) + one / scale
  }

  /** How near each is to what is asked for, from -1 to 1, beside what all of them speak of. */
  near({ place }: Asked): Float32Array {
    // A few texts do not say what all speak of.
    const mean = Float32Array.from(this.#sum, (one) => one / (this.#size + fewTexts))
    const asked = beside(place, mean)
    // (place - mean) · asked and |place - mean|, multiplied out: each place is passed once.
    const [ofMean, meanSquared] = [dot(mean, asked), dot(mean, mean)]
    const [near, places] = [new Float32Array(this.#size), this.#places]
    for (let slot = 0, from = 0; slot < near.length; slot++, from += dimensions) {
      let [along, common, squared] = [0, 0, 0]
      for (let at = 0; at < dimensions; at++) {
        const one = places[from + at] as number
        along += one * (asked[at] as number)
        common += one * (mean[at] as number)
        squared += one * one
      }
      const length = squared / scale ** 2 - (2 * common) / scale + meanSquared
      near[slot] = squared > 0 && length > 0 ? (along / scale - ofMean) / Math.sqrt(length) : 0
    }
    return near
  }
}
