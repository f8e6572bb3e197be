interface Parts {
  from: string
  to?: string
  subject?: string
  id?: string
  inReplyTo?: string
  references?: string[]
  date?: Date
  text?: string
  headers?: string[]
  attachment?: { name: string; content: string | Uint8Array }
}

let number = 0

/** A plain mail as a mail program writes it; everything but From may be left out. */
export function mail({
  from,
  to = 'lectio-l@lists.localhost',
  subject = 'A mail',
  id,
  inReplyTo,
  references,
  date = new Date('2026-10-16T08:00:00Z'),
  text = 'Text.',
  headers = [],
  attachment,
}: Parts): Buffer {
  const boundary = 'limit'
  const body = attachment
    ? [
        `--${boundary}`,
        'Content-Type: text/plain; charset=utf-8',
        '',
        text,
        `--${boundary}`,
        'Content-Type: application/octet-stream',
        `Content-Disposition: attachment; filename="${attachment.name}"`,
        'Content-Transfer-Encoding: base64',
        '',
        Buffer.from(attachment.content).toString('base64'),
        `--${boundary}--`,
      ]
    : [text]
  const lines = [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Date: ${date.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${id ?? `${++number}.${Date.now()}@test.example`}>`,
    ...(inReplyTo ? [`In-Reply-To: <${inReplyTo}>`] : []),
    ...(references ? [`References: ${references.map((reference) => `<${reference}>`).join(' ')}`] : []),
    'MIME-Version: 1.0',
    attachment ? `Content-Type: multipart/mixed; boundary=${boundary}` : 'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    ...headers,
    '',
    ...body,
    '',
  ]
  return Buffer.from(lines.join('\n').replaceAll('\n', '\r\n'))
}
