/** The day until which releases stand below; bin/release.mjs asks for them to be looked at anew. */
export const knownOn = '2026-11-28'

/** What came out on which day, newest first: of what runs under Rapport the programs that strangers, mails and files reach. */
const releases = {
  node: [
    ['2026-10-22', ['26.12.1']],
    ['2026-09-23', ['26.10.0']],
  ],
  postgres: [
    ['2026-11-12', ['18.6', '17.12', '16.16', '15.20']],
    ['2026-08-13', ['18.5', '17.11', '16.15', '15.19']],
    ['2026-05-14', ['18.4', '17.10', '16.14', '15.18']],
  ],
} as const satisfies Record<string, readonly (readonly [string, readonly string[]])[]>

export type Program = keyof typeof releases

const parts = (version: string): number[] => version.split('.').map(Number)

function isNewer(a: string, b: string): boolean {
  const [left, right] = [parts(a), parts(b)]
  const at = left.findIndex((part, i) => part !== (right[i] ?? 0))
  return at >= 0 && (left[at] ?? 0) > (right[at] ?? 0)
}

/**
 * What a running program lacks, as far as this Rapport knew when it was released: the newest version of its major one, and the day on which
 * the first came out that it lacks. Undefined where it lacks nothing, or its major version is none of those known.
 */
export function lacking(program: Program, running: string): { newest: string; since: string } | undefined {
  const [version = ''] = /^\d+(?:\.\d+)*/.exec(running) ?? []
  const newer = releases[program].flatMap(([day, versions]) =>
    versions.filter((one) => parts(one)[0] === parts(version)[0] && isNewer(one, version)).map((one) => ({ newest: one, day })),
  )
  const [newest, first] = [newer[0], newer.at(-1)]
  return newest && first && { newest: newest.newest, since: first.day }
}

/** The whole days since a day of the calendar. */
export const daysSince = (day: string, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - Date.parse(`${day}T00:00:00Z`)) / 86_400_000))

/** For how many days something has been out that one of the running programs lacks; 0 where none lacks anything. */
export const daysBehind = (running: Record<Program, string>, now: Date): number =>
  Math.max(
    0,
    ...(Object.keys(releases) as Program[]).map((program) => daysSince(lacking(program, running[program])?.since ?? '9999-01-01', now)),
  )
