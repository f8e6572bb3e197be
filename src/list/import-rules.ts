import type { Receiving } from '../lib/db/schema.ts'

/** What a member says of how she gets mail, and what a moderator says of hers. */
export interface SubscriptionSettings {
  addressId: number
  receiving: Receiving
  ownPosts: boolean
  whenAddressed: boolean
  posting: string | null
  pausedUntil: Date | string | null
  onlyTopics: boolean
}

/** The settings of a subscription alone, as they are kept to be compared. */
export const settingsOf = ({ addressId, receiving, ownPosts, whenAddressed, posting, pausedUntil, onlyTopics }: SubscriptionSettings) => ({
  ...{ addressId, receiving, ownPosts, whenAddressed, posting, onlyTopics },
  pausedUntil: pausedUntil === null ? null : new Date(pausedUntil).toISOString(),
})
