// What the nameplates register by type. Each domain adds its own, so a name that no domain registered does not compile.

/** Every job, with what it is given: types `enqueue`. */
// biome-ignore lint/suspicious/noEmptyInterface: it is filled from outside
export interface Jobs {}

/** Every action there is, with its words: types `record`. */
// biome-ignore lint/suspicious/noEmptyInterface: it is filled from outside
export interface Actions {}

/** Every kind of letter with its subject. */
// biome-ignore lint/suspicious/noEmptyInterface: it is filled from outside
export interface Letters {}

/** What can be decided where it stands, by name. */
// biome-ignore lint/suspicious/noEmptyInterface: it is filled from outside
export interface Decidable {}
