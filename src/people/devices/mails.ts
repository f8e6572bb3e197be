import type { Locale } from '../../lib/ui/format.ts'
import { sayWhen } from '../../lib/ui/placed.ts'
import { addressed, type Letter } from '../../outbox/rules.ts'
import { describeDevice } from './rules.ts'
import { deviceWords } from './words.ts'

/** The letter that says that somebody was signed in with a device that was not seen before. */
export function newDeviceLetter(
  baseUrl: string,
  to: { id: number; name: string; email: string; locale: string; zone: string | null; home: string },
  { userAgent, network, at }: { userAgent: string | null; network: string; at: Date },
): Letter {
  const locale = to.locale as Locale
  const words = deviceWords(locale)
  const when = sayWhen(to, to.home, at, 'instant')
  return {
    kind: 'people.new-device',
    ...addressed(to),
    asks: 'site',
    subject: words.subject,
    text: words.text({ name: to.name, device: describeDevice(userAgent, locale), network, when, link: `${baseUrl}/me/sign-in` }),
  }
}
