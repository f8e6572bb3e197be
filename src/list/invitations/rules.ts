const day = 86_400_000

/** How long an invitation can be accepted. */
export const invitationLasts = 30 * day
/** Until then it runs, whatever was answered. */
export const lastsUntil = ({ invitedAt }: { invitedAt: Date }): Date => new Date(invitedAt.getTime() + invitationLasts)
/** Nobody can say yes to it any more, though nobody has answered. */
export const isExpired = ({ state, invitedAt }: { state: string; invitedAt: Date }, now: Date): boolean =>
  state === 'waiting' && lastsUntil({ invitedAt }) < now
/** Whoever declined by mistake accepts all the same, as long as the invitation would have run. */
export const mayChangeMind = ({ state, invitedAt }: { state: string; invitedAt: Date }, now: Date): boolean =>
  state === 'declined' && lastsUntil({ invitedAt }) >= now

/** So many may a list invite in a day: enough for a conference, too few for a flood. */
export const invitationsPerDay = 200
/** So many invitations may one address get in a day, over all lists of the site. */
export const perAddressPerDay = 2

export const mostAtOnce = 100
