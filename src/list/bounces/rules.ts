import { utcDay } from '../../time.ts'

/** One failed delivery of a list's mail. */
export interface Failure {
  id: number
  email: string
  domain: string
  /** The post it was about; null for a letter. */
  messageId: number | null
  class: string
  words: string
  at: Date
}

/** Failures that have a cause in common. */
export interface Incident {
  kind: 'post' | 'domain'
  subject: string
  class: string
  failures: Failure[]
}

// Fewer than these may be chance: two people who left the same library in one week.
const crowd = 5

const recipients = (failures: Failure[]): number => new Set(failures.map(({ email }) => email)).size

/**
 * Failures that come together are one incident: those of one post, whatever the domains, and those of one domain, whatever the posts.
 * An address that is dead says so about itself alone, so dead addresses are only an incident where a whole domain says it of many at once.
 */
export function findIncidents(failures: Failure[]): Incident[] {
  const incidents: Incident[] = []
  const taken = new Set<number>()
  const take = (kind: Incident['kind'], subject: string, of: Failure[]) => {
    if (recipients(of) < crowd) return
    incidents.push({ kind, subject, class: of[0]?.class ?? 'unknown', failures: of })
    for (const { id } of of) taken.add(id)
  }
  const ofPosts = failures.filter((failure) => failure.messageId !== null && failure.class !== 'address')
  for (const [key, of] of Map.groupBy(ofPosts, (failure) => `${failure.messageId} ${failure.class}`))
    take('post', key.split(' ')[0] as string, of)
  const others = failures.filter((failure) => !taken.has(failure.id))
  for (const [key, of] of Map.groupBy(others, (failure) => `${failure.domain} ${failure.class}`))
    take('domain', key.split(' ')[0] as string, of)
  return incidents
}

// An address counts as dead by days, not by messages: ten posts on one bad day are one bad day.
const deadDays = 3
/** Evidence older than this, in days, is forgotten. */
export const memory = 30
// A bounce comes back within hours; after a week without one the probe has arrived.
const probeWait = 7
const day = 86_400_000

/** What is known about one subscription's address. */
export interface Standing {
  /** When the address was said to be dead, in no incident, since the evidence counts. */
  dead: Date[]
  probedAt: Date | null
  /** The probe itself came back, saying that the address is dead. */
  probeBounced: boolean
}

/** What to do about a subscription: nobody is suspended before a probe has come back. */
export function decideStanding({ dead, probedAt, probeBounced }: Standing, now: Date): 'keep' | 'probe' | 'suspend' | 'clear' {
  if (probedAt) {
    if (probeBounced) return 'suspend'
    return now.getTime() - probedAt.getTime() > probeWait * day ? 'clear' : 'keep'
  }
  const days = new Set(dead.filter((at) => now.getTime() - at.getTime() <= memory * day).map((at) => utcDay(at)))
  return days.size >= deadDays ? 'probe' : 'keep'
}
