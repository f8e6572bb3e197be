import type { OrganisationKind, ProductStage } from '../../lib/db/schema.ts'
import { formatDay, locales } from '../../lib/ui/format.ts'
import { languageNow } from '../../lib/ui/language.ts'
import { memberNouns } from '../../lib/ui/member-word.ts'
import { textsOf, wordsOf } from '../../lib/ui/words.ts'

const t = textsOf('people', 'organisations')

export const kinds = ['institution', 'consortium', 'vendor', 'affiliate', 'reseller', 'user_group'] as const satisfies OrganisationKind[]
export const stages = ['development_partner', 'early_adopter', 'implementing', 'live'] as const satisfies ProductStage[]

/** How kinds and stages are called, in the language of whoever is answered. */
export const kindNames: Record<OrganisationKind, string> = t.kinds
export const stageNames: Record<ProductStage, string> = t.stages

/** How they are called in a language: a sheet that is brought again says them in English, whoever takes it. */
export const organisationWords = wordsOf('people', 'organisations')

const nounsIn = wordsOf('lib', 'nouns')
/** How the column of a file is called that names an institution: as members are, in any of our languages, or otherwise. */
export const institutionColumns: readonly string[] = [
  ...locales.flatMap((locale) => memberNouns.map((noun) => nounsIn(locale)[noun].one)),
  ...['organisation', 'organization', 'établissement', 'employer'],
]

// Crockford's base 32, as ROR uses it.
const digits = '0123456789abcdefghjkmnpqrstvwxyz'

/**
 * Reads a ROR id, with or without its address, and verifies its check digits (ISO/IEC 7064, MOD 97-10).
 * @returns the nine characters, or undefined for what is none
 */
