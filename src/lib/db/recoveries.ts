/** What broke and was made whole again while the process went on, counted since its start. */
export type Recovery = 'connection' | 'listener' | 'loop' | 'queue' | 'server' | 'rejection' | 'process'

const counts: Record<Recovery, number> = { connection: 0, listener: 0, loop: 0, queue: 0, server: 0, rejection: 0, process: 0 }

/** Notes that something broke and is being made whole. */
export function noteRecovery(what: Recovery): void {
  counts[what]++
}

/** How often each has broken, for the metrics. */
export const countRecoveries = (): Readonly<Record<Recovery, number>> => counts
