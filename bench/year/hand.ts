import { acceptMail } from '../../src/edges/mailroom/actions.ts'
import { mail } from '../../test/mail.ts'
import { signed } from '../../test/mail-door.ts'
import type { Person } from '../../test/world.ts'
import { settle, type World } from './clock.ts'
import { Effort, screens, skimmed } from './effort.ts'
import { type Form, formsOf, wordsOf } from './page.ts'

/** A letter as it came. */
export interface Received {
  kind: string
  subject: string
  text: string
  replyTo: string
  from: string
  id: string
  at: Date
}

/** A page that somebody looks at. */
export interface Page {
  path: string
  status: number
  html: string
  forms: Form[]
}

/** What somebody does on a form: what they type and choose, and which button they press. */
interface Filled {
  form: Form
  fill?: Record<string, string>
  /** By its label, value or name. */
  button?: RegExp
  /** Boxes of one name that are ticked together. */
  chosen?: Record<string, string[]>
}

let sent = 0

/** Puts a mail into the mailroom as it comes from outside, signed by its writer's domain. */
export async function sendMail(
  world: World,
  from: { name: string; email: string },
  to: string,
  parts: Partial<Parameters<typeof mail>[0]>,
): Promise<string> {
  const id = parts.id ?? `year-${++sent}@${from.email.split('@')[1]}`
  const raw = mail({ from: `${from.name} <${from.email}>`, to, date: world.clock.now, ...parts, id })
  await acceptMail(world.write, {
    raw: signed(from.email.split('@')[1] ?? '', raw),
    mailFrom: from.email,
    rcptTo: [to],
    via: 'mail',
    peer: '203.0.113.9',
    helo: 'mail.example',
  })
  return id
}

/** Somebody at their desk: reads letters, answers them, opens pages, fills forms; all of it is counted. */
export class Hand {
  readonly effort = new Effort()
  readonly inbox: Received[] = []
  /** What could not be done, for the bench to be mended. */
  readonly stuck: string[] = []
  readonly unknown = new Set<string>()
  /** What the numbers of the last week's letter stand for. */
  readonly numbers = new Map<number, { path: string; title: string }>()
  /** What they have seen to before. */
  readonly known = new Set<string>()
  person: Person
  readonly world: World
  #sent = 0
  #visitor: Awaited<ReturnType<World['as']>> | undefined

  constructor(world: World, person: Person) {
    this.world = world
    this.person = person
  }

  /** Somebody else does this work from now on. */
  handTo(person: Person): void {
    this.person = person
    this.#visitor = undefined
    this.inbox.length = 0
  }

  /** Opens a letter and reads it: all of it, or the beginning of one that only tells something. */
  open({ kind, subject, text }: Received, how: 'whole' | 'skim' | 'line' = 'skim'): void {
    this.effort.doing = `letter ${kind}`
    if (how !== 'line') {
      this.effort.click()
      this.effort.wait()
    }
    this.effort.read(subject)
    if (how !== 'line') this.effort.read(text, how === 'whole' ? undefined : skimmed)
    this.effort.think()
  }

  /** Answers a letter: Reply, the text, Send. */
  async answer(letter: Received, text: string, acts = 1, parts: Partial<Parameters<typeof mail>[0]> = {}): Promise<void> {
    const { effort } = this
    effort.click()
    effort.wait()
    effort.type(text)
    effort.click()
    effort.week.answered += 1
    for (let act = 0; act < acts; act++) effort.act(true)
    await sendMail(this.world, this.person, letter.replyTo, { subject: `Re: ${letter.subject}`, text, inReplyTo: letter.id, ...parts })
    await settle(this.world)
  }

  /** Writes a mail of their own. */
  async write(to: string, parts: { subject: string; text: string }): Promise<void> {
    this.effort.click()
    this.effort.type(`${to.slice(0, 6)}${parts.subject}${parts.text}`)
    this.effort.click()
    await sendMail(this.world, this.person, to, parts)
  }

