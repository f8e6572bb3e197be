import { Field, Form, Hidden, optionsById, optionsOf, Select } from '../../lib/ui/form.tsx'
import { dotted } from '../../lib/ui/lists.tsx'
import { Button, Cancel, Submit, Titled } from '../../lib/ui/parts.tsx'
import { textsOf } from '../../lib/ui/words.ts'
import type { ListedRequest, listRequestChoices, Request } from '../core/queries.ts'
import { byHand, kindNames, severities, severityNames, stageNames } from '../core/rules.ts'
import { requestPath, Stage, Supported } from '../parts.tsx'

const t = textsOf('requests', 'board')
const words = textsOf('requests', 'pages')

type Choices = Awaited<ReturnType<typeof listRequestChoices>>

const cardPath = (id: number, back: string): string => `${requestPath(id)}/card?${new URLSearchParams({ back })}`

/** Where a request can be put besides its status: the menu of each, and how it is said that it is put there. */
export const placesOf = ({ members, topics, areas }: Choices) => {
  const { champion, topic, area, severity } = t.groupingNames
  const levels = optionsOf(severityNames, severities)
  return [
    { act: 'champion', name: 'personId', label: champion, options: optionsById(members), empty: t.noChampion, save: t.name },
    { act: 'topic', name: 'topicId', label: topic, options: optionsById(topics), empty: t.noTopic, save: t.setTopic },
    { act: 'area', name: 'areaId', label: area, options: optionsById(areas), empty: t.noArea, save: t.setArea },
    { act: 'severity', name: 'severity', label: severity, options: levels, empty: t.noSeverity, save: t.setSeverity },
  ] as const
}

/** One request on the board. Its box belongs to the bar for several; its fields come when somebody asks for them. */
export function CardView(props: {
  one: ListedRequest
  /** How many stand behind the one of the board that has most. */
  most: number
  showStage: boolean
  movable: boolean
  back: string
  ticked?: boolean
}) {
  const { one, most, showStage, movable, back, ticked } = props
  const facts = dotted([
    kindNames[one.kind],
    one.severity && severityNames[one.severity],
    one.area,
    one.topic,
    one.cases > 0 && words.caseCount({ n: one.cases }),
  ])
  return (
    <li class="card" id={`r${one.id}`} data-id={String(one.id)} draggable={movable ? 'true' : undefined}>
      <div class="ticked">
        <input
          type="checkbox"
          form="bulk"
          name="ids"
          value={String(one.id)}
          checked={ticked}
          aria-label={t.chooseRequest({ id: one.id, title: one.title })}
        />
        <a class="title" href={requestPath(one.id)} dir="auto">
          #{one.id} {one.title}
        </a>
      </div>
      <p class="meta">{facts}</p>
      <Supported {...one} most={most} />
      {one.champion && <p class="meta">{words.record.champion({ name: one.champion })}</p>}
      {showStage && <Stage stage={one.stage} />}
      <div class="row">
        {movable && (
          <button
            type="button"
            class="button quiet scripted"
            data-grip
            aria-describedby="board-keys"
            aria-label={t.moveRequest({ id: one.id })}
          >
            {t.move}
          </button>
        )}
        <a class="button quiet" href={cardPath(one.id, back)} data-card aria-label={t.editDetailsOf({ id: one.id })}>
          {t.editDetails}
        </a>
      </div>
      {movable && one.stage !== 'merged' && <WithoutScript one={one} back={back} />}
      <div data-fields />
    </li>
  )
}

/** Where nothing can be dragged, a menu says where a request goes. */
const WithoutScript = ({ one, back }: { one: ListedRequest; back: string }) => (
  <noscript>
    <form method="post" action={`${requestPath(one.id)}/card`} class="row">
      <Hidden name="act" value="stage" />
      <Hidden name="back" value={back} />
      <select name="stage" aria-label={t.statusOf({ id: one.id })}>
        {byHand.includes(one.stage as (typeof byHand)[number]) ? null : <option value="">{stageNames[one.stage]}</option>}
        {/* A reason is asked for with the other fields. */}
        {byHand
          .filter((stage) => stage !== 'set_aside' || one.stage === 'set_aside')
          .map((stage) => (
            <option value={stage} selected={stage === one.stage}>
              {stageNames[stage]}
            </option>
          ))}
      </select>
      <Button>{t.setStatus}</Button>
    </form>
  </noscript>
)

/** The fields of a card: within the card with script, on a page of their own without. */
export function CardForm({ request, choices, back, stage }: { request: Request; choices: Choices; back: string; stage?: string }) {
  const fixed = !byHand.some((one) => one === request.stage)
  const values = { champion: request.championId, topic: request.topicId, area: request.areaId, severity: request.severity }
  return (
    <Form action={`${requestPath(request.id)}/card`} id={`card-${request.id}`} label={t.editDetailsOf({ id: request.id })}>
      <Hidden name="act" value="card" />
      <Hidden name="back" value={back} />
      <Select
        name="stage"
        label={t.groupingNames.stage}
        options={optionsOf(stageNames, byHand)}
        value={stage ?? request.stage}
        empty={fixed ? stageNames[request.stage] : false}
        optional
      />
      <Field name="why" label={t.reasonForSettingAside} value={request.stage === 'set_aside' ? request.stageWhy : ''} optional />
      {placesOf(choices)
        .filter(({ act }) => act !== 'severity' || request.kind === 'concern')
        .map(({ act, save: _, ...select }) => (
          <Select {...select} value={String(values[act] ?? '')} optional />
        ))}
      <Submit kind="primary" beside={<Cancel href={`${back}#r${request.id}`} />} text={t.saveDetails} />
    </Form>
  )
}

/** A card of the board by itself, where there is no script. */
export const CardPage = (props: Parameters<typeof CardForm>[0]) => (
  <Titled title={t.detailsOf({ id: props.request.id })} meta={<a href={requestPath(props.request.id)}>{props.request.title}</a>}>
    <CardForm {...props} />
  </Titled>
)
