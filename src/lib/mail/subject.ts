// Replies and forwards as mail programs of other languages say them, beside the `re`, `fw` and `fwd` of RFC 5256 §2.1.
const words = [
  ...['re', 'fw', 'fwd'],
  ...['aw', 'wg', 'antwort'], // German
  ...['sv', 'vs', 'vb', 'vl', 'vid'], // Danish, Norwegian, Swedish, Finnish
  ...['antw', 'betr', 'doorst'], // Dutch
  ...['tr', 'rép', 're[fp]', 'réf'], // French
  ...['rif', 'rv', 'enc', 'res'], // Italian, Spanish, Portuguese
  ...['odp', 'pd', 'ynt', 'ilt', 'İlt', 'atb', 'vá', 'továbbítás'], // Polish, Turkish, Welsh, Hungarian
  ...['odg', 'ats', 'bls', 'trs', 'trả lời', 'chuyển tiếp'], // Croatian, Lithuanian, Indonesian, Vietnamese
  ...['отв', 'ответ', 'пер', 'отг', 'відп', 'на', 'απ', 'σχετ', 'πρθ', 'השב', 'תשובה', 'הועבר', 'رد', 'إعادة توجيه'],
  ...['回复', '回覆', '答复', '答覆', '转发', '轉寄', '轉發', '返信', '転送', '회신', '답장', '전달', 'ตอบกลับ', 'ส่งต่อ'],
].join('|')

const blob = String.raw`\[[^[\]]*\]\s*`
// `Re:`, `RE[2]:`, `Re(3):`, `Re^2:`, `Re [list]:`, with the colon of either width.
const leader = new RegExp(String.raw`^(?:${blob})*(?:${words})\s*(?:(?:\[[^[\]]*\]|\(\d+\)|\^\d+|\d+)\s*)?[:：]\s*`, 'iu')
const leadingBlob = new RegExp(`^${blob}`, 'u')
const forwarded = /^\[fwd:(.*)\]$/iu

/** What a subject is about, and whether it says that it answers or forwards. */
export interface Subject {
  base: string
  isReply: boolean
}

function stripLeaders(subject: string): Subject {
  let base = subject
  let isReply = false
  for (;;) {
    const rest = base
      .replace(/\(fwd\)$/i, '')
      .trimEnd()
      .replace(leader, '')
    if (rest !== base) {
      isReply = true
      base = rest
      continue
    }
    const bare = base.replace(leadingBlob, '')
    // A subject that is nothing but a tag keeps it.
    if (bare === base || bare === '') return { base, isReply }
    base = bare
  }
}

/** Reads a decoded subject by RFC 5256 §2.1, with the reply marks of other languages and programs. */
export function readSubject(subject: string): Subject {
  // A subject line is far shorter; each mark costs a pass over the rest.
  let { base, isReply } = stripLeaders(subject.slice(0, 1000).replace(/\s+/g, ' ').trim())
  for (let inner = forwarded.exec(base); inner; inner = forwarded.exec(base)) {
    base = stripLeaders((inner[1] ?? '').trim()).base
    isReply = true
  }
  return { base, isReply }
}

/** The subject without reply and forward marks and list tags, in the author's own letters. */
export const baseSubject = (subject: string): string => readSubject(subject).base
