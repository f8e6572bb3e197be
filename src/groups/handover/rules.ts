import type { Role } from '../../lib/db/schema.ts'
import { roleNames } from '../../people/rules.ts'

/** Roles that are handed over. */
export const handedRoles = ['coordinator', 'deputy', 'liaison', 'moderator', 'member'] as const satisfies Role[]

/** How a role is called; its own word where it is none of those that are handed over. */
export const nameOfRole = (role: string): string => roleNames[role as keyof typeof roleNames] ?? role
