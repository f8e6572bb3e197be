import type { Hand, Page } from './hand.ts'
import { type Form, formsOf } from './page.ts'

/** Does on a page what waits there. If nothing can be done there, only reading the page counts. */
type Recipe = (hand: Hand, path: string) => Promise<unknown>

const mostForms = 12
/** What the other side said is right: of the ways to sign, this one. */
const confirms = ({ fields }: Form) => fields.some(({ name, value }) => name === 'act' && value === 'confirmed')

/** Presses the button of each form whose address fits, one page after another as the browser gets them. */
async function pressAll(
  hand: Hand,
  path: string,
  action: RegExp,
  fill: Record<string, string> = {},
  fits: (form: Form) => boolean = () => true,
): Promise<void> {
  let page = await hand.visit(path)
  const done = new Set<string>()
  for (let at = 0; at < mostForms; at++) {
    const form = page.forms.find((one) => action.test(one.action) && !done.has(one.action) && fits(one))
    if (!form) return
    done.add(form.action)
    const to = await hand.send(page, { form, fill })
    if (to === undefined) return
    page = await again(hand, page.path)
  }
}

/** The page that comes back after a form, which is not read again. */
async function again(hand: Hand, path: string): Promise<Page> {
  const response = await hand.look(path)
  return { path, status: response.status, html: response.html, forms: formsOf(response.html, path) }
}

const inAYear = (at: Date): string => new Date(at.getTime() + 365 * 86_400_000).toISOString().slice(0, 10)

async function vote(hand: Hand, path: string): Promise<void> {
  const page = await hand.visit(path)
  const form = page.forms.find(({ action }) => /\/papers\/\d+$/.test(action))
  if (!form) return
  const points = form.fields.filter(({ name }) => /^v-\d+$/.test(name)).slice(0, 3)
  const fill = points.length > 0 ? Object.fromEntries(points.map(({ name }, at) => [name, String([5, 3, 2][at])])) : { choice: 'yes' }
  await hand.send(page, { form, fill, button: /^cast$/ })
}

async function invitation(hand: Hand, path: string): Promise<void> {
  const page = await hand.visit(path)
  await hand.press(page, /\/answer$/, { button: /^accepted$/ })
}

