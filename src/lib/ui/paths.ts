/** Where a message stands for ever; `variant` tells apart what came with the same Message-ID. */
export const messagePath = (list: string, messageId: string, variant = 1): string =>
  `/lists/${list}/m/${encodeURIComponent(messageId)}${variant > 1 ? `?v=${variant}` : ''}`

/** The thread of a message; any message of it will do. */
export const threadPath = (list: string, messageId: string): string => `/lists/${list}/t/${encodeURIComponent(messageId)}`
