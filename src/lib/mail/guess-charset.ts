// What 8-bit text is that names no charset and is no UTF-8. Western European unless its bytes say otherwise: letters of another alphabet come
// in runs that no Western word has, and those of Central Europe are signs in Windows-1252 that stand in no word.

/** Enough to tell; a longer text says the same again. */
const looked = 1 << 14

const isLetter = (byte: number): boolean => byte >= 0x80 || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)

/**
 * The likeliest charset of bytes that are not UTF-8, as decoders call it: `koi8-r`, `windows-1251`, `shift_jis`, `euc-jp`, `euc-kr`, `gb18030`,
 * `iso-8859-2`, else `windows-1252`.
 */
export function guessCharset(bytes: Uint8Array): string {
  const some = bytes.subarray(0, looked)
  return japanese(some) ?? eastAsian(some) ?? cyrillic(some) ?? centralEuropean(some) ?? 'windows-1252'
}

/** ISO-2022-JP is ASCII but for its escape sequences (RFC 1468). */
export function isIso2022Jp(bytes: Uint8Array): boolean {
  const at = bytes.indexOf(0x1b)
  if (at < 0) return false
  const [first, second] = [bytes[at + 1], bytes[at + 2]]
  return (first === 0x24 && (second === 0x40 || second === 0x42)) || (first === 0x28 && (second === 0x4a || second === 0x49))
}

const isKana = (lead: number, trail: number): boolean =>
  (lead === 0x82 && trail >= 0x9f && trail <= 0xf1) || (lead === 0x83 && trail >= 0x40 && trail <= 0x96 && trail !== 0x7f)
const isShiftJis = (lead: number, trail: number): boolean =>
  ((lead >= 0x81 && lead <= 0x9f) || (lead >= 0xe0 && lead <= 0xef)) && trail >= 0x40

/** Shift_JIS by its kana, which no Japanese text is without: 82 9F–F1 and 83 40–96. */
function japanese(bytes: Uint8Array): string | undefined {
  let [kana, others] = [0, 0]
  for (let at = 0; at < bytes.length; at++) {
    const [lead, trail = 0] = [bytes[at] as number, bytes[at + 1]]
    if (lead < 0x80) continue
    if (isKana(lead, trail)) kana++
    else if (!isShiftJis(lead, trail)) others++
    at++
  }
  return kana >= 2 && kana > others * 2 ? 'shift_jis' : undefined
}

/** The pairs of runs of bytes from A1 on, where each run has an even number of them; undefined where one has not. */
function pairsOf(bytes: Uint8Array): { leads: number[]; trails: number[]; longest: number } | undefined {
  const [leads, trails]: [number[], number[]] = [[], []]
  let longest = 0
  for (let at = 0; at < bytes.length; at++) {
    const from = at
    while (at < bytes.length && (bytes[at] as number) >= 0xa1) at++
    const length = at - from
    // Cut off where we stop looking, the last run may have any length.
    if (length % 2 === 1 && at < bytes.length) return undefined
    longest = Math.max(longest, length)
    for (let i = from; i + 1 < at; i += 2) {
      leads.push(bytes[i] as number)
      trails.push(bytes[i + 1] as number)
    }
    if (at < bytes.length && (bytes[at] as number) >= 0x80) return undefined
  }
  return leads.length === 0 ? undefined : { leads, trails, longest }
}

/** EUC: two bytes a character, the second from A1 on. Cyrillic words have hardly a byte below C0. */
function eastAsian(bytes: Uint8Array): string | undefined {
  const pairs = pairsOf(bytes)
  if (!pairs || pairs.longest < 4) return undefined
  const { leads, trails } = pairs
  const low = [...leads, ...trails].filter((byte) => byte < 0xc0).length
  if (low < leads.length * 0.3) return undefined
  const share = (is: (lead: number) => boolean) => leads.filter(is).length / leads.length
  if (share((lead) => lead === 0xa4 || lead === 0xa5) >= 0.2) return 'euc-jp'
  if (leads.length >= 5 && share((lead) => lead >= 0xb0 && lead <= 0xc8) === 1) return 'euc-kr'
  return share((lead) => lead >= 0xb0 && lead <= 0xf7) >= 0.6 ? 'gb18030' : undefined
}

/** Words of three letters and more from C0 on: in KOI8-R the small ones come first, in Windows-1251 the capitals. */
function cyrillic(bytes: Uint8Array): string | undefined {
  let [inWords, high, firstHalf] = [0, 0, 0]
  for (let at = 0; at < bytes.length; at++) {
    const from = at
    while (at < bytes.length && (bytes[at] as number) >= 0xc0) at++
    if ((bytes[at] ?? 0) >= 0x80) high++
    high += at - from
    if (at - from < 3) continue
    inWords += at - from
    // The first letter may be a capital in any text.
    firstHalf += bytes.subarray(from + 1, at).filter((byte) => byte < 0xe0).length
  }
  if (inWords < 4 || inWords < high * 0.6) return undefined
  return firstHalf > inWords - firstHalf ? 'koi8-r' : 'windows-1251'
}

// ą ł ś š ť ź ž ż, Ł Ś Š Ť Ź Ž Ż in ISO-8859-2; in Windows-1252 these are ± ³ ¶ ¹ » ¼ ¾ ¿, £ ¦ © « ¬ ® ¯.
const central = new Set([0xa3, 0xa6, 0xa9, 0xab, 0xac, 0xae, 0xaf, 0xb1, 0xb3, 0xb6, 0xb9, 0xbb, 0xbc, 0xbe, 0xbf])
// «Qué», ¿qué, £x, ©x, ±x: what a Western text has before a word; and behind one: m³, x¹, name®.
const opening = new Set([0xa3, 0xa9, 0xab, 0xb1, 0xbb, 0xbf])
const closing = new Set([0xa9, 0xab, 0xae, 0xb3, 0xb9, 0xbb])

/** How much a sign with these neighbours is a letter. */
function isInWord(byte: number, before: boolean, after: boolean): number {
  if (before && after) return 1
  if (after) return opening.has(byte) ? 0 : 1
  return before && !closing.has(byte) ? 0.5 : 0
}

/** What would be a sign in a Western text stands inside words. */
function centralEuropean(bytes: Uint8Array): string | undefined {
  if (bytes.some((byte) => byte >= 0x80 && byte <= 0x9f)) return undefined
  let [letters, signs] = [0, 0]
  for (const [at, byte] of bytes.entries()) {
    if (!central.has(byte)) continue
    const weight = isInWord(byte, isLetter(bytes[at - 1] ?? 0), isLetter(bytes[at + 1] ?? 0))
    letters += weight
    if (weight === 0) signs++
  }
  return letters >= 1 && letters > signs ? 'iso-8859-2' : undefined
}
