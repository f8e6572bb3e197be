import type { Actor } from '../actor.ts'
import { Conflict, NotAllowed, NotFound } from '../errors.ts'
import type { Tx } from '../lib/db/rows.ts'
import { textsOf } from '../lib/ui/words.ts'
import { arrangeMeeting, inviteGuest, type NewMeeting, releaseGuest } from '../meetings/actions.ts'
import { findEmailOf } from '../people/queries.ts'
import { getSession } from './sessions-queries.ts'

const t = textsOf('talks', 'sessions')

/** Arranges a session of Show and Tell: a meeting of its own kind, to which any subscriber may register. */
export const arrangeSession = (
  tx: Tx,
  actor: Actor,
  session: Omit<NewMeeting, 'kind' | 'agendaDays'>,
): Promise<{ id: number; slug: string }> =>
  // Its program is its agenda, on its page from the first slot on; the group's own business is not for its guests.
  arrangeMeeting(tx, actor, { ...session, kind: 'show_and_tell', agendaDays: 0 })

/**
 * Registers the actor; the invitation comes into their calendar, until the session is over.
 * @throws Conflict where they are registered already, or it is over or cancelled; NotFound where they are on no list of the group
 */
export async function register(tx: Tx, actor: Actor, slug: string): Promise<void> {
  const session = await getSession(tx, actor, slug)
  if (actor.personId === null || !session.mayRegister) throw new NotFound(t.sessionNotFound)
  const email = await findEmailOf(tx, actor.personId)
  if (!email) throw new NotAllowed(t.confirmEmailAddressFirstThen)
  const made = await inviteGuest(tx, actor, session.id, { personId: actor.personId, email, speaks: false })
  if (!made) throw new Conflict(t.youAreRegisteredAlreadyThe)
}

/** Takes the actor's registration back; their calendar is told. */
export async function unregister(tx: Tx, actor: Actor, slug: string): Promise<void> {
  const session = await getSession(tx, actor, slug)
  if (actor.personId === null) throw new NotFound(t.sessionNotFound)
  if (session.endsAt <= actor.at) throw new Conflict(t.thisSessionIsOver)
  const released = await releaseGuest(tx, actor, session.id, actor.personId)
  if (!released) throw new Conflict(t.youAreNotRegisteredMembersOf)
}
