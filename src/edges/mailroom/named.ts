import { domainToASCII } from 'node:url'
import { isCarried, isSigned } from '../../lib/mail/proof-rules.ts'
import type { ReadMail } from './read.ts'

/**
 * Is a mail meant for the address that it came to? If only signatures prove the sender, anybody who got a copy can bring the mail to us. So
 * it must name the address itself, in its only To or Cc, which is signed. If there is a second To or Cc, nobody knows which one is.
 * @param local the address's local part, in lower case
 * @param domain where it must be; undefined where a host from before may pass on what names its own: elsewhere others have lists of that name
 */
export function isMeantFor(
  { message, authentication }: Pick<ReadMail, 'message' | 'authentication'>,
  local: string,
  domain?: string,
): boolean {
  if (!isCarried(authentication)) return true
  const { headers, to, cc } = message
  const once = (field: string) => headers.filter(({ name }) => name === field).length <= 1
  const said = [...(isSigned(authentication, 'to') ? to : []), ...(isSigned(authentication, 'cc') ? cc : [])]
  return once('to') && once('cc') && said.some(({ address }) => names(address.toLowerCase(), local, domain))
}

const names = (address: string, local: string, domain: string | undefined): boolean =>
  address.startsWith(`${local}@`) && (domain === undefined || domainToASCII(address.slice(local.length + 1)) === domainToASCII(domain))
