import type { Actor } from '../../actor.ts'

/** The field by which a form says as whom its reader was signed in when it was shown. */
export const asField = 'signed-in-as'

/** As whom somebody is signed in: as themselves, or as somebody else whom an administrator helps. Undefined for visitors. */
export const signedInAs = ({ personId, behind }: Pick<Actor, 'personId' | 'behind'>): string | undefined =>
  personId === null ? undefined : [personId, ...(behind === undefined ? [] : [behind])].join('.')
