import type { PrintDocument } from '../../lib/print/document.ts'
import { formatDay } from '../../lib/ui/format.ts'
import { sayTerm } from '../../lib/ui/term.ts'
import { roleNames } from '../../people/affiliations/rules.ts'
import { utcDay } from '../../time.ts'

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
  const today = formatDay({ locale: 'en' }, utcDay(at))
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
