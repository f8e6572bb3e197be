import type { KindsOfLetters, LettersOf } from '../../nameplate.ts'

/** The letters of the mailroom, which is no domain: each with the subject under which people choose how they get it. */
export const mailroomLetters = {
  'inbound.alarm': 'operation',
  'inbound.not-done': 'own',
  'inbound.not-taken': 'own',
  'inbound.not-yours': 'own',
} as const satisfies KindsOfLetters

declare module '../../signed.ts' {
  interface Letters extends LettersOf<typeof mailroomLetters> {}
}