  async #signedIn() {
    this.#visitor ??= await this.world.as(this.person)
    return this.#visitor
  }

  /** Opens a page by a link, and reads as much of it as the work needs. */
  async visit(path: string, most: number = screens.work): Promise<Page> {
    const { effort } = this
    effort.click()
    effort.wait()
    effort.week.pages += 1
    let response = await (await this.#signedIn()).get(path)
    for (let hops = 0; response.status >= 300 && response.status < 400 && hops < 5; hops++) {
      const to = new URL(response.headers.get('location') ?? '/', 'http://rapport.test')
      if (to.pathname === '/sign-in') {
        // A new link by mail: the address stands there, the code is typed.
        this.#visitor = undefined
        effort.week.pages += 2
        effort.click()
        effort.click()
        effort.type('123456')
        response = await (await this.#signedIn()).get(path)
        continue
      }
      path = `${to.pathname}${to.search}`
      response = await (await this.#signedIn()).get(path)
    }
    const html = await response.text()
    if (response.status >= 400) this.stuck.push(`${response.status} GET ${path}`)
    effort.read(wordsOf(html), most)
    return { path, status: response.status, html, forms: formsOf(html, path.split('#')[0] ?? path) }
  }

  /** One thing that is done on pages, however many forms it takes; what could only be looked at is none. */
  async thing(what: string, act: () => Promise<unknown>): Promise<void> {
    const before = this.#sent
    this.effort.doing = what
    await act().catch((error: Error) => this.stuck.push(`${what}: ${error.stack}`))
    if (this.#sent > before) this.effort.act(false)
  }

  /** What a page shows now, for who has it before them already. */
  async look(path: string): Promise<{ status: number; html: string }> {
    const response = await (await this.#signedIn()).get(path)
    return { status: response.status, html: await response.text() }
  }

  /** Fills a form and sends it. @returns whether it was taken */
  async send(page: Page, { form, fill = {}, button, chosen = {} }: Filled): Promise<string | undefined> {
    const { effort } = this
    const values: Record<string, string> = {}
    for (const { name, kind, value } of form.fields)
      if (kind !== 'file' && (kind !== 'tick' || value !== '') && (kind !== 'choice' || value !== '')) values[name] = value
    for (const [name, text] of Object.entries(fill)) {
      if (values[name] === text) continue
      const field = form.fields.find((one) => one.name === name)
      effort.click()
      if (field?.kind === 'text' || field === undefined) effort.type(text)
      values[name] = text
    }
    const pressed = button
      ? form.buttons.find(({ name, value, label }) => button.test(label) || button.test(value) || button.test(name))
      : form.buttons[0]
    if (pressed?.name) values[pressed.name] = pressed.value
    effort.think()
    effort.click()
    effort.wait()
    effort.week.pages += 1
    this.#sent += 1
    const response = await (await this.#signedIn()).post(form.action, [
      ...Object.entries(values).filter(([name]) => !(name in chosen)),
      ...Object.entries(chosen).flatMap(([name, all]) => all.map((value) => [name, value])),
    ] as never)
    await settle(this.world)
    if (response.status >= 400) {
      const said = wordsOf(await response.text())
      this.stuck.push(`${response.status} POST ${form.action} (${page.path}) ${JSON.stringify(values).slice(0, 200)} ${said.slice(0, 300)}`)
      return undefined
    }
    return response.headers.get('location') ?? form.action
  }

  /** The same at a glance: the form of a page whose address or button fits. */
  async press(page: Page, action: RegExp, filled: Omit<Filled, 'form'> = {}): Promise<string | undefined> {
    const form = page.forms.find(
      (one) =>
        action.test(one.action) &&
        (!filled.button ||
          one.buttons.some(
            ({ name, value, label }) => filled.button?.test(label) || filled.button?.test(value) || filled.button?.test(name),
          )),
    )
    if (!form) {
      this.stuck.push(`no form ${action} on ${page.path}: ${page.forms.map((one) => one.action).join(' ')}`)
      return undefined
    }
    return this.send(page, { form, ...filled })
  }
}
