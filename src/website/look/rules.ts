import { textsOf } from '../../lib/ui/words.ts'
import { atLightness } from './tint-rules.ts'

const t = textsOf('website', 'look')

/** A colour as it is kept: `#` and six hexadecimal digits, in small letters. */
export const colourPattern = /^#[0-9a-f]{6}$/

// The relative luminance (WCAG 2.2) of the surface that text in the accent colour has least contrast to: the washes of rapport.css.
const lightSurface = 0.86
const darkSurface = 0.027
const least = 4.5

function channels(colour: string): [number, number, number] {
  const linear = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [linear(1), linear(3), linear(5)]
}

const luminance = ([red, green, blue]: readonly [number, number, number]): number => 0.2126 * red + 0.7152 * green + 0.0722 * blue

const ratio = (one: number, other: number): number => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)

/** How far a colour stands out from the pages of a theme, as WCAG 2.2 counts it. */
export const contrastOf = (colour: string, theme: 'light' | 'dark'): number =>
  ratio(luminance(channels(colour)), theme === 'light' ? lightSurface : darkSurface)

/** Why a colour cannot be the accent of a theme; nothing to say means that it can. */
export function whyNotAccent(colour: string, theme: 'light' | 'dark'): string | undefined {
  if (!colourPattern.test(colour)) return t.enterColourExample1b5e4b
  const contrast = contrastOf(colour, theme)
  if (contrast >= least) return undefined
  const shown = (Math.floor(contrast * 10) / 10).toFixed(1)
  return t[theme === 'light' ? 'tooLight' : 'tooDark']({ contrast: shown, needed: String(least) })
}

/** The same hue, as light as a dark page needs it: lightened until it can be read, and no greyer than it must be. */
export function lightened(colour: string): string {
  const from = channels(colour)
  // A little more than needed: eight bits round.
  const wanted = least * (darkSurface + 0.05) - 0.05 + 0.03
  if (luminance(from) >= wanted) return colour
  let light = 0
  while (light < 1 && luminance(atLightness(from, light)) < wanted) light += 0.005
  const hex = (value: number) => {
    const encoded = value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055
    return Math.round(encoded * 255)
      .toString(16)
      .padStart(2, '0')
  }
  return `#${atLightness(from, Math.min(1, light)).map(hex).join('')}`
}

/** The accent in both themes, or undefined where the colours of Rapport stay. */
export const accentsOf = ({ accent, accentDark }: { accent: string; accentDark: string }): { light: string; dark: string } | undefined =>
  accent === '' ? undefined : { light: accent, dark: accentDark || lightened(accent) }

/**
 * The stylesheet of the site's own: nothing but its colours, in the layer of rapport.css that has them. Browsers that cannot choose between two
 * get those of light pages; who has the system give the colours keeps those.
 */
export function sheetOf({ light, dark }: { light: string; dark: string }): string {
  const wash = `color-mix(in oklab,${light} 6%,oklch(98.6% .006 85))`
  return (
    `@layer tokens{@media (forced-colors:none){:root{--accent:light-dark(${light},${dark});` +
    `--accent-wash:light-dark(${wash},color-mix(in oklab,${dark} 16%,oklch(20% .008 260)));` +
    '--on-accent:light-dark(#fff,oklch(20% .01 260))}' +
    `@supports not (color:light-dark(red,red)){:root{--accent:${light};--accent-wash:${wash};--on-accent:#fff}}}}\n`
  )
}

/** A place of Rapport that a public menu may lead to. */
export const places = [
  'charter',
  'roster',
  'meetings',
  'show-and-tell',
  'events',
  'documents',
  'news',
  'requests',
  'answers',
  'commitments',
  'relationship',
  'decisions',
  'reports',
  'stories',
  'ballots',
  'lists',
  'search',
] as const
export type PlaceName = (typeof places)[number]

/** Those that stand in the menu where the site has none of its own; the rest is in the footer. */
const usualPlaces: readonly PlaceName[] = ['charter', 'roster', 'meetings', 'show-and-tell', 'documents', 'news', 'requests', 'lists']

/** Parts that a site can do without, by their address: no other part needs them. */
export const spareParts = ['show-and-tell', 'events', 'stories', 'reports', 'calls'] as const
export type SparePart = (typeof spareParts)[number]

