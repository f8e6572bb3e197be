/** Whether a text is one address, as people write them. */
export const isAddress = (text: string): boolean => /^[^\s@<>"]+@[^\s@<>"][^\s@<>".]*\.[^\s@<>"]+$/.test(text)

/** An address at a domain of the internet, without quotes and brackets: one that mail reaches as it stands. */
export const plainAddress = /^[^\s@<>()[\]\\,;:"\p{Cc}]{1,64}@[^\s@<>()[\]\\,;:".\p{Cc}]+(?:\.[^\s@<>()[\]\\,;:".\p{Cc}]+)+$/u
