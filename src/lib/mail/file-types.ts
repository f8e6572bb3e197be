/** An ending (`.exe`), a media type (`image/png`) or a family (`image/*`). */
export const isFileType = (type: string): boolean => /^(?:\.[a-z0-9]{1,12}|[a-z0-9.+-]+\/(?:[a-z0-9.+-]+|\*))$/.test(type)

/** Whether a file is of one of these types. The name counts as much as what the mail calls its type, since either may lie. */
export function isOfTypes(file: { filename: string; type: string }, types: readonly string[]): boolean {
  const name = file.filename.toLowerCase().trimEnd()
  const type = file.type.toLowerCase()
  return types.some((one) => {
    if (one.startsWith('.')) return name.endsWith(one)
    return one.endsWith('/*') ? type.startsWith(one.slice(0, -1)) : type === one
  })
}
