import type { ProductStage } from '../../lib/db/schema.ts'
import { foldWords } from '../../lib/fold.ts'

const padded = (text: string): string => ` ${foldWords(text)} `

/** The product areas that release notes name, in their own words; an area of one or two letters is named by chance. */
export function areasIn<A extends { name: string }>(notes: string, areas: readonly A[]): A[] {
  const folded = padded(notes)
  return areas.filter(({ name }) => padded(name).trim().length > 2 && folded.includes(padded(name)))
}

/** Are two areas the same, however they are written? */
export const sameArea = (a: string, b: string): boolean => padded(a) === padded(b)

/** What a release touches of one institution. */
export interface Touched {
  organisationId: number
  name: string
  stage: ProductStage | null
  /** It was named to try first what was promised. */
  pilot: boolean
  /** Requests of the release that it supports. */
  requests: { id: number; title: string }[]
  /** Open concerns of what the release touches, that it has. */
  concerns: { id: number; title: string }[]
  /** Areas that it uses and the release names. */
  areas: string[]
}

const order: readonly (ProductStage | null)[] = ['development_partner', 'early_adopter', 'live', 'implementing', null]

/** Those who can try it before everybody else: who was named for it, development partners and early adopters. */
export const testsFirst = ({ pilot, stage }: Pick<Touched, 'pilot' | 'stage'>): boolean =>
  pilot || stage === 'development_partner' || stage === 'early_adopter'

/** In the order in which they are asked to test: by their stage with the product, then by how much it touches. */
export const inTestOrder = (touched: readonly Touched[]): Touched[] =>
  touched.toSorted(
    (a, b) =>
      Number(testsFirst(b)) - Number(testsFirst(a)) ||
      order.indexOf(a.stage) - order.indexOf(b.stage) ||
      b.requests.length + b.concerns.length - (a.requests.length + a.concerns.length) ||
      a.name.localeCompare(b.name) ||
      a.organisationId - b.organisationId,
  )
