import * as z from 'zod'
import { NotFound } from '../../errors.ts'
import { Choices, Field, Form, Hidden, TextArea } from '../../lib/ui/form.tsx'
import { line, readForm } from '../../lib/ui/forms.ts'
import { dotted, Listing, Table, Thing, Things } from '../../lib/ui/lists.tsx'
import { Button, Empty, Note, PostButton, Section, State, Titled, ToSettings } from '../../lib/ui/parts.tsx'
import { useReader } from '../../lib/ui/reader.ts'
import { Time } from '../../lib/ui/time.tsx'
import { bodyOf, done, doneIf, idOf, onlyPages, pages } from '../../lib/ui/web.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import { onlyHerself } from '../../only.ts'
import { nameOf, type OfferedDraft, type OfferedTool } from '../../tool.ts'
import { answerAsking, chooseTools, discardProposal } from './actions.ts'
import { aboutOf, getProposal, listAskings, listProposals, listToolChoices, proposalPath, titleOf } from './queries.ts'
import { type ToolChoice, toolChoices } from './rules.ts'

const t = textsOf('people', 'proposals')
const tools = textsOf('people', 'tools')

const onlySelf = 'What a program drafted, its person alone decides.'
const AskingForm = z.object({ tool: line(60), answer: z.enum(['yes', 'no']) })
/** What is not said is never. */
const toolsForm = (tools: readonly OfferedTool[]) =>
  z.object(Object.fromEntries(tools.map((tool) => [nameOf(tool), z.enum(toolChoices).default('never')])))

type Proposal = Awaited<ReturnType<typeof getProposal>>

/** What programs drafted for somebody, and which tools they let programs use. */
export const proposalPages = pages()
  .get('/proposals', async (c) => {
    const { db, actor } = c.var
    onlyHerself(c.var.actor)
    const [waiting, settled] = [await listProposals(db, actor), await listProposals(db, actor, { settled: true })]
    return c.var.page(t.title, <ProposalsPage waiting={waiting} settled={settled} />)
  })
  .get('/proposals/:proposal', async (c) => {
    const proposal = await getProposal(c.var.db, c.var.actor, idOf(c, 'proposal'))
    const tool = c.var.gathered.tools.find((one) => nameOf(one) === proposal.tool)
    const title = titleOf(proposal.tool, c.var.actor.locale)
    return c.var.page(title, <ProposalPage title={title} proposal={proposal} tool={tool && 'drafts' in tool ? tool : undefined} />)
  })
  .post('/proposals/:proposal/discard', onlyPages('person', onlySelf), async (c) => {
    onlyHerself(c.var.actor)
    await c.var.write((tx) => discardProposal(tx, c.var.actor, idOf(c, 'proposal')))
    return done(c, '/proposals', t.discarded)
  })
  .get('/me/assistants', async (c) => {
    const { db, actor, gathered, site } = c.var
    const [choices, askings] = [await listToolChoices(db, onlyHerself(c.var.actor)), await listAskings(db, actor)]
    return c.var.page(
      t.assistants,
      <AssistantsPage tools={gathered.tools} choices={choices} askings={askings} address={`${site.baseUrl}/mcp`} />,
    )
  })
  .post('/me/assistants', onlyPages('person', 'A program does not say what programs may.'), async (c) => {
    onlyHerself(c.var.actor)
    const { tools } = c.var.gathered
    const said = readForm(toolsForm(tools), await bodyOf(c), c.var.actor.locale)
    // What drafts asks in any case.
    const usual = (tool: OfferedTool) => ('drafts' in tool ? ['allow', 'ask'] : ['allow'])
    const others = tools.filter((tool) => !usual(tool).includes(said[nameOf(tool)] ?? 'never'))
    const choices = new Map(others.map((tool) => [nameOf(tool), said[nameOf(tool)] === 'ask' ? ('ask' as const) : ('never' as const)]))
    const changed = await c.var.write((tx) => chooseTools(tx, c.var.actor, choices))
    return doneIf(c, changed, '/me/assistants', t.saved)
  })
  .post('/me/assistants/asked', onlyPages('person', 'A program does not say what programs may.'), async (c) => {
    onlyHerself(c.var.actor)
    if ((await listAskings(c.var.db, c.var.actor)).length === 0) throw new NotFound(t.askingNotFound)
    const { tool, answer } = readForm(AskingForm, await bodyOf(c), c.var.actor.locale)
    await c.var.write((tx) => answerAsking(tx, c.var.actor, tool, answer))
    return done(c, '/me/assistants', answer === 'yes' ? t.allowedForAnHour : t.refusedNow)
  })

