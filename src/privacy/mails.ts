import type { Locale } from '../lib/ui/format.ts'
import { type Addressee, addressed, type KindOf, type Letter } from '../outbox/rules.ts'
import { privacyWords } from './words.ts'

const letter = (kind: KindOf<'privacy'>, to: Addressee, { subject, text }: { subject: string; text: string }): Letter => ({
  kind: `privacy.${kind}`,
  ...addressed(to),
  subject,
  text,
})

/** The copy of somebody's data can be fetched. */
export function copyReady(baseUrl: string, to: Addressee, days: number): Letter {
  const words = privacyWords(to.locale as Locale).ready
  return letter('copy-ready', to, { subject: words.subject, text: words.text({ name: to.name, link: `${baseUrl}/me/privacy`, days }) })
}

/** The copy of somebody's data could not be made. */
export function copyFailed(to: Addressee): Letter {
  const words = privacyWords(to.locale as Locale).failed
  return { ...letter('copy-failed', to, { subject: words.subject, text: words.text({ name: to.name }) }), asks: 'site' }
}

/** A request to be erased was refused, and why. */
export function erasureRefused(to: Addressee, reason: string): Letter {
  const words = privacyWords(to.locale as Locale).refused
  return { ...letter('erasure-refused', to, { subject: words.subject, text: words.text({ name: to.name, reason }) }), asks: 'site' }
}

/** Administrators learn that somebody asks to be erased. */
export function erasureAsked(baseUrl: string, to: Addressee): Letter {
  const words = privacyWords(to.locale as Locale).asked
  return letter('erasure-asked', to, { subject: words.subject, text: words.text({ name: to.name, link: `${baseUrl}/admin/privacy` }) })
}
