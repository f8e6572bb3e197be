const decode = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')

/** What the middle of a page says, piece by piece, its labels with it. */
export function piecesOf(html: string): string[] {
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html
  const texts = main.replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, '').split(/<[^>]*>/)
  const labels = [...main.matchAll(/ (?:aria-label|alt|placeholder|title)="([^"]*)"/g)].map(([, said = '']) => said)
  return [...texts, ...labels]
    .flatMap((text) => decode(text).split(' · '))
    .map((text) => text.replaceAll(/\s+/g, ' ').trim())
    .filter(Boolean)
}
