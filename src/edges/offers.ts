import { domains } from '../domains.ts'
import type { Offers } from '../offers.ts'

/** What the one domain that offers it gives to those below. */
function offer<Name extends keyof Offers>(name: Name): Offers[Name] {
  const found = domains.find(({ offers }) => offers?.[name])?.offers?.[name]
  if (!found) throw new Error(`No domain offers ${name}.`)
  return found
}

/** What the domains offer to those below them. */
export const offers: Offers = {
  listOutcomes: offer('listOutcomes'),
  findStations: offer('findStations'),
  findDraft: offer('findDraft'),
  listNamed: offer('listNamed'),
  listSupported: offer('listSupported'),
  listInCharge: offer('listInCharge'),
  findAlike: offer('findAlike'),
  findAgenda: offer('findAgenda'),
  findVendorSaid: offer('findVendorSaid'),
  findPortalSaid: offer('findPortalSaid'),
  listWaysForward: offer('listWaysForward'),
  findCommitted: offer('findCommitted'),
  listLateAnswers: offer('listLateAnswers'),
  listTalkPlaces: offer('listTalkPlaces'),
  keepOldAnswers: offer('keepOldAnswers'),
  listJoiningRules: offer('listJoiningRules'),
  decideOnPage: offer('decideOnPage'),
  listDecidedOf: offer('listDecidedOf'),
}
