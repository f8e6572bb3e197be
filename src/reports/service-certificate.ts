import type { PrintDocument } from '../lib/print/document.ts'
import { formatDay } from '../lib/ui/format.ts'
import { languageNow } from '../lib/ui/language.ts'
import { sayTerm } from '../lib/ui/term.ts'
import { textsOf } from '../lib/ui/words.ts'
import { roleNames } from '../people/rules.ts'
import { utcDay } from '../time.ts'

const t = textsOf('reports', 'service')

interface Service {
  role: keyof typeof roleNames
  /** What the group calls it. */
  title: string | null
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
  const locale = languageNow()
  const words = t.certificate
  const today = formatDay({ locale }, utcDay(at))
  const rows = service.map((one) => [
    one.standIn ? t.standIn({ role: roleNames[one.role] }) : (one.title ?? roleNames[one.role]),
    one.group ?? one.community ?? '',
    sayTerm(one),
    one.organisation ?? '',
  ])
  return {
    title: words.title,
    subtitle: name,
    author: issuer,
    language: locale,
    footer: `${issuer} · ${today} (UTC)`,
    date: at,
    blocks: [
      { kind: 'text', words: words.lead({ name }) },
      rows.length > 0
        ? {
            kind: 'table',
            caption: words.caption({ name }),
            columns: [{ title: words.role }, { title: words.in }, { title: words.term }, { title: words.institution }],
            rows,
          }
        : { kind: 'text', words: words.none },
      { kind: 'note', words: words.source({ baseUrl, day: today }) },
    ],
  }
}
