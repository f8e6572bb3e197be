const day = 86_400_000

/** How long an invitation can be accepted. */
export const invitationLasts = 30 * day
/** Nobody can say yes to it any more, though nobody has answered. */
export const isExpired = ({ state, invitedAt }: { state: string; invitedAt: Date }, now: Date): boolean =>
  state === 'waiting' && invitedAt.getTime() + invitationLasts < now.getTime()

/** So many may a list invite in a day: enough for a conference, too few for a flood. */
export const invitationsPerDay = 200
/** So many invitations may one address get in a day, over all lists of the site. */
export const perAddressPerDay = 2

export const mostAtOnce = 100
