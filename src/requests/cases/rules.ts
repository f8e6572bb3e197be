import type { ArchiveAccess, CaseState, QuoteConsent, Visibility } from '../../lib/db/schema.ts'
import { textsOf } from '../../lib/ui/words.ts'
import { reaches } from '../core/rules.ts'

/** What a user case tells, field by field. */
export const caseTexts = ['title', 'who', 'workflow', 'frequency', 'problem', 'workaround', 'cost', 'versions'] as const

/** Those before whom the words of an author stand: the group, those on its lists, everyone, or the vendor. */
export type Audience = Visibility | 'vendor'

export interface CaseFacts {
  state: CaseState
  visibility: Visibility
  consent: QuoteConsent
  /** The archives that its messages stand in; null for what came another way and is in none. */
  archives: (ArchiveAccess | null)[]
}

const readersOf: Record<ArchiveAccess, Visibility> = { public: 'public', subscribers: 'subscribers', group: 'group' }

/**
 * May an author's words stand before these readers? Where everybody among them can read the messages anyway, unless they said no;
 * elsewhere only with their yes. The working group has collected them and reads them in any case, until they are withdrawn.
 */
export function mayQuote({ state, visibility, consent, archives }: CaseFacts, audience: Audience): boolean {
  if (state !== 'open') return false
  if (audience === 'group') return true
  if (consent === 'no') return false
  if (consent === 'public') return true
  const readable = (readers: Visibility) =>
    archives.length > 0 && archives.every((archive) => archive !== null && reaches(readersOf[archive], readers))
  if (audience === 'vendor') return consent === 'vendor' || readable('public')
  if (audience === 'public') return readable('public') && reaches(visibility, 'public')
  return readable('subscribers') || (archives.length === 0 && reaches(visibility, 'subscribers'))
}

/** Why nobody corrects a user case any more. */
export const whyNotCorrect = ({ state }: Pick<CaseFacts, 'state'>): string | undefined =>
  state === 'withdrawn' ? textsOf('requests', 'cases').userCaseWithdrawnSoCannot : undefined

/** The archives' readers decide who may read a case that came from them; one written on the web says so itself. */
export const visibilityFrom = (archive: ArchiveAccess): Visibility => readersOf[archive]

/** In the language of whoever is answered. */
export const consentNames: Record<QuoteConsent, string> = textsOf('requests', 'cases').consents
