import type { Role } from '../../lib/db/schema.ts'

/** Roles that an address can follow: those of a group, and the steering committee of a user group. */
export const addressRoles = ['coordinator', 'deputy', 'liaison', 'moderator', 'steering'] as const satisfies Role[]

/** Who gets what comes to an address on a day: its holders; where there is none, those who lead the group; at last the administrators. */
export const fallbacks: readonly Role[] = ['coordinator', 'deputy']
