// Makes a believable archive of a discussion list as an mbox, the same for the same seed.
// node bench/corpus.ts FILE [--messages 100000] [--seed 1]

import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { parseArgs } from 'node:util'

/** Park and Miller's generator: the same mails on every machine. */
function makeRandom(seed: number) {
  let state = (seed % 2147483646) + 1
  const next = () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
  return {
    next,
    below: (limit: number) => Math.floor(next() * limit),
    pick: <T>(values: readonly T[]): T => values[Math.floor(next() * values.length)] as T,
    /** Small numbers often, large ones now and then, as words and writers are spread (Zipf). */
    rank: (limit: number) => Math.min(limit - 1, Math.floor(limit ** next()) - 1),
  }
}
type Random = ReturnType<typeof makeRandom>

const starts = {
  en: 'the of and to in is that for it with as was on be at by this have from or one had not but what all were when we there can an your which their said if do will each about how up out them then she many some so these would other into has more her two like him see time could no make than first been its who now people my made over did down only way find use may water long little very after words called just where most know library record loan reading list module vendor export index holdings patron circulation upgrade release query report field'.split(
    ' ',
  ),
  de: 'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei Bibliothek Leseliste Ausleihe Benutzer Katalog Datensatz Fehler Suche Schnittstelle Anfrage Größe möglich Übersicht'.split(
    ' ',
  ),
  fr: 'de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec ou son mais comme on tout nous sa été ces fait aussi leur bien peut être deux même bibliothèque liste lecture prêt lecteur catalogue notice erreur recherche requête problème déjà'.split(
    ' ',
  ),
  es: 'de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está biblioteca lista lectura préstamo lector catálogo registro búsqueda petición solución'.split(
    ' ',
  ),
}
type Language = keyof typeof starts

const syllables =
  'ba be bi bo da de di do fa fe ga gi ka ke ki ko la le li lo ma me mi mo na ne ni no pa pe po ra re ri ro sa se si so ta te ti to va ve vi zu'.split(
    ' ',
  )
const first = 'Maria Otto Carla Bruno Susi Ada Vera Jonas Lena Pierre Chloé José Lucía Anders Maren Tomás Ingrid Émile Greta Wim'.split(' ')
const last = 'Oduya Keller Moreau García Lindqvist Brandt Petit Navarro Holm Weiss Santos Ferrari Bakker Nowak Dupont Schäfer'.split(' ')

/** Thousands of rarer words, so that an index has as many as that of a real list. */
const rare = (random: Random, count: number) =>
  Array.from({ length: count }, () => Array.from({ length: 2 + random.below(4) }, () => random.pick(syllables)).join(''))

const encodeWord = (text: string) => (/^[ -~]*$/.test(text) ? text : `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`)

interface Mail {
  id: string
  subject: string
  references: string[]
  text: string
  from: string
  at: number
}

