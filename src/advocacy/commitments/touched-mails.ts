import { formatDay, type Locale } from '../../lib/ui/format.ts'
import { type Addressee, addressed, type Letter } from '../../outbox/rules.ts'
import { vendorWords } from '../words.ts'
import type { Touched } from './touched-rules.ts'

/** What a release touches of one institution, as somebody who speaks for it may know it. */
export interface ForInstitution extends Pick<Touched, 'name' | 'requests' | 'concerns' | 'areas'> {
  /** It is asked to try the release before the others. */
  tests: boolean
}

/** What touches somebody's institutions in a release; before its day, who is asked to try it first. */
export function releaseTouches(
  to: Addressee,
  release: { product: string; name: string; comesOn: string | null; link: string; before: boolean; group: string; baseUrl: string },
  institutions: ForInstitution[],
): Letter {
  const locale = to.locale as Locale
  const words = vendorWords(locale).touches
  const called = `${release.product} ${release.name}`
  const list = (label: string, some: { id: number; title: string }[]) =>
    some.length === 0 ? [] : [label, ...some.map(({ id, title }) => `  ${title}\n  ${release.baseUrl}/requests/${id}`)]
  const parts = institutions.map(({ name, requests, concerns, areas, tests }) =>
    [
      name,
      ...list(words.requests, requests),
      ...list(words.concerns, concerns),
      ...(areas.length > 0 ? [words.areas({ areas: areas.join(', ') })] : []),
      ...(tests ? [words.test] : []),
    ].join('\n'),
  )
  const day = release.comesOn === null ? undefined : formatDay({ locale }, release.comesOn)
  const lead = release.before ? words.before({ release: called, day }) : words.after({ release: called })
  const notes = release.link ? `\n\n${words.notes}\n${release.link}` : ''
  return {
    kind: 'vendor.release',
    ...addressed(to),
    group: release.group,
    subject: words.subject({ release: called, institution: institutions[0]?.name ?? '', more: institutions.length - 1 }),
    text: `${words.hello({ name: to.name })}\n\n${lead}\n\n${parts.join('\n\n')}\n\n${words.how}${notes}\n\n${release.group}\n`,
  }
}
