/** The address at which a file that belongs to a text is had, and by which the text shows it. */
export const textFilePath = (key: string, name: string): string => `/files/${key}/${name}`

const named = /\/files\/([\w-]{24})\//g

/** The files that a text shows or leads to. */
export const filesOf = (text: string): string[] => [...new Set([...text.matchAll(named)].flatMap(([, key]) => key ?? []))]

/** Is it a picture that a page shows? */
export const isPicture = (type: string): boolean => /^image\/(?:png|jpeg|gif|webp)$/.test(type)

/** A file as it stands in a text: a picture in a paragraph of its own, any other as a link. */
export const fileInText = (path: string, name: string, type: string): string =>
  isPicture(type) ? `![${name.replace(/\.\w+$/, '')}](${path})` : `[${name}](${path})`