/** The mails of an archive, one after another, about 2.4 kB each. */
export function* makeMails(messages: number, seed: number): Generator<string> {
  const random = makeRandom(seed)
  const rares = rare(random, 40_000)
  const people = Array.from({ length: 400 }, (_, i) => {
    const name = `${random.pick(first)} ${random.pick(last)}`
    return {
      name,
      address: `${name
        .normalize('NFD')
        .replaceAll(/[^A-Za-z ]/g, '')
        .toLowerCase()
        .replace(' ', '.')}.${i}@library${i % 90}.example`,
    }
  })
  const open: Mail[] = []
  const begin = Date.UTC(2006, 0, 2, 8)
  const step = (Date.UTC(2026, 8, 1) - begin) / messages

  const sentence = (language: Language) => {
    const words = Array.from({ length: 6 + random.below(14) }, () => {
      const common = starts[language]
      return random.next() < 0.75 ? (common[random.rank(common.length)] as string) : (rares[random.rank(rares.length)] as string)
    })
    const text = words.join(' ')
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}${random.pick(['.', '.', '.', '?', '!', ','])}`
  }
  const paragraph = (language: Language, length: number) => {
    const text = Array.from({ length }, () => sentence(language)).join(' ')
    return text.replaceAll(/(.{55,72}) /g, '$1\n')
  }

  for (let i = 0; i < messages; i++) {
    const person = people[random.rank(people.length)] as (typeof people)[number]
    const roll = random.next()
    const language: Language = roll < 0.7 ? 'en' : roll < 0.85 ? 'de' : roll < 0.93 ? 'fr' : 'es'
    const parent = open.length > 0 && random.next() < 0.72 ? (open[open.length - 1 - random.rank(open.length)] as Mail) : undefined
    const at = begin + i * step + random.below(600_000)
    const quoted = parent
      ? `On ${new Date(parent.at).toUTCString()}, ${parent.from} wrote:\n${parent.text
          .split('\n')
          .slice(0, 12)
          .map((line) => `> ${line}`)
          .join('\n')}\n\n`
      : ''
    const text = `${quoted}${Array.from({ length: 2 + random.below(3) }, () => paragraph(language, 3 + random.below(4))).join('\n\n')}\n\n-- \n${person.name}\nLibrary ${i % 90}`
    const subject = parent
      ? /^Re: /.test(parent.subject)
        ? parent.subject
        : `Re: ${parent.subject}`
      : sentence(language).slice(0, 60).trim()
    const mail: Mail = {
      id: `${i.toString(36)}.${random.below(1e9).toString(36)}@${person.address.split('@')[1]}`,
      subject,
      references: parent ? [...parent.references.slice(-9), parent.id] : [],
      text,
      from: person.name,
      at,
    }
    open.push(mail)
    if (open.length > 60) open.shift()
    yield compose(mail, person, random, i)
  }
}

function compose(mail: Mail, person: { name: string; address: string }, random: Random, i: number): string {
  const date = new Date(mail.at).toUTCString().replace('GMT', '+0000')
  const header = [
    `Return-Path: <${person.address}>`,
    `Received: from mail.${person.address.split('@')[1]} (mail.${person.address.split('@')[1]} [192.0.2.${1 + (i % 250)}])\n\tby lists.example.org (Postfix) with ESMTPS id ${i.toString(36).toUpperCase()}X4\n\tfor <lectio-l@lists.example.org>; ${date}`,
    `From: ${encodeWord(person.name)} <${person.address}>`,
    'To: lectio-l@lists.example.org',
    `Subject: ${encodeWord(mail.subject)}`,
    `Date: ${date}`,
    `Message-ID: <${mail.id}>`,
    ...(mail.references.length > 0
      ? [`In-Reply-To: <${mail.references.at(-1)}>`, `References: ${mail.references.map((id) => `<${id}>`).join('\n ')}`]
      : []),
    'MIME-Version: 1.0',
  ]
  const body = mail.text.replaceAll(/^(>*From )/gm, '>$1')
  const attached = random.next() < 0.02
  const content = attached
    ? [
        'Content-Type: multipart/mixed; boundary="part"',
        '',
        '--part\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n',
        body,
        `--part\nContent-Type: application/pdf; name="report-${i}.pdf"\nContent-Disposition: attachment; filename="report-${i}.pdf"\nContent-Transfer-Encoding: base64\n`,
        Buffer.from(Array.from({ length: 3_000 + random.below(6_000) }, () => random.below(256)))
          .toString('base64')
          .replaceAll(/(.{76})/g, '$1\n'),
        '--part--',
      ]
    : ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit', '', body]
  return `From ${person.address} ${new Date(mail.at).toUTCString().replace(/^(\w+), (\d+) (\w+) (\d+) ([\d:]+) GMT$/, '$1 $3 $2 $5 $4')}\n${[...header, ...content].join('\n')}\n\n`
}

/** Writes an archive to a file; answers with its bytes. */
export async function writeCorpus(path: string, messages: number, seed = 1): Promise<number> {
  const out = createWriteStream(path)
  let bytes = 0
  for (const mail of makeMails(messages, seed)) {
    const chunk = Buffer.from(mail)
    bytes += chunk.length
    if (!out.write(chunk)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'finish')
  return bytes
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    options: { messages: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } },
    allowPositionals: true,
  })
  const [path] = positionals
  if (!path) throw new Error('corpus: name the file to write')
  const messages = Number(values.messages)
  const bytes = await writeCorpus(path, messages, Number(values.seed))
  console.log(JSON.stringify({ path, messages, bytes, perMessage: Math.round(bytes / messages) }))
}
