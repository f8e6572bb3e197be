import type { Site } from '../../config.ts'
import type { Locale } from '../../lib/ui/format.ts'
import { catalogue } from '../../lib/ui/words.ts'
import type { Letter } from '../../outbox/rules.ts'

const words = catalogue(
  {
    probe: {
      subject: (list: string) => `Does mail from ${list} reach you?`,
      text: (name: string, list: string, link: string) =>
        `Dear ${name},\n\nlately mail from ${list} to this address came back, on several days, as if the address did not exist. This mail asks once more.\n\nIf you read it, all is well and there is nothing to do. If it comes back too, the list pauses for you until you take it up again:\n${link}\n`,
    },
    incident: {
      subject: (list: string, count: number) => `${list}: ${count} deliveries failed together`,
      text: (list: string, what: string, count: number, said: string, link: string) =>
        `${count} deliveries of ${list} failed for one reason: ${what}.\n\nThe server’s own words: ${said}\n\nNobody is suspended for this. See what happened:\n${link}\n`,
      post: (subject: string) => `the mail “${subject}” was refused`,
      domain: (domain: string) => `${domain} takes no mail from here`,
    },
  },
  {
    de: {
      probe: {
        subject: (list) => `Erreichen Sie die Mails von ${list}?`,
        text: (name, list, link) =>
          `Guten Tag ${name},\n\nin letzter Zeit kamen Mails von ${list} an diese Adresse an mehreren Tagen zurück, als gäbe es die Adresse nicht. Diese Mail fragt noch einmal nach.\n\nWenn Sie sie lesen, ist alles gut und es ist nichts zu tun. Kommt auch sie zurück, ruht die Liste für Sie, bis Sie sie wieder aufnehmen:\n${link}\n`,
      },
      incident: {
        subject: (list, count) => `${list}: ${count} Zustellungen sind zusammen gescheitert`,
        text: (list, what, count, said, link) =>
          `${count} Zustellungen von ${list} sind aus einem Grund gescheitert: ${what}.\n\nDie Worte des Servers: ${said}\n\nDeswegen wird niemand ausgesetzt. Was geschehen ist:\n${link}\n`,
        post: (subject) => `die Mail „${subject}“ wurde abgelehnt`,
        domain: (domain) => `${domain} nimmt von hier keine Mails an`,
      },
    },
    fr: {
      probe: {
        subject: (list) => `Les messages de ${list} vous parviennent-ils ?`,
        text: (name, list, link) =>
          `Bonjour ${name},\n\nces derniers temps, des messages de ${list} à cette adresse sont revenus, plusieurs jours, comme si elle n’existait pas. Ce message demande une dernière fois.\n\nSi vous le lisez, tout va bien et il n’y a rien à faire. S’il revient aussi, la liste est suspendue pour vous jusqu’à ce que vous la repreniez :\n${link}\n`,
      },
      incident: {
        subject: (list, count) => `${list} : ${count} envois ont échoué ensemble`,
        text: (list, what, count, said, link) =>
          `${count} envois de ${list} ont échoué pour une même raison : ${what}.\n\nLes mots du serveur : ${said}\n\nPersonne n’est suspendu pour cela. Voir ce qui s’est passé :\n${link}\n`,
        post: (subject) => `le message « ${subject} » a été refusé`,
        domain: (domain) => `${domain} n’accepte pas de courrier d’ici`,
      },
    },
    es: {
      probe: {
        subject: (list) => `¿Le llega el correo de ${list}?`,
        text: (name, list, link) =>
          `Hola, ${name}:\n\núltimamente el correo de ${list} a esta dirección ha vuelto, varios días, como si no existiera. Este mensaje pregunta una vez más.\n\nSi lo lee, todo está bien y no hay que hacer nada. Si también vuelve, la lista queda en pausa para usted hasta que la retome:\n${link}\n`,
      },
      incident: {
        subject: (list, count) => `${list}: ${count} envíos fallaron a la vez`,
        text: (list, what, count, said, link) =>
          `${count} envíos de ${list} fallaron por un mismo motivo: ${what}.\n\nLas palabras del servidor: ${said}\n\nNo se suspende a nadie por esto. Ver qué pasó:\n${link}\n`,
        post: (subject) => `el mensaje «${subject}» fue rechazado`,
        domain: (domain) => `${domain} no acepta correo de aquí`,
      },
    },
  },
)

/** Asks an address whether it is alive. */
export function probe(
  list: { id: number; name: string; title: string },
  { baseUrl, mailDomain }: Site,
  to: { personId: number; name: string; email: string; locale: string },
): Letter {
  const said = words(to.locale as Locale).probe
  return {
    kind: 'bounces.probe',
    to: { name: to.name, email: to.email },
    personId: to.personId,
    listId: list.id,
    from: { name: list.title, email: `${list.name}-owner@${mailDomain}` },
    subject: said.subject(list.title),
    text: said.text(to.name, list.title, `${baseUrl}/me/subscriptions`),
  }
}

/** Tells an owner of failures that came together. */
export function incidentNotice(
  list: { id: number; name: string; title: string },
  { baseUrl }: Site,
  to: { id: number; name: string; email: string; locale: string },
  incident: { kind: 'post' | 'domain'; subject: string; failures: number; words: string },
): Letter {
  const said = words(to.locale as Locale).incident
  const what = incident.kind === 'post' ? said.post(incident.subject) : said.domain(incident.subject)
  return {
    kind: 'bounces.incident',
    plain: true,
    to,
    personId: to.id,
    listId: list.id,
    subject: said.subject(list.title, incident.failures),
    text: said.text(list.title, what, incident.failures, incident.words, `${baseUrl}/lists/${list.name}/bounces`),
  }
}
