import type { Role } from '../../lib/db/schema.ts'

/** Roles that an address can follow: those of a group, and the steering committee of a user group. */
export const addressRoles = ['coordinator', 'deputy', 'liaison', 'moderator', 'steering'] as const satisfies Role[]