function ProposalsPage({ waiting, settled }: { waiting: Proposal[]; settled: Proposal[] }) {
  const { locale } = useReader()
  const list = (proposals: Proposal[], label: string) => (
    <Things label={label}>
      {proposals.map((one) => (
        <Thing
          title={aboutOf(one.fields) || titleOf(one.tool, locale)}
          href={proposalPath(one.id)}
          meta={dotted([titleOf(one.tool, locale), t.draftedBy({ client: one.client, time: <Time at={one.madeAt} /> })])}
          act={one.outcome && <State>{t.outcomes[one.outcome as 'sent' | 'discarded']}</State>}
        />
      ))}
    </Things>
  )
  return (
    <Titled title={t.title} meta={<a href="/me/assistants">{t.assistants}</a>} lead={t.lead}>
      {waiting.length === 0 ? <Empty title={t.nothingWaits} /> : list(waiting, t.waiting)}
      {settled.length > 0 && <Section title={t.settled}>{list(settled, t.settled)}</Section>}
    </Titled>
  )
}

const longLine = 300
type Described = { type?: string; format?: string; maxLength?: number }

/** A number says nothing to who reads: where it is a request's, that is a step away. */
const linkOf = (name: string, value: string) =>
  /^(?:request|target)Id$/.test(name) && /^\d+$/.test(value) ? <a href={`/requests/${value}`}>{t.viewRequest({ n: value })}</a> : undefined

/** A list of a draft: each value is shown and can be left out, so that nothing is sent that its person did not see. */
function DraftedList({ name, label, values }: { name: string; label: string; values: string[] }) {
  if (values.length === 0) return undefined
  const options = values.map((value) => ({ value, label: value, hint: linkOf(name, value) }))
  return <Choices name={name} label={label} many value={values} options={options} />
}

/** The fields of a draft as they were filled, to be read and changed. */
function DraftedFields({ tool, fields }: { tool: OfferedDraft; fields: Proposal['fields'] }) {
  const { properties = {}, required = [] } = z.toJSONSchema(tool.fields, { io: 'input', unrepresentable: 'any' })
  return Object.keys(tool.fields.shape).map((name) => {
    const { type, format, maxLength = 0 } = properties[name] as Described
    const label = (t.fields as Readonly<Record<string, string>>)[name] ?? name
    const common = { name, label, optional: !required.includes(name) }
    if (type === 'array') return <DraftedList name={name} label={label} values={[fields[name] ?? []].flat()} />
    if (maxLength > longLine) return <TextArea {...common} rows={maxLength > 10_000 ? 16 : 6} />
    if (type === 'integer') return <Field {...common} hint={linkOf(name, String(fields[name] ?? ''))} inputmode="numeric" short />
    return <Field {...common} type={format === 'date' ? 'date' : 'text'} short={format === 'date'} />
  })
}

