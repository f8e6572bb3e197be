import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { BounceClass, Report } from '../../src/lib/mail/bounce/report.ts'
import { readBounce } from '../../src/lib/mail/bounce.ts'
import { readMessage } from '../../src/lib/mail/parse.ts'
import { sharedData } from '../shared.ts'

const folder = sharedData('bounces')

function read(suite: string, file: string): Report {
  const raw = readFileSync(join(folder ?? '', suite, file))
  return readBounce(readMessage(raw), raw)
}

const expectations = <T>(suite: string): [string, T][] =>
  folder ? Object.entries(JSON.parse(readFileSync(join(folder, suite, 'expected.json'), 'utf8')) as Record<string, T>) : []

const lower = (addresses: string[]) => addresses.map((address) => address.toLowerCase()).sort()
/** Who is named: a report that names nobody still tells why, which the suites do not ask. */
const permanent = ({ recipients }: Report) => lower(recipients.filter((one) => one.permanent && one.address).map(({ address }) => address))
const temporary = ({ recipients }: Report) => lower(recipients.filter((one) => !one.permanent).map(({ address }) => address))

describe.skipIf(!folder)('the bounces that Mailman and its successor know', () => {
  /** Where an answer differs from the suite. */
  const differences: Record<string, string> = {
    'flufl.bounce/sendmail_01.txt': 'an alias is named with what it stands for; the Mailman suite expects both, this one only the second',
  }

  test.each(['flufl.bounce', 'mailman2'])('%s: every address, and no delay counts', (suite) => {
    let [wanted, found] = [0, 0]
    const wrong: string[] = []
    for (const [file, mail] of expectations<{ permanent?: string[]; temporary?: string[]; addresses?: string[]; temporary_only?: boolean }>(
      suite,
    )) {
      const report = read(suite, file)
      const dead = lower(mail.permanent ?? mail.addresses ?? [])
      wanted += dead.length
      found += dead.filter((address) => permanent(report).includes(address)).length
      const delayed = mail.temporary?.length || mail.temporary_only
      if (delayed) expect(permanent(report), file).toEqual([])
      if (mail.temporary) expect(temporary(report), file).toEqual(lower(mail.temporary))
      if (permanent(report).join() !== dead.join()) wrong.push(`${suite}/${file}`)
    }
    console.log(`${suite}: ${found} of ${wanted} addresses found`)
    expect(found / wanted).toBeGreaterThanOrEqual(0.99)
    expect(wrong).toEqual(Object.keys(differences).filter((file) => file.startsWith(`${suite}/`)))
  })
})

describe.skipIf(!folder)('the bounces that Sisimai knows', () => {
  interface Row {
    reason: string
    hardbounce: boolean
  }

  /** Sisimai's reasons, and the classes that mean the same. Its `filtered` is "user unknown" that it believes to be a filter's. */
  const classes: Record<string, BounceClass[]> = {
    userunknown: ['address'],
    hostunknown: ['address'],
    hasmoved: ['address'],
    notaccept: ['address'],
    mailboxfull: ['mailbox'],
    suspend: ['mailbox'],
    onhold: ['mailbox', 'unknown'],
    filtered: ['policy', 'content', 'mailbox'],
    rejected: ['policy'],
    blocked: ['policy'],
    policyviolation: ['policy', 'content'],
    authfailure: ['policy'],
    securityerror: ['policy'],
    norelaying: ['policy'],
    requireptr: ['policy'],
    badreputation: ['policy'],
    toomanyconn: ['policy'],
    speeding: ['policy'],
    spamdetected: ['content', 'policy'],
    virusdetected: ['content', 'policy'],
    mesgtoobig: ['content'],
    exceedlimit: ['content'],
    contenterror: ['content'],
    notcompliantrfc: ['content'],
    syntaxerror: ['content', 'transport'],
    expired: ['transport'],
    networkerror: ['transport'],
    systemerror: ['transport'],
    mailererror: ['transport', 'unknown'],
    systemfull: ['mailbox', 'transport'],
    undefined: ['unknown', 'transport'],
    delivered: ['unknown'],
    vacation: ['unknown'],
    feedback: ['content', 'policy'],
  }

  /** Where hard or soft differs, and why. */
  const differences: Record<string, string> = {
    'lhost-apachejames-01.eml': '"no such user here": Sisimai takes it for a filter',
    'lhost-exchange2003-04.eml': '"Recipient Not Found": Sisimai takes it for a filter',
    'lhost-exim-37.eml': 'the domain that does not exist is the sender’s, said after the message was taken: nothing against the recipient',
    'lhost-postfix-07.eml': '"550 User unknown" without more: Sisimai takes it for a filter',
    'lhost-sendmail-02.eml': '"5.2.1 User Unknown", which Sisimai calls hard in eight other mails',
    'lhost-sendmail-14.eml': 'a person forwards a bounce that is about another house',
    'lhost-sendmail-27.eml': '"User unknown" in answer to a pipelined RCPT, with 5.1.1 in the transcript',
    'lhost-x1-02.eml': '"User unknown" without more: Sisimai takes it for a filter',
    'lhost-x2-02.eml': '"This user doesn’t have a … account", twice: Sisimai takes it for a filter',
    'lhost-zoho-02.eml': '"Invalid Address … 5.2.1 User Unknown": Sisimai takes it for a filter',
    'rfc3464-35.eml': '"550 user unknown" without more: Sisimai takes it for a filter',
    'rfc3464-42.eml': '"The email account that you tried to reach does not exist": Sisimai takes it for a filter',
  }

  /** Where the number of recipients differs, and why. */
  const otherNumber: Record<string, string> = {
    'arf-11.eml': 'the complaint hides the recipient; the token of the address that it came to tells',
    'arf-15.eml': 'the same',
    'lhost-sendmail-14.eml': 'a person forwards a bounce',
    'rfc3464-28.eml': 'the same recipient twice',
  }

  const rows = expectations<Row[]>('sisimai')

  test('at least 95 of 100 are hard or soft alike', () => {
    let [all, alike, alikeClass] = [0, 0, 0]
    const [wrong, wrongNumber] = [new Set<string>(), new Set<string>()]
    for (const [file, expected] of rows) {
      const { kind, recipients } = read('sisimai', file)
      if (recipients.length !== expected.length) wrongNumber.add(file)
      for (const [number, { reason, hardbounce }] of expected.entries()) {
        const recipient = recipients[number]
        const hard = kind === 'bounce' && recipient?.permanent === true && recipient.class === 'address'
        all += 1
        if (hard === hardbounce) alike += 1
        else wrong.add(file)
        if (recipient && classes[reason]!.includes(recipient.class)) alikeClass += 1
      }
    }
    const percent = (part: number) => `${part} of ${all} (${((100 * part) / all).toFixed(1)} %)`
    console.log(`sisimai: hard or soft alike ${percent(alike)}, class alike ${percent(alikeClass)}`)
    expect(alike / all).toBeGreaterThanOrEqual(0.95)
    expect(alikeClass / all).toBeGreaterThanOrEqual(0.88)
    expect([...wrong]).toEqual(Object.keys(differences))
    expect([...wrongNumber]).toEqual(Object.keys(otherNumber))
  })

  test('every complaint and every absence notice is one', () => {
    for (const [file] of rows.filter(([, expected]) => expected[0]?.reason === 'feedback'))
      expect(read('sisimai', file).kind, file).toBe('complaint')
    for (const [file] of rows.filter(([, expected]) => expected[0]?.reason === 'vacation'))
      expect(read('sisimai', file).kind, file).toBe('auto-reply')
  })

  test('what is no bounce is taken for none', () => {
    const others = readdirSync(join(folder ?? '', 'sisimai-not-bounce')).filter((file) => file.endsWith('.eml'))
    expect(others).toHaveLength(2)
    for (const file of others) expect(read('sisimai-not-bounce', file), file).toEqual({ kind: 'none', recipients: [] })
    for (const [file] of rows.filter(([, expected]) => !expected.length)) expect(read('sisimai', file).kind, file).toBe('none')
  })
})