async function tellBack(hand: Hand, path: string): Promise<void> {
  const page = await hand.visit(path)
  // The list of the group takes what the public one may not hear yet.
  const form = page.forms.find(({ action }) => action === '/telling')
  const to =
    form && (await hand.send(page, { form, fill: { listId: form.fields.find(({ name }) => name === 'listId')?.options.at(-1) ?? '' } }))
  if (to) await hand.press(await hand.visit(to), /^\/telling\//, { button: /^send$/ })
}

async function approveDocument(hand: Hand, path: string): Promise<void> {
  const page = await hand.visit(path)
  const link = /href="(\/documents\/[^"]*\/approve[^"]*)"/.exec(page.html)?.[1]
  const there = link ? await hand.visit(link.replaceAll('&amp;', '&')) : page
  await hand.press(there, /\/approve$/, { fill: there.html.includes('name="approvedOn"') ? {} : {} })
}

async function consent(hand: Hand, path: string): Promise<void> {
  const page = await hand.visit(path)
  if (/\/\d+$/.test(path)) {
    if (page.forms.some(({ action }) => /\/consent$/.test(action))) await hand.press(page, /\/consent$/, { fill: { consent: 'vendor' } })
    return
  }
  // Whose it is, the list does not say: one looks, once.
  if (hand.known.has(path)) return
  hand.known.add(path)
  for (const link of [...new Set([...page.html.matchAll(/href="(\/cases\/\d+)"/g)].map(([, one = '']) => one))].slice(0, 4)) {
    const there = await hand.visit(link)
    if (there.forms.some(({ action }) => /\/consent$/.test(action)))
      return void (await hand.press(there, /\/consent$/, { fill: { consent: 'vendor' } }))
  }
}

async function poll(hand: Hand, path: string): Promise<void> {
  const page = await hand.visit(path)
  const form = page.forms.find(({ action }) => /^\/polls\/[^/]+$/.test(action)) ?? page.forms[0]
  if (!form) return
  const slots = form.fields.filter(({ name }) => /^s\d+$/.test(name))
  await hand.send(page, { form, fill: Object.fromEntries(slots.map(({ name }, at) => [name, at % 3 === 2 ? 'no' : 'yes'])) })
}

async function commitments(hand: Hand, path: string): Promise<void> {
  const page = await hand.visit(path)
  await hand.press(page, /\/commitments$/)
}

async function costing(hand: Hand, path: string): Promise<void> {
  const page = await hand.visit(path)
  const form = page.forms.find(({ action }) => /\/costing$/.test(action))
  if (!form) return
  const costs = form.fields.filter(({ name }) => /^cost-/.test(name))
  await hand.send(page, { form, fill: Object.fromEntries(costs.map(({ name }, at) => [name, String(3 + (at % 6))])) })
}

async function checkDelivery(hand: Hand, path: string): Promise<void> {
  await pressAll(hand, path, /\/cases\/\d+$/, { verdict: 'full' })
  const page = await again(hand, path)
  if (page.forms.some(({ action }) => /\/close$/.test(action))) await hand.press(page, /\/close$/)
}

async function minutes(hand: Hand, path: string): Promise<void> {
  const page = await hand.visit(path)
  if (page.forms.some(({ action }) => /\/minutes\/approve$/.test(action))) await hand.press(page, /\/minutes\/approve$/)
}

async function ask(hand: Hand, path: string): Promise<void> {
  const page = await hand.visit(path)
  // Answered by mail, it is the vendor's turn.
  if (page.forms.some(({ action }) => /\/questions\/\d+$/.test(action)))
    await hand.press(page, /\/questions\/\d+$/, {
      fill: { text: 'When the list is sent for review; in every browser that we have tried.' },
    })
}

async function answerVendor(hand: Hand, path: string): Promise<void> {
  // They answer in one go, every fourth week.
  if (hand.effort.weeks.length % 4 !== 2) return
  const page = await hand.visit(path)
  const links = [...new Set([...page.html.matchAll(/href="(\/submissions\/\d+\/requests\/\d+)"/g)].map(([, link = '']) => link))]
  for (const [at, link] of links.slice(0, 5).entries()) {
    const there = await hand.visit(link)
    const said: Record<string, string> =
      at % 2 === 0
        ? { class: 'Planned', reason: 'It goes with the new list overview.', release: '2027 R2' }
        : { class: 'In discovery', reason: 'We look at it with two libraries first.', nextReview: inAYear(hand.world.clock.now) }
    await hand.press(there, /\/requests\/\d+$/, { fill: said })
  }
}

/** Each step that is not taken yet: it is there, or it is left out with a reason. */
async function firstSteps(hand: Hand, path: string): Promise<void> {
  let page = await hand.visit(path)
  const done = new Set<string>()
  for (let at = 0; at < 14; at++) {
    const form = page.forms.find(
      ({ action, fields }) =>
        /^\/first-weeks\/[^/]+\/(?!start-new)/.test(action) &&
        !done.has(action) &&
        fields.some(({ name, value }) => name === 'verdict' && (value === 'confirmed' || value === 'skipped')),
    )
    if (!form) return
    done.add(form.action)
    await hand.send(page, { form, fill: form.fields.some(({ name }) => name === 'reason') ? { reason: 'We have it.' } : {} })
    page = await again(hand, path)
  }
}

async function correspond(hand: Hand, path: string): Promise<void> {
  const page = await hand.visit(path)
  for (const link of [...new Set([...page.html.matchAll(/href="(\/correspondence\/[^/"]+\/\d+)"/g)].map(([, one = '']) => one))].slice(
    0,
    4,
  )) {
    if (hand.known.has(link)) continue
    hand.known.add(link)
    const there = await hand.visit(link)
    if (there.forms.some(({ action }) => /\/answer$/.test(action)))
      await hand.press(there, /\/answer$/, { fill: { text: 'Thank you. Thursday suits us; I send an invitation.' } })
  }
}

async function reword(hand: Hand, path: string): Promise<void> {
  await hand.press(await hand.visit(path), /\/answer$/, { button: /Accept/ })
}

/** Somebody of whom not everything will be shown is let in all the same. */
async function admit(hand: Hand, path: string): Promise<void> {
  await hand.press(await hand.visit(path), /\/requests\/\d+$/, { fill: { sure: 'on' }, button: /^accept$/ })
}

async function handOn(hand: Hand, path: string): Promise<void> {
  const page = await hand.visit(path)
  await hand.press(page, /^\/handovers\/\d+$/)
}

async function publish(hand: Hand, path: string): Promise<void> {
  const page = await hand.visit(path)
  const all = page.forms.find(({ html }) => /Use all /.test(html))
  if (all) await hand.send(page, { form: all, button: /Use all/ })
  await hand.press(await again(hand, path), /\/publish$/)
}

const glance: Recipe = (hand, path) => hand.visit(path, 40)
/** What only tells that something is so: its line is all that there is to do about it. */
const nothing: Recipe = async () => undefined

/** What is done about what waits, by the address of its page. */
const recipes: [RegExp, Recipe][] = [
  [/^\/ballots\/\d+\/papers\//, vote],
  [/^\/ballots\/\d+\/commitments/, commitments],
  [/^\/ballots\/\d+$/, nothing],
  [/^\/cycles\/\d+\/triage/, (hand, path) => pressAll(hand, path, /\/wishes\/\d+\/decide$/)],
  [/^\/cycles\/\d+\/costing/, costing],
  [/^\/wishes\/\d+/, reword],
  [/^\/submissions\/\d+#r/, ask],
  [/^\/submissions\/\d+$/, answerVendor],
  [/^\/desk\?.*#to-sign/, (hand, path) => pressAll(hand, path, /\/sign$/, {}, confirms)],
  [/^\/(answers|commitments)\/\d+#signed/, (hand, path) => pressAll(hand, path, /\/sign$/, {}, confirms)],
  [/^\/desk\?/, nothing],
  [/^\/deliveries\/\d+/, checkDelivery],
  [/^\/telling/, tellBack],
  [/^\/answers\/\d+$/, nothing],
  // What is asked again goes into the next package.
  [/^\/briefs\/new/, glance],
  [/^\/cases\/queue/, (hand, path) => pressAll(hand, path, /\/verdict$/)],
  [/^\/cases(\/\d+)?$/, consent],
  [/^\/events\/[^/]+\/people/, async (hand, path) => hand.press(await hand.visit(path), /\/people$/)],
  [/^\/(merges|calls|reports|events\/[^/]+\/proposals)/, glance],
  [/^\/documents\/[^/]+\/v\//, approveDocument],
  [/^\/documents\/[^/]+\/removal/, async (hand, path) => hand.press(await hand.visit(path), /\/keep$/)],
  [/^\/meetings\/[^/]+$/, invitation],
  [/^\/meetings\/[^/]+\/minutes/, minutes],
  [/^\/polls\//, poll],
  [/^\/first-weeks/, firstSteps],
  [/^\/correspondence\//, correspond],
  [
    /^\/charter\/edit/,
    async (hand, path) => hand.press(await hand.visit(path), /\/review$/, { fill: { reviewOn: inAYear(hand.world.clock.now) } }),
  ],
  [/^\/handovers\//, handOn],
  [/^\/news\/issues\/\d+\/compose/, publish],
  [/^\/lists\/[^/]+\/held$/, clearHeld],
  [/^\/lists\/[^/]+\/requests\/\d+$/, admit],
]

/** Select all, and one button: what is left of a flood. */
export async function clearHeld(hand: Hand, path: string): Promise<void> {
  const page = await hand.visit(path)
  const form = page.forms.find(({ action }) => /\/held$/.test(action))
  if (!form) return
  hand.effort.click()
  await hand.send(page, {
    form,
    button: /^discard$/,
    chosen: { held: form.fields.filter(({ name }) => name === 'held').flatMap(({ options }) => options) },
  })
}

/** Goes to the page of something that waits, and does there what is to be done. */
export async function onPage(hand: Hand, path: string, title = ''): Promise<void> {
  const [, recipe] = recipes.find(([address]) => address.test(path)) ?? []
  if (!recipe) hand.unknown.add(`${path.replaceAll(/\d+/g, 'N')} ${title}`)
  await hand.thing(
    `page ${path.replaceAll(/\d+/g, 'N').replace(/^(\/(?:meetings|polls|documents|events|correspondence|show-and-tell)\/)[^/]+/, '$1…')}`,
    () => (recipe ?? glance)(hand, path),
  )
}