export function readRor(text: string): string | undefined {
  const id = text
    .trim()
    .toLowerCase()
    .replace(/^(https?:\/\/)?(www\.)?ror\.org\//, '')
    .replace(/\/$/, '')
  if (!/^0[0-9a-hjkmnp-tv-z]{6}[0-9]{2}$/.test(id)) return undefined
  const number = [...id.slice(0, 7)].reduce((sum, digit) => sum * 32 + digits.indexOf(digit), 0)
  return 98 - ((number * 100) % 97) === Number(id.slice(7)) ? id : undefined
}

/** Days as YYYY-MM-DD; without an end it goes on, without a beginning nobody knows since when. */
export interface Period {
  fromOn: string
  toOn?: string | null
}

/** A period whose beginning may not be known. */
export interface OpenPeriod {
  fromOn: string | null
  toOn?: string | null
}

const longAgo = '0001-01-01'
const farAway = '9999-12-31'

/** A day as people write it: 1 March 2026. */
export const sayDay = (day: string): string => formatDay({ locale: languageNow() }, day)

/** Why these days cannot be kept beside those that are there, by field; undefined means they can. */
export function whyNotPeriod({ fromOn, toOn }: Period, others: OpenPeriod[]): { field: 'fromOn' | 'toOn'; problem: string } | undefined {
  if (toOn && toOn < fromOn) return { field: 'toOn', problem: t.errors.endsFirst }
  // Of a term without any day nothing is known that could be in the way.
  const known = others.filter((other) => other.fromOn !== null || other.toOn)
  const overlaps = known.find((other) => fromOn <= (other.toOn ?? farAway) && (other.fromOn ?? longAgo) <= (toOn ?? farAway))
  if (!overlaps) return undefined
  const problem = overlaps.fromOn
    ? t.errors.overlaps({ start: sayDay(overlaps.fromOn), end: overlaps.toOn ? sayDay(overlaps.toOn) : undefined })
    : t.errors.overlapsUnknown
  return { field: 'fromOn', problem }
}

/** The days that two periods share; undefined where there are none. A beginning that is not known has always been. */
export function overlap(
  a: { fromOn: string; toOn: string | null },
  b: { fromOn: string | null; toOn: string | null },
): { fromOn: string; toOn: string | null } | undefined {
  const fromOn = b.fromOn !== null && b.fromOn > a.fromOn ? b.fromOn : a.fromOn
  const ends = [a.toOn, b.toOn].filter((day) => day !== null).sort()
  const toOn = ends[0] ?? null
  return toOn !== null && toOn < fromOn ? undefined : { fromOn, toOn }
}

/** Which kinds an organisation of this kind can belong to. */
export const whyNotParent = (kind: OrganisationKind, parent: OrganisationKind): string | undefined => {
  const fits = kind === 'institution' ? parent === 'consortium' : parent === 'vendor' && (kind === 'affiliate' || kind === 'reseller')
  return fits ? undefined : t.errors.parent
}

/** Does it hold on this day? */
export const isCurrent = ({ fromOn, toOn }: OpenPeriod, day: string): boolean =>
  (fromOn === null || fromOn <= day) && (!toOn || day <= toOn)

// Providers where anybody gets an address: it says nothing about where somebody works. The first are there in many countries.
const freeMailAnywhere =
  /^(?:gmx|googlemail|hotmail|live|outlook|yahoo|aol|yandex|posteo|protonmail|tutanota|zoho|zohomail|terra)\.(?:com|net|(?:com?\.)?[a-z]{2})$/
const freeMail = new Set(
  `gmail.com msn.com ymail.com rocketmail.com passport.com icloud.com me.com mac.com appleid.com proton.me pm.me tuta.com tuta.io
  tutamail.com keemail.me mailbox.org mail.com email.com fastmail.com fastmail.fm hey.com hushmail.com runbox.com mailfence.com startmail.com
  riseup.net disroot.org duck.com mozmail.com web.de t-online.de freenet.de arcor.de online.de email.de kabelmail.de 
  bluewin.ch hispeed.ch aon.at chello.at mail.ru bk.ru list.ru inbox.ru internet.ru rambler.ru ya.ru ukr.net i.ua meta.ua abv.bg mail.bg
  qq.com foxmail.com 163.com 126.com yeah.net sina.com sina.cn sohu.com aliyun.com 139.com 189.cn naver.com daum.net hanmail.net nate.com
  kakao.com nifty.com docomo.ne.jp ezweb.ne.jp softbank.ne.jp hinet.net orange.fr free.fr laposte.net wanadoo.fr sfr.fr neuf.fr
  bbox.fr numericable.fr club-internet.fr aliceadsl.fr libero.it virgilio.it tiscali.it alice.it tin.it fastwebnet.it email.it inwind.it
  telefonica.net ono.com movistar.es sapo.pt seznam.cz centrum.cz email.cz volny.cz post.cz azet.sk zoznam.sk centrum.sk wp.pl o2.pl
  onet.pl onet.eu interia.pl interia.eu gazeta.pl tlen.pl freemail.hu citromail.hu t-online.hu inbox.lv inbox.lt mail.ee otenet.gr
  uol.com.br bol.com.br ig.com.br comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net
  earthlink.net juno.com optonline.net frontier.com windstream.net rogers.com shaw.ca sympatico.ca telus.net videotron.ca btinternet.com
  sky.com virginmedia.com talktalk.net ntlworld.com blueyonder.co.uk tiscali.co.uk eircom.net bigpond.com bigpond.net.au optusnet.com.au
  iinet.net.au xtra.co.nz rediffmail.com walla.co.il walla.com netvision.net.il mynet.com ziggo.nl kpnmail.nl planet.nl home.nl hetnet.nl
  xs4all.nl casema.nl chello.nl upcmail.nl telenet.be skynet.be proximus.be telia.com bredband.net online.no broadpark.no tdcadsl.dk
  mail.dk kolumbus.fi elisanet.fi luukku.com suomi24.fi`.split(/\s+/),
)

/** Is this a provider where anybody gets an address? */
export const isFreeMail = (registrable: string): boolean => freeMail.has(registrable) || freeMailAnywhere.test(registrable)
