/** Whether a text is one address, as people write them. */
export const isAddress = (text: string): boolean => /^[^\s@<>"]+@[^\s@<>"][^\s@<>".]*\.[^\s@<>"]+$/.test(text)
