import { Hono } from 'hono'
import * as z from 'zod'
import { findAsset } from '../../src/lib/ui/assets.ts'
import { Chain } from '../../src/lib/ui/chain.tsx'
import { Bars, Figures, Meter, Sparkbars } from '../../src/lib/ui/figures.tsx'
import { Check, Choices, Field, Filters, Form, Select, TextArea } from '../../src/lib/ui/form.tsx'
import { many, readForm, refusedForm, tick } from '../../src/lib/ui/forms.ts'
import { BarePage, Page, PublicPage } from '../../src/lib/ui/layout.tsx'
import { Face, Letter, MissingLetter } from '../../src/lib/ui/letter.tsx'
import { NumberedPager, Pager, Table, Thing, Things } from '../../src/lib/ui/lists.tsx'
import { MonthIndex } from '../../src/lib/ui/month-index.tsx'
import {
  Button,
  Confirm,
  Empty,
  Facts,
  Heading,
  Note,
  Panel,
  PostButton,
  Raw,
  Section,
  Split,
  State,
  Tabs,
  Toolbar,
} from '../../src/lib/ui/parts.tsx'
import type { Reader } from '../../src/lib/ui/reader.ts'
import { MailText } from '../../src/lib/ui/text.tsx'
import { Day, MeetingTime, Time } from '../../src/lib/ui/time.tsx'

const brand = { name: 'Lectio Working Group', sub: 'Library Systems Users International', href: '/' }
const person = { name: 'Ines Albrecht', role: 'coordinator', settingsHref: '/me', signOutAction: '/sign-out' }
const reader: Reader = { locale: 'en', zone: 'Europe/Lisbon', now: new Date('2026-10-16T09:00:00Z') }
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

const sections = (current: string) =>
  [
    {
      title: 'Work',
      items: [
        item('/', 'Today', 7),
        item('/requests', 'Requests', 214),
        item('/ballots', 'Ballots', '1 open'),
        item('/meetings', 'Meetings', '23 Oct'),
      ],
    },
    {
      title: 'Community',
      items: [item('/thread', 'Lectio-L', '12 new'), item('/stories', 'Stories'), item('/show-and-tell', 'Show and Tell')],
    },
    {
      title: 'Record',
      items: [
        item('/vendor', 'Vendor', '3 late'),
        item('/documents', 'Documents'),
        item('/news', 'News in Brief'),
        item('/charter', 'Charter'),
        item('/people', 'People'),
      ],
    },
  ].map((section) => ({ ...section, items: section.items.map((one) => ({ ...one, current: one.href === current })) }))

function item(href: string, label: string, count?: string | number) {
  return count === undefined ? { href, label } : { href, label, count }
}

const shell = (current: string, as: Reader) => ({
  reader: as,
  brand,
  person,
  sections: sections(current),
  search: { action: '/search' },
  action: { href: '/write', label: 'Write to the list' },
})

const letter = `Dear all,

We are in week two and the help desk has had forty calls. An instructor
sends the list, the library has not processed a citation yet, and
students see an empty week without any hint that something is coming.

We now publish by hand every evening at six:

- open the queue
- pick what the instructor marked
- write to maren.oduya@northfield.example or see
  https://wiki.northfield.example/lists/very/long/path/that/does/not/break/anywhere?because=it&is=a&link=yes.

status        count   days
sent            212      3
in process       34      1

Does anybody have a better way? 🙏

> On Tue, Jun Takeda wrote:
> > Does the hint survive the rollover?
> It does for us, most of the time, when the section
> has not been renamed.

-- 
Maren Oduya
Northfield University Library`

const bidi = `مرحبا بالجميع، لدينا المشكلة نفسها في كل فصل دراسي.

Dasselbe bei uns: Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzeswidrigkeitenverzeichniseintragsprüfung.`

