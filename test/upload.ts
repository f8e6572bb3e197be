import type { World } from './world.ts'

type Browser = Awaited<ReturnType<World['as']>>

/** Hands in a file with a form, as a browser does. @param fields what else the form says */
export async function upload(
  world: World,
  browser: Browser,
  path: string,
  name: string,
  content: string | Uint8Array,
  fields: Record<string, string> = {},
): Promise<Response> {
  const form = new FormData()
  for (const [field, value] of Object.entries(fields)) form.set(field, value)
  form.set('file', new File([typeof content === 'string' ? content : new Uint8Array(content)], name))
  return world.app.request(`http://rapport.test${path}`, {
    method: 'POST',
    headers: { origin: 'http://rapport.test', cookie: [...browser.cookies].map(([key, value]) => `${key}=${value}`).join('; ') },
    body: form,
  })
}

/** What the button of a preview sends along. */
export const seenIn = (page: string): string => /name="seen" value="([^"]*)"/.exec(page)?.[1] ?? ''

/** What a page says, without its markup. */
export const words = (page: string): string =>
  page
    .replace(/^[\s\S]*<main/, '')
    .replaceAll(/<option[\s\S]*?<\/option>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
