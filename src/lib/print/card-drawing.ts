import { createRequire } from 'node:module'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { callBounded } from '../reading/bounded.ts'
import { boundedCard, type Card, cardSize, type Icon } from './card.ts'

/**
 * The look of a card, in Typst. Words of people come as JSON in its inputs: data, never markup. The mark is that of Rapport in the site's
 * colour.
 */
const template = `
#let card = json(bytes(sys.inputs.card))
#let accent = rgb(card.accent)
#set page(width: 1200pt, height: 630pt, margin: 0pt, fill: rgb("#fdfcfa"))
#set text(font: ("Libertinus Serif", "New Computer Modern", "DejaVu Sans Mono"), lang: card.language, fill: rgb("#1c2321"), hyphenate: true)
#let size = if card.title.clusters().len() <= 40 { 84pt } else if card.title.clusters().len() <= 90 { 66pt } else { 52pt }
#place(top + left, rect(width: 100%, height: 14pt, fill: accent))
#place(top + left, dx: 80pt, dy: 84pt, {
  place(dx: 9pt, dy: 18pt, line(length: 80pt, stroke: 7pt + accent))
  place(dx: 0pt, dy: 5pt, circle(radius: 13.5pt, fill: accent))
  place(dx: 34pt, dy: 5pt, circle(radius: 13.5pt, fill: accent))
  place(dx: 69pt, dy: 7pt, circle(radius: 11pt, fill: rgb("#fdfcfa"), stroke: 6.5pt + accent))
})
#place(top + left, dx: 196pt, dy: 84pt, box(width: 924pt, height: 40pt, clip: true, text(size: 32pt, fill: rgb("#4d5855"), card.name)))
#place(top + left, dx: 80pt, dy: 190pt, box(width: 1040pt, height: 360pt, clip: true, {
  set par(leading: 0.42em, linebreaks: "optimized")
  set text(costs: (hyphenation: 800%))
  align(left + horizon, text(size: size, weight: "semibold", card.title))
}))
`

// Native programs: no page needs them before something is drawn.
const load = createRequire(import.meta.url)
const typst = (): typeof import('@myriaddreamin/typst-ts-node-compiler') => load('@myriaddreamin/typst-ts-node-compiler')
const resvg = (): typeof import('@resvg/resvg-js') => load('@resvg/resvg-js')

const pngOf = (svg: string, width: number): Uint8Array =>
  new Uint8Array(new (resvg().Resvg)(svg, { fitTo: { mode: 'width', value: width }, font: { loadSystemFonts: false } }).render().asPng())

let compiler: NodeCompiler | undefined

/**
 * A card as PNG. Typst sets the words with the typefaces that it brings and hands over their outlines, so that drawing needs no fonts of the
 * machine. About 40 ms.
 */
export function drawCard(card: Card): Uint8Array {
  compiler ??= typst().NodeCompiler.create()
  try {
    const svg = compiler.plainSvg({ mainFileContent: template, inputs: { card: JSON.stringify(boundedCard(card)) } })
    return pngOf(svg, cardSize.width)
  } finally {
    compiler.evictCache(10)
  }
}

/** The mark as a square icon: so far inside that a round or cut one keeps all of it. */
export function drawIcon({ size, accent }: Icon): Uint8Array {
  const colour = boundedCard({ title: '', name: '', language: 'en', accent }).accent
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path d="M0 0h32v32H0z" fill="#fdfcfa"/>
<g transform="translate(16 16) scale(.72) translate(-16 -16)" stroke="${colour}"><path d="M6 16h20" stroke-width="2.5"/>
<g fill="${colour}" stroke="none"><circle cx="6" cy="16" r="4.5"/><circle cx="16" cy="16" r="4.5"/></g>
<circle cx="26" cy="16" r="3.6" fill="#fdfcfa" stroke-width="2.2"/></g></svg>`
  return pngOf(svg, size)
}

/** It could not be drawn, or not in time. */
export class NotDrawn extends Error {}

const longest = 5_000
const patience = 3_000

/**
 * Draws a card in a worker that is ended when it takes too long.
 * @throws NotDrawn
 */
export const drawWithin = (card: Card): Promise<Uint8Array<ArrayBuffer>> =>
  callBounded({ module: import.meta.url, reader: drawCard.name, given: [card], refusal: NotDrawn, milliseconds: longest, patience })

/**
 * Draws an icon the same way.
 * @throws NotDrawn
 */
export const drawIconWithin = (icon: Icon): Promise<Uint8Array<ArrayBuffer>> =>
  callBounded({ module: import.meta.url, reader: drawIcon.name, given: [icon], refusal: NotDrawn, milliseconds: longest, patience })
