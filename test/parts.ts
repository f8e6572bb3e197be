/** The parts of a settings page by their ids, and whether each stands open. */
export const partsOf = (html: string): Record<string, boolean> =>
  Object.fromEntries(
    [...html.matchAll(/<details class="fold"([^>]*)>(?:(?!<details).)*?<div class="stack" id="([\w-]+)">/gs)].map(
      ([, open = '', id = '']) => [id, open.includes('open')],
    ),
  )

/** What the line of a part says of it. */
export const nowOf = (html: string, id: string): string | undefined =>
  new RegExp(`<span class="soft">([^<]*)</span></summary><div class="stack" id="${id}">`).exec(html)?.[1]?.replaceAll('\u00a0', ' ')