function Today({ as }: { as: Reader }) {
  return (
    <Page
      title="Today"
      {...shell('/', as)}
      flash={{ text: 'The minutes of 21 August are approved.' }}
      banner={
        <>
          You act as Wei Lin Tan. <a href="/stop">Stop</a>
        </>
      }
    >
      <Heading
        title="Today"
        lead={
          <>
            Friday 16 October 2026. Next meeting: <MeetingTime at="2026-10-23T13:00:00Z" zone="Europe/Paris" />.
          </>
        }
      />
      <Split
        aside={
          <>
            <Panel title="Round one closes in 5 days">
              <p class="soft">61 of 148 institutions have voted.</p>
              <Meter value={61} of={148} label="61 of 148 institutions" />
              <p>
                <a href="/ballots/1">Your ballot</a> is a draft with 38 of 50 points.
              </p>
            </Panel>
            <section class="stack">
              <h2 class="h3">The charter</h2>
              <Facts
                items={[
                  {
                    term: 'Meets every two months',
                    value: (
                      <div class="row apart">
                        Last 8 weeks ago <State mood="good">Kept</State>
                      </div>
                    ),
                  },
                  {
                    term: 'News in Brief',
                    value: (
                      <div class="row apart">
                        Last in June <State mood="wait">At risk</State>
                      </div>
                    ),
                  },
                ]}
              />
            </section>
          </>
        }
      >
        <Section title="Waiting for you">
          <Things>
            <Thing
              title="Tomás Ferreira asks to join Lectio-L"
              href="/asks/1"
              meta={
                <>
                  Address confirmed, domain known, contract until 2028. Asked <Time at="2026-10-16T07:00:00Z" relative />.
                </>
              }
              act={
                <Button kind="primary" href="/asks/1">
                  Look and decide
                </Button>
              }
            />
            <Thing
              title="Answer overdue: “Sections keep their visibility dates on rollover”"
              href="/requests/203"
              meta="Handed to Quillon on 2 July, due 2 October. Will be on the agenda of 23 October."
              act={<State mood="late">14 days late</State>}
            />
            <Thing
              title="A held message: “Rollover created 300 empty lists”"
              href="/held/1"
              fresh
              meta="From a subscriber’s second address, with a 4 MB attachment. Held this morning."
              act={
                <PostButton action="/held/1/release" fields={{ version: '3' }}>
                  Release
                </PostButton>
              }
            />
          </Things>
        </Section>
        <Section title="New on the list" aside={<a href="/thread">All threads</a>}>
          <Empty title="Nothing new since you were here.">
            <p>
              The last message was on <Day on="2026-10-14" />.
            </p>
            <Button href="/write">Write to the list</Button>
          </Empty>
        </Section>
      </Split>
    </Page>
  )
}

