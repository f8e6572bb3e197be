/** How somebody gets letters of a kind: at once, as a line of the week's letter, or not at all. */
export const letterWays = ['now', 'weekly', 'never'] as const
export type LetterWay = (typeof letterWays)[number]

/**
 * What letters are about, as people choose how they get them: the ways that there are, the usual one first. What lets somebody in, answers what they
 * did, or warns those who keep the site running, always comes at once.
 */
export const letterSubjects = {
  account: ['now'],
  own: ['now'],
  office: ['now'],
  operation: ['now'],
  votes: ['now'],
  openings: ['weekly', 'now'],
  invitations: ['now'],
  moderation: ['now', 'weekly'],
  reminders: ['weekly', 'now'],
  reviews: ['weekly', 'now'],
  questions: ['weekly', 'now'],
  roles: ['weekly', 'now'],
  requests: ['weekly', 'now', 'never'],
  comments: ['now', 'weekly', 'never'],
  // Those concerned say themselves how they hear what became of theirs: each time, once a week or never.
  results: ['now'],
  ballots: ['weekly', 'now', 'never'],
  vendor: ['now', 'weekly'],
  meetings: ['now', 'weekly', 'never'],
  talks: ['now', 'weekly'],
  news: ['now', 'weekly'],
  lists: ['now', 'weekly'],
} as const satisfies Readonly<Record<string, readonly LetterWay[]>>

export type LetterSubject = keyof typeof letterSubjects

const subjects = new Map<string, LetterSubject>()

/** Notes the kinds of letters that a nameplate names. */
export function noteLetters(letters: Readonly<Record<string, LetterSubject>>): void {
  for (const [kind, subject] of Object.entries(letters)) subjects.set(kind, subject)
}

/** May somebody choose to hear nothing of what letters of this kind tell? */
export function maySilence(kind: string): boolean {
  const subject = subjects.get(kind)
  return subject !== undefined && (letterSubjects[subject] as readonly LetterWay[]).includes('never')
}

/** May somebody choose how letters of this kind come to them? */
export function mayChooseWay(kind: string): boolean {
  const subject = subjects.get(kind)
  return subject !== undefined && letterSubjects[subject].length > 1
}

// As they stand in what went out: none ever means another.
const stopNumbers: Partial<Record<LetterSubject, number>> = { requests: 1, comments: 2, ballots: 3, meetings: 4 }
const stopNumbersOfOne = 16

/** What ends letters of this kind for somebody, as the id of a token; undefined where they do not end. */
export function stopIdOf(kind: string, personId: number): number | undefined {
  const number = stopNumbers[subjects.get(kind) ?? 'account']
  return number === undefined ? undefined : personId * stopNumbersOfOne + number
}

/** For whom such an id ends which letters. */
export function readStopId(id: number): { personId: number; subject: LetterSubject } | undefined {
  const [subject] = Object.entries(stopNumbers).find(([, number]) => number === id % stopNumbersOfOne) ?? []
  return subject === undefined ? undefined : { personId: Math.floor(id / stopNumbersOfOne), subject: subject as LetterSubject }
}

/** How letters of a kind come where nothing is chosen: what only tells something is a line of the week's letter. */
export function usualWay(kind: string): LetterWay {
  const subject = subjects.get(kind)
  return subject === undefined ? 'now' : letterSubjects[subject][0]
}
