/**
 * What a letter is about, by the page that it leads to: `ballots.12`. A line that is nothing but a link to what has a number names it; where several
 * are named, the letter is about none of them. What is quoted, or stands in a list, is indented and names nothing.
 * @returns undefined where nothing is named
 */
export function threadOf(text: string, baseUrl: string): string | undefined {
  const things = new Set<string>()
  for (const line of text.split('\n')) {
    const path = line.startsWith(`${baseUrl}/`) ? line.slice(baseUrl.length).trimEnd() : ''
    const thing = /^\/(?:[a-z][a-z0-9-]*\/)+\d{1,15}(?=[/?#]|$)/.exec(path)?.[0]
    if (thing) things.add(thing)
  }
  const [one] = things
  return one === undefined || things.size > 1 ? undefined : one.slice(1).replaceAll('/', '.')
}
