/** How a file is called in a copy: its number tells apart what was handed in under one name; no name leads out of the folder. */
export const fileName = ({ id, name }: { id: number; name: string }): string =>
  `${id}-${name.replaceAll(/[^\p{L}\p{N}._ -]+/gu, '_').slice(-120) || 'file'}`
