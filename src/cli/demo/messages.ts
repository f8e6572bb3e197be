import { people } from './people.ts'

interface Post {
  /** The writer's first name. */
  by: string
  /** Hours after the post that it answers, or hours before now for a first one. */
  hours: number
  text: string
  replies?: Post[]
}

interface Topic {
  subject: string
  post: Post
}

const topics: Topic[] = [
  {
    subject: 'Students can’t see citations that are only “sent”',
    post: {
      by: 'Maren',
      hours: 30,
      text: 'We are in week two and the help desk has had forty calls. An instructor sends the list, the library has not processed a citation yet, and students see an empty week without any hint that something is coming.\n\nWe now publish by hand every evening at six. Does anybody have a better way?',
      replies: [
        {
          by: 'Jun',
          hours: 2,
          text: 'Same here. Our workaround is a note citation at the top, “more is coming”, which somebody has to remove again in every list.',
        },
        {
          by: 'Aoife',
          hours: 22,
          text: 'A placeholder line (“2 items are being prepared”) would do. It should not name the title before copyright is cleared, though.',
          replies: [{ by: 'Ines', hours: 3, text: 'I will put this on the agenda of the next meeting. Who else has the same?' }],
        },
      ],
    },
  },
]

/** The demo's mails, raw, oldest first. */
export function messages(now: Date): Buffer[] {
  const mails: { at: Date; raw: Buffer }[] = []
  let number = 0
  const add = (subject: string, post: Post, at: Date, references: string[]) => {
    const writer = people.find((person) => person.name.startsWith(post.by))
    if (!writer) throw new Error(`The demo has nobody called ${post.by}`)
    const id = `${++number}.demo@${writer.email.split('@')[1]}`
    const header = [
      `From: ${writer.name} <${writer.email}>`,
      'To: Lectio-L <lectio-l@lists.localhost>',
      `Subject: ${references.length > 0 ? 'Re: ' : ''}${subject}`,
      `Date: ${at.toUTCString().replace('GMT', '+0000')}`,
      `Message-ID: <${id}>`,
      ...(references.length > 0
        ? [`In-Reply-To: <${references.at(-1)}>`, `References: ${references.map((reference) => `<${reference}>`).join(' ')}`]
        : []),
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: 8bit',
    ]
    const signature = `-- \n${writer.name}\n${writer.institution}`
    mails.push({ at, raw: Buffer.from(`${header.join('\r\n')}\r\n\r\n${`${post.text}\n\n${signature}\n`.replaceAll('\n', '\r\n')}`) })
    for (const reply of post.replies ?? []) add(subject, reply, new Date(at.getTime() + reply.hours * 3_600_000), [...references, id])
  }
  for (const { subject, post } of topics) add(subject, post, new Date(now.getTime() - post.hours * 3_600_000), [])
  return mails.sort((a, b) => a.at.getTime() - b.at.getTime()).map((mail) => mail.raw)
}
