import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readMessage } from '../../src/lib/mail/parse.ts'
import { greet } from '../dialogue.ts'
import { mail } from '../mail.ts'
import { type Sink, startSink } from '../sink.ts'
import { missing, mutt, run, swaks } from './programs.ts'
import { domain, serve, until } from './serving.ts'

let sink: Sink
let rapport: Awaited<ReturnType<typeof serve>>

beforeAll(async () => {
  sink = await startSink({ keep: true })
  rapport = await serve({ RAPPORT_RELAY: `smtp://127.0.0.1:${sink.port}` })
})

afterAll(async () => {
  await rapport?.end()
  await sink?.close()
})

const maria = 'maria@maria.example'
const sent = (email: string, subject: RegExp) =>
  until(`${subject} at ${email}`, () => sink.messages.find(({ to, data }) => to.includes(email) && subject.test(data.toString())))

const noSwaks = missing('swaks')
describe.skipIf(noSwaks)(`swaks${noSwaks ? ` (skipped: ${noSwaks})` : ''}`, () => {
  test('the line of the README is answered with 250, and the mail is in the archive', async () => {
    const readme = readFileSync(resolve(import.meta.dirname, '../../README.md'), 'utf8')
    const line = /^swaks (?:.*\n)*?(?=```)/m.exec(readme)?.[0] ?? ''
    const ours = line.replace('127.0.0.1:2525', `127.0.0.1:${rapport.smtpPort}`).replace('@lists.localhost', `@${domain}`)
    const { code, output } = await run('sh', ['-c', ours.replace(/maren\.oduya@\S+/, maria)])
    expect([code, output]).toEqual([0, expect.stringMatching(/^<- {2}250 2\.0\.0 Kept/m)])
    await rapport.archived('A first mail')
  })

  test('an address that is nobody’s is answered with 550', async () => {
    expect((await swaks(rapport.smtpPort, maria, `nothing@${domain}`)).output).toMatch(/^<\*\* 550 5\.1\.1 /m)
    expect((await swaks(rapport.smtpPort, maria, 'maria@elsewhere.example')).output).toMatch(/^<\*\* 550 5\.7\.1 /m)
  })

  test('a mail that is too large is answered with 552', async () => {
    const input = `Subject: Large\n\n${`${'x'.repeat(75)}\n`.repeat(500_000)}`
    const args = ['--server', '127.0.0.1', '--port', String(rapport.smtpPort), '--from', maria, '--to', rapport.list, '--data', '-']
    expect((await run('swaks', [...args, '--suppress-data'], { input })).output).toMatch(/^<\*\* 552 5\.3\.4 /m)
  })
})

const noMutt = missing('mutt')
describe.skipIf(noMutt)(`mutt${noMutt ? ` (skipped: ${noMutt})` : ''}`, () => {
  test('a mail and the reply to it land in one thread', async () => {
    const first = await mutt(rapport.smtpPort, maria, ['-s', 'Grüße from Mutt', rapport.list], 'How do you do this? Ä.\n')
    expect(first).toEqual({ code: 0, output: '' })
    const post = await rapport.archived('Grüße from Mutt')

    const { data } = await sent('susi@susi.example', /^Subject: .*Mutt/m)
    const id = /^Message-ID: (<.*>)/im.exec(data.toString())?.[1]
    const draft = `To: ${rapport.list}\nSubject: Re: Greetings\nIn-Reply-To: ${id}\nReferences: ${id}\n\nLike this.\n`
    expect(await mutt(rapport.smtpPort, 'susi@susi.example', [], '', draft)).toMatchObject({ code: 0 })
    const reply = await rapport.archived('Re: Greetings')
    expect(reply.threadId).toBe(post.threadId)
    expect(`<${reply.refs.at(-1)}>`).toBe(id)
  })

  test('somebody subscribes by mail and answers the question', async () => {
    const nina = 'nina@nina.example'
    expect(await mutt(rapport.smtpPort, nina, ['-s', 'subscribe', `catalogo-l-subscribe@${domain}`], '')).toMatchObject({ code: 0 })
    const { data } = await sent(nina, /^Reply-To:/im)
    const question = readMessage(data)
    const answer = /reply\+[^@\s>]+@lists\.example\.org/.exec(data.toString())?.[0] ?? ''
    expect(await mutt(rapport.smtpPort, nina, ['-s', `Re: ${question.subject}`, answer], 'Yes.\n')).toMatchObject({ code: 0 })
    await until('the subscription', () =>
      rapport.db
        .selectFrom('subscription')
        .innerJoin('address', 'address.id', 'subscription.addressId')
        .select('subscription.id')
        .where('subscription.listId', '=', rapport.otherListId)
        .where('address.email', '=', nina)
        .executeTakeFirst(),
    )
  })
})

const python = '/usr/bin/python3'
const hasDkimpy = (await run(python, ['-c', 'import dkim'])).code === 0
describe.skipIf(!hasDkimpy)(`dkimpy${hasDkimpy ? '' : ' (skipped: python3-dkim not installed)'}`, () => {
  test('finds the signature and the ARC set of a delivered copy right, and a changed copy wrong', async () => {
    const client = await greet(rapport.smtpPort)
    const data = mail({ from: maria, to: rapport.list, subject: 'To be verified, ä', text: 'From here\r\n\r\n.. to there \r\n\r\n' })
    expect(await client.send({ data, to: [rapport.list] })).toBe('250 2.0.0 Kept')
    const copy = (await sent('susi@susi.example', /^Subject: .*verified/m)).data

    const records = JSON.stringify(await rapport.dkimRecords())
    // dkimpy reads Ed25519 only where it finds PyNaCl.
    const second = (await run(python, ['-c', 'import nacl'])).code === 0
    const verify = async (raw: Buffer) => {
      const { code, output } = await run(python, [resolve(import.meta.dirname, 'verify.py'), records], {
        input: raw,
      })
      return code === 0 ? JSON.parse(output) : output
    }
    expect(await verify(copy)).toMatchObject({ dkim: [true, second], arc: 'pass', sets: 1 })
    expect(await verify(Buffer.from(copy.toString('latin1').replace('to there', 'to where'), 'latin1'))).toMatchObject({
      dkim: [false, false],
      arc: 'fail',
    })
  })
})