const Thread = ({ as }: { as: Reader }) => (
  <Page title="Students can’t see citations that are only “sent”" {...shell('/thread', as)}>
    <Split
      aside={
        <>
          <Panel title="Reads like a user case">
            <p class="soft">Three workarounds, one wish, six institutions.</p>
            <div class="row">
              <Button kind="primary" href="/requests/192">
                Add to 192
              </Button>
              <Button href="/cases/new">New user case</Button>
            </div>
          </Panel>
          <Facts
            items={[
              { term: 'Institutions', value: 'Northfield, Minato City, Corrib' },
              { term: 'First answer', value: 'after 2 h 28 min' },
              false,
              { term: 'Topic', value: <a href="/topics/processing">#processing</a> },
            ]}
          />
        </>
      }
    >
      <Heading
        title="Students can’t see citations that are only “sent”"
        meta="9 messages by 6 institutions, 14 to 16 October 2026"
        actions={
          <Toolbar>
            <a href="/atom">Atom</a>
            <a href="/mbox">mbox</a>
          </Toolbar>
        }
      />
      <div>
        <Letter
          id="m1"
          from={{ name: 'Maren Oduya', href: '/people/1', of: 'Northfield University Library' }}
          at="2026-10-14T08:12:00Z"
          href="/m/1"
          actions={
            <>
              <a href="/reply">Reply</a>
              <a href="/case">Make it a user case</a>
              <a href="/raw" class="soft">
                Raw
              </a>
            </>
          }
        >
          <MailText text={letter} addresses="hidden" />
        </Letter>
        <MissingLetter depth={1} />
        <Letter
          id="m2"
          from={{ name: 'Jun Takeda', of: 'Minato City College' }}
          at="2026-10-14T10:40:00Z"
          depth={2}
          meta="1 attachment, 4 MB"
        >
          <MailText text={bidi} />
        </Letter>
        {[3, 4, 5, 6].map((depth) => (
          <Letter id={`d${depth}`} from={{ name: 'سارة القحطاني', of: 'Ghazala' }} at="2026-10-15T10:40:00Z" depth={depth}>
            <MailText text={`Depth ${depth}.`} />
          </Letter>
        ))}
      </div>
      <Form action="/reply" label="Reply">
        <TextArea name="text" label="Reply to the list" hint="Goes out as mail, “Ines Albrecht via Lectio-L”, to 1,284 subscribers." />
        <div class="row">
          <Button kind="primary">Send</Button>
          <Button whyNot="The list is closed to new messages until Monday." kind="quiet">
            Send later
          </Button>
        </div>
      </Form>
    </Split>
  </Page>
)

const stations = [
  { label: 'Messages', detail: '11 in 2 threads', href: '/thread', state: 'done' },
  { label: 'User cases', detail: '4, six institutions', href: '/cases', state: 'done' },
  { label: 'Request', detail: 'since 3 Mar 2025', href: '/requests/192', state: 'done' },
  { label: 'Round one', detail: 'rank 4, 612 points', href: '/ballots/1', state: 'done' },
  { label: 'Brief', detail: 'handed over 2 Jul', href: '/briefs/1', state: 'done' },
  { label: 'Answer', detail: 'due 2 Oct, 14 days late', state: 'now' },
  { label: 'Release' },
  { label: 'Told back' },
] as const

const year = [1, 1, 0, 2, 1, 0, 0, 1, 2, 1, 0, 1]

const Request = ({ as }: { as: Reader }) => (
  <Page title="A hint for students while items are being processed" {...shell('/requests', as)}>
    <Heading
      title="A hint for students while items are being processed"
      meta={
        <>
          Idea 192 · Library review · <a href="/people/2">champion: Wei Lin Tan</a>
        </>
      }
    >
      <Chain stations={[...stations]} />
    </Heading>
    <Tabs
      label="Request"
      items={[
        { href: '/requests/192', label: 'Request', current: true },
        { href: '/requests/192/cases', label: 'User cases', count: 4 },
        { href: '/requests/192/history', label: 'History' },
      ]}
    />
    <Split
      aside={
        <section class="stack">
          <h2 class="h3">Support</h2>
          <Figures
            items={[
              { value: 37, label: 'institutions', href: '/support' },
              { value: 14, label: 'must have' },
            ]}
          />
          <Bars
            label="Support by region"
            items={[
              { label: 'Europe', value: 19 },
              { label: 'Asia-Pacific', value: 9, href: '/ap' },
              { label: 'North America', value: 6 },
              { label: 'Latin America', value: 3 },
            ]}
          />
          <Button href="/support/new">Support this request for Old Harbour</Button>
        </section>
      }
    >
      <div class="prose">
        <p>Students who open a list before the library has processed it see gaps.</p>
        <p>The list should say how many items of a section are being prepared, without naming them.</p>
      </div>
      <Note>No answer yet. It was due on 2 October and stands on the agenda of 23 October.</Note>
      <Section title="Clauses">
        <ul class="things clauses">
          <li>
            <span class="soft">O1</span>
            <div class="what">
              <a class="title" href="/o1">
                Maintain the key documents
              </a>
              <span class="meta">9 of 11 inside their review date</span>
            </div>
            <Sparkbars values={year} />
            <span>
              <State mood="wait">At risk</State>
            </span>
          </li>
        </ul>
      </Section>
    </Split>
  </Page>
)

const Lists = ({ as }: { as: Reader }) => (
  <Page title="Requests" {...shell('/requests', as)}>
    <Heading
      title="Requests"
      lead="214 ideas and concerns, newest first."
      actions={
        <Button kind="primary" href="/requests/new">
          New request
        </Button>
      }
    />
    <Filters label="Narrow down" action="/requests">
      <Field name="q" label="Words" optional type="search" />
      <Select
        name="state"
        label="State"
        empty="Any"
        optional
        options={[
          { value: 'open', label: 'Open' },
          { value: 'vendor', label: 'With the vendor' },
        ]}
      />
    </Filters>
    <Things label="Found">
      <Thing title="Reorder citations without dragging" href="/requests/187" meta="Accessibility · 22 institutions">
        <p class="snippet">
          …<mark>keyboard buttons</mark> only, <mark>citations</mark> cannot be moved…
        </p>
      </Thing>
      <Thing
        title="Without an address of its own"
        meta={
          <>
            <Face name="Wei Lin Tan" /> said so
          </>
        }
      />
    </Things>
    <Pager newer="/requests?before=9" older="/requests?after=8" position="1–50 of 214" />
    <NumberedPager label="Numbered pages" current={5} count={19} hrefFor={(page) => `/requests?page=${page}`} />
    <Table
      caption="Subscribers who bounce"
      showCaption
      columns={[{ label: 'Name' }, { label: 'Address' }, { label: 'Days', numeric: true }, { label: 'Server’s words' }]}
      rows={[
        [
          <a href="/people/3">Aoife Lennon</a>,
          'aoife.lennon.with.a.long.name@corrib-institute.example',
          12,
          '550 5.1.1 User unknown in virtual mailbox table',
        ],
        ['Wei Lin Tan', 'tan@harbour.example', 1, '452 4.2.2 Mailbox full'],
      ]}
      foot={['Together', '', 13, '']}
    />
    <MonthIndex
      label="Archive by month"
      years={[
        {
          year: 2026,
          months: [
            { month: 3, count: 41, href: '/2026-03' },
            { month: 10, count: 1212, href: '/2026-10' },
          ],
        },
        { year: 2025, months: [{ month: 1, count: 3, href: '/2025-01' }] },
        { year: 2024, months: [{ month: 5, count: 30, href: '/2024-05' }] },
      ]}
    />
    <Raw label="Raw message">
      {
        'Received: from mail.northfield.example (203.0.113.9)\n\tby lists.example\nSubject: =?utf-8?q?Students_can=E2=80=99t_see?=\n\n<b>not bold</b>'
      }
    </Raw>
  </Page>
)

const schema = z.object({
  title: z.string().min(5),
  address: z.email(),
  about: z.string().optional(),
  kind: z.enum(['idea', 'concern']),
  area: z.enum(['review', 'rollover']),
  regions: many(z.string()).pipe(z.array(z.string()).min(1, 'Please choose at least one region.')),
  agreed: tick(),
})

const FormPage = ({ as }: { as: Reader }) => (
  <Page title="New request" {...shell('/requests', as)}>
    <Heading title="New request" />
    <Form action="/form" values={{ address: 'ines@harbour.example' }}>
      <Field name="title" label="What is the matter" hint="One line that a stranger understands." maxlength={200} />
      <Field name="address" label="Your address" type="email" autocomplete="email" />
      <TextArea name="about" label="More about it" optional />
      <Choices
        name="kind"
        label="Kind"
        options={[
          { value: 'idea', label: 'Idea', hint: 'Something that should be possible.' },
          { value: 'concern', label: 'Concern' },
        ]}
      />
      <Select
        name="area"
        label="Area"
        options={[
          { value: 'review', label: 'Library review', group: 'Library' },
          { value: 'rollover', label: 'Rollover', group: 'Terms' },
        ]}
      />
      <Choices
        name="regions"
        label="Regions"
        many
        options={[
          { value: 'eu', label: 'Europe' },
          { value: 'ap', label: 'Asia-Pacific' },
        ]}
      />
      <Check name="agreed" label="The vendor may see my name" hint="You can change that later." />
      <div class="row">
        <Button kind="primary">Save</Button>
        <Button kind="danger" name="delete" value="1">
          Delete
        </Button>
      </div>
    </Form>
  </Page>
)

const Public = ({ as }: { as: Reader }) => (
  <PublicPage
    title="Lectio Working Group"
    reader={as}
    brand={brand}
    items={[
      item('/list', 'The list'),
      item('/requests', 'Requests'),
      item('/meetings', 'Meetings'),
      { ...item('/news', 'News'), current: true },
    ]}
    signInHref="/sign-in"
    footer={
      <>
        <span>Library Systems Users International</span>
        <a href="/privacy">Privacy</a>
      </>
    }
  >
    <div class="hero">
      <Heading
        title="Libraries that use Lectio, speaking with one voice"
        lead="We share what works, gather what does not, and take it to the vendor until there is an answer."
      >
        <p class="row">
          <Button kind="primary" href="/join">
            Join Lectio-L
          </Button>
          <Button href="/archive">Read the archive</Button>
        </p>
      </Heading>
      <Panel title="Request 118, since March 2023">
        <Things>
          <Thing title="Two libraries wrote to the list" act={<Day on="2023-03-03" style="short" />} />
          <Thing title="Delivered in the February release" act={<Day on="2025-02-01" style="short" />} />
        </Things>
      </Panel>
    </div>
    <Figures
      items={[
        { value: 148, label: 'institutions in 31 countries' },
        { value: 1284, label: 'people on Lectio-L' },
        { value: '72 %', label: 'of requests answered with a reason' },
      ]}
    />
    <div class="columns">
      <Section title="Next meeting">
        <p>
          <MeetingTime at="2026-10-23T13:00:00Z" zone="America/Los_Angeles" />
        </p>
      </Section>
      <Section title="The group">
        <p>Ines Albrecht, coordinator</p>
      </Section>
    </div>
  </PublicPage>
)

const Bare = ({ as }: { as: Reader }) => (
  <BarePage title="Leave Lectio-L?" reader={as} brand={brand}>
    <Confirm title="Leave Lectio-L?" action="/leave" yes="Leave the list" backHref="/" danger fields={{ token: 'abc' }}>
      <p>No more mail will come to ines@harbour.example. Your messages stay in the archive.</p>
    </Confirm>
  </BarePage>
)

/** Every part on a few pages, under the policy that the product has. For tests only. */
export function galleryApp() {
  const app = new Hono()
  const as = (theme?: string, keys?: string): Reader => ({
    ...reader,
    ...(theme === 'dark' || theme === 'light' ? { theme } : {}),
    keys: keys !== 'off',
  })
  app.use(async (c, next) => {
    await next()
    c.header('Content-Security-Policy', policy)
  })
  app.get('/assets/*', (c) => {
    const asset = findAsset(c.req.path)
    if (!asset) return c.notFound()
    return c.body(new Uint8Array(asset.bytes), 200, { 'Content-Type': asset.type, 'Cache-Control': asset.cacheControl, ETag: asset.etag })
  })
  const pages = { '/': Today, '/thread': Thread, '/request': Request, '/lists': Lists, '/form': FormPage, '/public': Public, '/bare': Bare }
  for (const [path, View] of Object.entries(pages)) {
    app.get(path, (c) => c.html(<View as={as(c.req.query('theme'), c.req.query('keys'))} />))
  }
  app.post('/form', async (c) => {
    const body = await c.req.parseBody({ all: true })
    try {
      return c.json(readForm(schema, body))
    } catch (error) {
      const refused = refusedForm(error, body)
      if (!refused) throw error
      return c.html(<FormPage as={{ ...reader, refused: { ...refused, path: '/form' } }} />, 422)
    }
  })
  app.get('/search/complete', (c) => c.html('<p></p><ul></ul>'))
  app.get('/search', (c) => c.text(`Found ${c.req.query('q') ?? ''}`))
  return { app, paths: Object.keys(pages) }
}