/** Is this the address of a part that the site does without, whatever of it is asked for? */
export const isUnused = (path: string, unused: readonly string[]): boolean => unused.includes(path.slice(1).split(/[?#]/)[0] ?? '')

/** The places that are open to everybody today: a group may keep its figures with the vendor to itself, and a site does without some. */
export const openPlaces = (relationship: boolean, unused: readonly string[]): PlaceName[] =>
  places.filter((place) => (place !== 'relationship' || relationship) && !unused.includes(place))

/** A line of the menu: where to, and what it is called where it is not Rapport's word. */
export interface MenuLine {
  label: string
  path: string
}

/** The menu of a site that has none of its own. */
export const usualLines: readonly MenuLine[] = usualPlaces.map((place) => ({ label: '', path: `/${place}` }))

/** The lines of a menu that lead somewhere: a page of the site's own stands in it while it is published. */
export const openLines = (menu: MenuLine[], pages: readonly { slug: string }[]): MenuLine[] =>
  menu.filter(({ path }) => !path.startsWith('/pages/') || pages.some(({ slug }) => path.split(/[?#]/)[0] === `/pages/${slug}`))

/** A menu without the parts that the site does without; the usual one where it has none of its own. */
export const shownLines = (menu: readonly MenuLine[], unused: readonly string[]): MenuLine[] =>
  (menu.length > 0 ? menu : usualLines).filter(({ path }) => !isUnused(path, unused))

/**
 * A menu as it was written, with the lines that its writer was not shown where they stood before: they come back with their part.
 * @param before the menu until now
 */
export function withHidden(lines: readonly MenuLine[], before: readonly MenuLine[], unused: readonly string[]): MenuLine[] {
  const all = [...lines]
  if (lines.length === 0) return all
  for (const [at, line] of (before.length > 0 ? before : usualLines).entries())
    if (isUnused(line.path, unused) && !lines.some(({ path }) => path === line.path)) all.splice(at, 0, line)
  return all
}

const longestMenu = 12

/**
 * Reads a menu as it is typed: a line each, `/path` for a place or page of the site, `Name | /path` or `Name | https://…` for others.
 * @returns the lines, or a sentence that names the line which cannot be read
 */
export function readMenu(text: string): { lines: MenuLine[] } | { problem: string } {
  const lines: MenuLine[] = []
  for (const [i, written] of text.split('\n').entries()) {
    if (written.trim() === '') continue
    const cut = written.lastIndexOf('|')
    const label = cut < 0 ? '' : written.slice(0, cut).trim()
    const path = written.slice(cut + 1).trim()
    const problem = whyNotLine(label, path, lines)
    if (problem) return { problem: t.menuLine({ line: i + 1, problem }) }
    lines.push({ label, path })
  }
  return lines.length > longestMenu ? { problem: t.menuLong({ most: longestMenu }) } : { lines }
}

function whyNotLine(label: string, path: string, before: readonly MenuLine[]): string | undefined {
  if (!/^\/[^/\\\s][^\s\\]*$|^https:\/\/[^\s/]\S*$/.test(path)) return t.menuAddress
  if (label === '' && !(places as readonly string[]).includes(path.slice(1))) return t.menuNamed({ path })
  if (label.length > 40) return t.enterNameMost40Characters
  return before.some((line) => line.path === path) ? t.menuTwice({ path }) : undefined
}

/** What places are called, by their names. */
export type Names = Record<PlaceName, string>

/** What Rapport calls its places: what is said of one group alone is said of all where a site has several. */
export const placeNames = (words: { places: Names; aboutGroups: string }, several: boolean): Names =>
  several ? { ...words.places, charter: words.aboutGroups } : words.places

const placeOf = (path: string): PlaceName | undefined => places.find((place) => path === `/${place}`)

// By its own name, or by Rapport's for that place.
function nameOf({ label, path }: MenuLine, names: Names): string {
  const place = placeOf(path)
  return label || (place ? names[place] : '')
}

/** A menu as it is typed: names, so that nobody has to know addresses by heart. */
export const writeMenu = (lines: readonly MenuLine[], names: Names): string =>
  lines.map((line) => [nameOf(line, names), line.path].filter(Boolean).join(' | ')).join('\n')

/** A place under Rapport's own name for it, in whatever language, keeps its names in all of them. */
export function withoutOwnNames(lines: readonly MenuLine[], languages: readonly Names[]): MenuLine[] {
  return lines.map((line) => {
    const place = placeOf(line.path)
    return place && languages.some((names) => names[place] === line.label) ? { ...line, label: '' } : line
  })
}

/** What a menu can lead to and leads to: Rapport's places, pages of the site's own, and addresses elsewhere. */
export interface MenuTarget {
  title: string
  path: string
  /** Does the menu lead there now? */
  inMenu: boolean
}
export interface MenuTargets {
  places: MenuTarget[]
  own: MenuTarget[]
  elsewhere: MenuTarget[]
}

/** All that a menu can lead to, by kind, each with its title. */
export function targetsOf(
  menu: readonly MenuLine[],
  { names, open, pages }: { names: Names; open: readonly PlaceName[]; pages: readonly { slug: string; title: string }[] },
): MenuTargets {
  const lines = menu.length > 0 ? menu : usualLines
  const target = (title: string, path: string): MenuTarget => ({ title, path, inMenu: lines.some((line) => line.path === path) })
  const own = pages.map(({ slug, title }) => target(title, `/pages/${slug}`))
  const known = new Set([...places.map((place) => `/${place}`), ...own.map(({ path }) => path)])
  return {
    places: open.map((place) => target(names[place], `/${place}`)),
    own,
    elsewhere: lines.filter(({ path }) => !known.has(path)).map(({ label, path }) => target(label, path)),
  }
}

/** Where a logo is, for ever: a new one has another address. */
export const logoPath = (fileId: number): string => `/site/logo/${fileId}`

/** Pictures that a logo may be. Drawings in SVG may carry programs. */
export const logoTypes: readonly string[] = ['image/png', 'image/jpeg', 'image/webp']
export const largestLogo = 512 * 1024

/** Why a file cannot be the logo. */
export function whyNotLogo({ type, size }: { type: string; size: number }): string | undefined {
  if (!logoTypes.includes(type)) return t.logoType
  return size > largestLogo ? t.choosePictureMost512Kb : undefined
}
