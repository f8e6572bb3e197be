const stays = 'Left out, it stays as it is'

/** How the description of a field says what becomes of it where something is changed and it is left out. */
export const leftOut = { stays, removed: `${stays}; empty, it is removed.` } as const