function ProposalPage({ title, proposal, tool }: { title: string; proposal: Proposal; tool: OfferedDraft | undefined }) {
  const { id, client, madeAt, outcome, path, fields } = proposal
  // What it is about: the thing whose form it is.
  const place = /^\/[^/]+\/[^/]+(?=\/)/.exec(path)?.[0]
  return (
    <Titled
      title={title}
      meta={<a href="/proposals">{t.title}</a>}
      lead={t.draftedBy({ client, time: <Time at={madeAt} /> })}
      actions={outcome === null && <PostButton action={`${proposalPath(id)}/discard`} kind="quiet" text={t.discard} />}
    >
      {outcome !== null && <Note mood="good">{t.outcomes[outcome as 'sent' | 'discarded']}</Note>}
      {outcome === null && !tool && <Note>{t.toolIsGone}</Note>}
      {outcome === null && tool && (
        <>
          <Note>{t.readBeforeYouSend}</Note>
          <Form action={path} values={fields}>
            <Hidden name="drafted" value={String(id)} />
            <DraftedFields tool={tool} fields={fields} />
            <div class="row">
              <Button kind="primary">{t.send}</Button>
              {place && <span class="meta">{t.belongsTo({ place: <a href={place}>{decodeURIComponent(place)}</a> })}</span>}
            </div>
          </Form>
        </>
      )}
    </Titled>
  )
}

interface AssistantsProps {
  tools: readonly OfferedTool[]
  /** Of tools of which the usual does not hold. */
  choices: ReadonlyMap<string, ToolChoice>
  askings: Awaited<ReturnType<typeof listAskings>>
  address: string
}

/** Programs that wait to use a tool. */
const Askings = ({ askings }: Pick<AssistantsProps, 'askings'>) => {
  const { locale } = useReader()
  return (
    <Listing title={t.asked} id="asked">
      {askings.map(({ tool, client, askedAt }) => (
        <Thing
          title={titleOf(tool, locale)}
          meta={t.askedBy({ client, time: <Time at={askedAt} /> })}
          act={
            <form method="post" action="/me/assistants/asked" class="row">
              <Hidden name="tool" value={tool} />
              <Button name="answer" value="yes" text={t.allowForAnHour} />
              <Button kind="quiet" name="answer" value="no" text={t.refuse} />
            </form>
          }
        />
      ))}
    </Listing>
  )
}

type ToolsTableProps = { caption: string; tools: readonly OfferedTool[] } & Pick<AssistantsProps, 'choices'>

function ToolsTable({ caption, tools: some, choices }: ToolsTableProps) {
  const titles: Readonly<Record<string, string>> = { ...tools.reading, ...tools.drafting }
  const row = (tool: OfferedTool) => {
    const name = nameOf(tool)
    const drafts = 'drafts' in tool
    const chosen = choices.get(name) ?? (drafts ? 'ask' : 'allow')
    return [
      titles[name] ?? name,
      <select class="text" name={name} aria-label={titles[name] ?? name}>
        {toolChoices
          .filter((choice) => !drafts || choice !== 'allow')
          .map((choice) => (
            <option value={choice} selected={choice === chosen}>
              {t.choices[choice]}
            </option>
          ))}
      </select>,
    ]
  }
  return <Table caption={caption} showCaption columns={[{ label: t.tool }, { label: t.choice, short: '' }]} rows={some.map(row)} />
}

function AssistantsPage({ tools: all, choices, askings, address }: AssistantsProps) {
  const [reading, drafting] = [all.filter((tool) => 'reads' in tool), all.filter((tool) => 'drafts' in tool)]
  return (
    <Titled title={t.assistants} meta={<ToSettings />} lead={t.assistantsLead} actions={<Button href="/me#tokens">{t.tokens}</Button>}>
      <p>{t.address({ address: <code>{address}</code> })}</p>
      {askings.length > 0 && <Askings askings={askings} />}
      <Form action="/me/assistants">
        <p class="soft">{t.choicesHint}</p>
        <ToolsTable caption={t.mayRead} tools={reading} choices={choices} />
        <ToolsTable caption={t.mayDraft} tools={drafting} choices={choices} />
        <div class="row">
          <Button kind="primary">{t.save}</Button>
          <Button href="/proposals">{t.viewDrafts}</Button>
        </div>
      </Form>
    </Titled>
  )
}
