import type { PrintDocument } from '../../lib/print/document.ts'
import { formatDay, type Locale } from '../../lib/ui/format.ts'
import { roleNames } from '../affiliations/rules.ts'

interface Service {
  role: keyof typeof roleNames
  standIn: boolean
  group: string | null
  community: string | null
  organisation: string | null
  fromOn: string | null
  toOn: string | null
  byYear: boolean
  toUnknown: boolean
}

/** A term in words: to the day, or to the year where no more is known. */
export function sayTerm(
  { fromOn, toOn, byYear, toUnknown }: Pick<Service, 'fromOn' | 'toOn' | 'byYear' | 'toUnknown'>,
  locale: Locale = 'en',
): string {
  const day = (on: string) => (byYear ? on.slice(0, 4) : formatDay({ locale }, on))
  const from = fromOn === null ? '?' : day(fromOn)
  if (toUnknown) return `${from} – ?`
  return toOn === null ? `since ${from}` : byYear && fromOn?.slice(0, 4) === toOn.slice(0, 4) ? from : `${from} – ${day(toOn)}`
}

/** What somebody has done for the user group, as a document to show: only what the record holds. */
export function certificate({
  name,
  service,
  issuer,
  baseUrl,
  at,
}: {
  name: string
  service: Service[]
  issuer: string
  baseUrl: string
  at: Date
}): PrintDocument {
  const today = formatDay({ locale: 'en' }, at.toISOString().slice(0, 10))
  const rows = service.map((one) => [
    `${roleNames[one.role]}${one.standIn ? ' (stand-in)' : ''}`,
    one.group ?? one.community ?? '',
    sayTerm(one),
    one.organisation ?? '',
  ])
  return {
    title: 'Record of service',
    subtitle: name,
    author: issuer,
    language: 'en',
    footer: `${issuer} · ${today} (UTC)`,
    date: at,
    blocks: [
      {
        kind: 'text',
        words: `${name} has served the user community in these roles. Terms of which only the years are known are given in years.`,
      },
      rows.length > 0
        ? {
            kind: 'table',
            caption: `Roles held by ${name}`,
            columns: [{ title: 'Role' }, { title: 'In' }, { title: 'Term' }, { title: 'Institution at the time' }],
            rows,
          }
        : { kind: 'text', words: 'No role is recorded.' },
      { kind: 'note', words: `Drawn from the record at ${baseUrl} on ${today}.` },
    ],
  }
}