describe.skipIf(!folder)('reports of other suites', () => {
  const answer = (suite: string, file: string) => {
    const { kind, recipients } = read(suite, file)
    return [kind, ...recipients.map((one) => `${one.address} ${one.permanent} ${one.class} ${one.status}`)]
  }

  test.each([
    ['mimekit-dsn/delivery-status.txt', ['bounce', 'newsletter-request@imusic.com true address 5.0.0']],
    ['mimekit-dsn/delivery-status-no-blank-line.txt', ['bounce', 'newsletter-request@imusic.com true address 5.0.0']],
    ['mimekit-dsn/delivery-status-multiple-blank-lines.txt', ['bounce', 'orig_recip@customer.com true unknown 5.5.0']],
    ['mimekit-dsn/delivery-status2.txt', ['bounce', 'source@domain.com true address 5.0.0']],
    ['mimekit-dsn/disposition-notification.txt', ['auto-reply', 'Joe_Recipient@example.com false unknown null']],
    ['mimekit-dsn/feedback-report.txt', ['complaint', 'user@example.com false content null']],
    ['postal-mime-bounce/bounce.eml', ['bounce', 'htfgvhyufthdgcvhgjyfthgc@ethereal.email true address 5.0.0']],
    ['ruby-mail-reports/multipart_report_multiple_status.eml', ['bounce', 'u@ci.com true mailbox 5.3.0']],
  ])('%s', (path, expected) => {
    const [suite = '', file = ''] = path.split('/')
    expect(answer(suite, file)).toEqual(expected)
  })

  test.each(['multi_address_bounce1.eml', 'multi_address_bounce2.eml'])('ruby-mail-reports/%s: each of several unknown users', (file) => {
    const { kind, recipients } = read('ruby-mail-reports', file)
    expect(kind).toBe('bounce')
    expect(recipients.length).toBeGreaterThan(1)
    for (const one of recipients) expect(one).toMatchObject({ permanent: true, class: 'address', status: '5.1.1' })
  })
})

describe.skipIf(!sharedData('threading'))('the mail of people', () => {
  test('years of a list: no message is taken for a bounce', () => {
    const months = join(sharedData('threading') ?? '', 'pipermail-twisted', 'twisted-web')
    const texts = readdirSync(months)
      .filter((file) => file.endsWith('.txt'))
      .map((file) => readFileSync(join(months, file), 'latin1'))
    const mails = texts
      .flatMap((text) => text.split(/^(?=From \S.*\d{4}$)/m))
      .map((text) => Buffer.from(text.replace(/^From .*\n/, ''), 'latin1'))
    const taken = mails.map((raw) => readBounce(readMessage(raw), raw)).filter(({ kind }) => kind !== 'none')
    console.log(`people: ${taken.length} of ${mails.length} taken for a report`)
    expect(taken).toEqual([])
  })
})
