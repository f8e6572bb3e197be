import { assetPath } from '../../lib/ui/assets.ts'
import { locales } from '../../lib/ui/format.ts'
import { pages } from '../../lib/ui/web.tsx'
import { utcDay } from '../../time.ts'

// Within the year that RFC 9116 §2.5.5 advises; whoever keeps a copy looks again.
const securityDays = 180

/** Whom to tell of a hole in this site (RFC 9116): the contact that the operator gave, else who administers. */
function securityText(site: { baseUrl: string; mailDomain: string }, contact: string | undefined, at: Date): string {
  const expires = utcDay(new Date(at.getTime() + securityDays * 86_400_000))
  return [
    `Contact: ${contact ?? `mailto:postmaster@${site.mailDomain}`}`,
    `Expires: ${expires}T00:00:00Z`,
    `Preferred-Languages: ${locales.join(', ')}`,
    `Canonical: ${site.baseUrl}/.well-known/security.txt`,
    '',
  ].join('\n')
}

/** What programs ask every site for by a name of its own. */
export const wellKnownPages = pages()
  .get('/.well-known/security.txt', (c) => c.text(securityText(c.var.site, c.var.config.securityContact, c.var.actor.at)))
  // Where one changes how to sign in; who is signed out is asked to sign in there.
  .get('/.well-known/change-password', (c) => c.redirect('/me/sign-in', 302))
  .get('/.well-known/*', (c) => c.text('There is no such file.', 404))
  // Browsers ask for it where a page does not name its icon: a file, a feed.
  .get('/favicon.ico', (c) => c.redirect(assetPath('mark.svg'), 302))
