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

/** How strangers get a file: as it is, with its addresses hidden, or not at all, because it is mail, a card or a page full of them. */
export function shownToStrangers({ filename, type, content }: Attached): 'whole' | 'hidden' | 'kept' {
  if (mailTypes.test(type) || mailNames.test(filename)) return 'kept'
  const beginning = Buffer.from(content.subarray(0, 4_096)).toString('latin1')
  // Letters of two bytes each hide nothing from a reader, and everything from a search for addresses.
  const wide = beginning.startsWith('\u00ff\u00fe') || beginning.startsWith('\u00fe\u00ff')
  const words = /^text\//i.test(type) || !beginning.includes('\0')
  if (words && mailBegins.test(beginning)) return 'kept'
  if (/^text\//i.test(type) || textNames.test(filename)) return wide || beginning.includes('\0') ? 'kept' : 'hidden'
  return 'whole'
}
