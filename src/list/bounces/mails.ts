import type { Site } from '../../config.ts'
import type { Locale } from '../../lib/ui/format.ts'
import { wordsOf } from '../../lib/ui/words.ts'
import { type Addressee, addressed, type Letter } from '../../outbox/rules.ts'

const words = wordsOf('list', 'bounces')

/** The list that a letter is about, and the group that writes it. */
interface FromList {
  id: number
  name: string
  title: string
  group: string
}

/** Asks an address whether it is alive. */
export function probe(
  list: FromList,
  { baseUrl, mailDomain }: Site,
  to: { personId: number; name: string; email: string; locale: string },
): Letter {
  const said = words(to.locale as Locale).probe
  return {
    kind: 'bounces.probe',
    to: { name: to.name, email: to.email },
    personId: to.personId,
    listId: list.id,
    group: list.group,
    from: { name: list.group, email: `${list.name}-owner@${mailDomain}` },
    subject: said.subject({ list: list.title }),
    text: said.text({ name: to.name, list: list.title, link: `${baseUrl}/me/subscriptions` }),
  }
}

/** Tells an owner of failures that came together. */
export function incidentNotice(
  list: FromList,
  { baseUrl, mailDomain }: Site,
  to: Addressee,
  incident: { kind: 'post' | 'domain'; subject: string; failures: number; words: string },
): Letter {
  const said = words(to.locale as Locale).incident
  const what = incident.kind === 'post' ? said.post({ subject: incident.subject }) : said.domain({ domain: incident.subject })
  return {
    kind: 'bounces.incident',
    plain: true,
    ...addressed(to),
    listId: list.id,
    group: list.group,
    from: { name: list.group, email: `${list.name}-owner@${mailDomain}` },
    subject: said.subject({ list: list.title, count: incident.failures }),
    text: said.text({
      name: to.name,
      list: list.title,
      what,
      count: incident.failures,
      said: incident.words,
      link: `${baseUrl}/lists/${list.name}/bounces`,
    }),
  }
}
