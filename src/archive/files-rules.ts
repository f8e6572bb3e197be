/** What is known of a file that hangs on a message. */
export interface Attached {
  filename: string
  type: string
  content: Uint8Array
}

const mailTypes =
  /^(?:message\/|multipart\/|application\/(?:mbox|ms-tnef|vnd\.ms-outlook)|text\/(?:x-)?(?:vcard|directory|calendar|html|rfc822-headers))/i
const mailNames = /\.(?:eml|msg|mbox|mbx|pst|vcf|ics|html?|dat)$/i
// Many mail programs send these as bytes of no type.
const textNames = /\.(?:txt|text|md|csv|tsv|log|json|xml|ya?ml|tex|srt)$/i
const mailBegins = /^(?:From |(?:From|To|Cc|Received|Return-Path|Message-ID|Delivered-To|DKIM-Signature|MIME-Version):|BEGIN:V)/im

// No words are in them that a program reads.
const wordless = /^(?:image|audio|video|font)\/|^application\/(?:x-)?(?:pgp-|pkcs7-|gzip)/i

/** Whether what a file says may be found, by what the mail calls it: those who see no addresses have no files that are full of them. */
export const mayBeFound = ({ filename, type }: Omit<Attached, 'content'>): boolean =>
  !mailTypes.test(type) && !mailNames.test(filename) && !wordless.test(type)

const beginningOf = (content: Uint8Array): string => Buffer.from(content.subarray(0, 4_096)).toString('latin1')

// Letters of two bytes each hide nothing from a reader, and everything from a search for addresses.
const isWide = (beginning: string): boolean => beginning.startsWith('\u00ff\u00fe') || beginning.startsWith('\u00fe\u00ff')

// What Outlook packs has a letter with its addresses in it, whatever it is called.
const isPacked = (beginning: string): boolean => beginning.startsWith('x\u009f>"')

/** Whether a file is a mail or a card by how it begins, or a text in which no addresses can be hidden, whatever it is called. */
export function isLikeMail(content: Uint8Array): boolean {
  const beginning = beginningOf(content)
  return isWide(beginning) || isPacked(beginning) || (!beginning.includes('\0') && mailBegins.test(beginning))
}

/** How strangers get a file: as it is, with its addresses hidden, or not at all, because it is mail, a card or a page full of them. */
export function shownToStrangers({ filename, type, content }: Attached): 'whole' | 'hidden' | 'kept' {
  if (mailTypes.test(type) || mailNames.test(filename)) return 'kept'
  const beginning = beginningOf(content)
  const words = /^text\//i.test(type) || !beginning.includes('\0')
  if (isPacked(beginning) || (words && mailBegins.test(beginning))) return 'kept'
  if (/^text\//i.test(type) || textNames.test(filename)) return isWide(beginning) || beginning.includes('\0') ? 'kept' : 'hidden'
  return 'whole'
}
