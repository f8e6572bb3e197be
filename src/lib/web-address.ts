/** Is it an address of the web, which a link may lead to? What only begins like one would lead nowhere, and no page could say where. */
export const isWebAddress = (text: string): boolean => /^https?:\/\/[^\s<>"]+$/i.test(text) && URL.canParse(text)

/** The host of an address of the web; what was kept and is none is said as it is. */
export const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : address)
