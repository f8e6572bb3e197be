import { formatNumber, type Locale, plural } from '../../lib/ui/format.ts'
import { catalogue } from '../../lib/ui/words.ts'

type Forms = { one: string; other: string }
const count = (locale: Locale, forms: Forms) => (n: number) => plural(locale, n, forms)
const number = (locale: Locale) => (n: number) => formatNumber(locale, n)

const en = {
  sections: {
    requests: 'Requests',
    vote: 'The vote',
    vendor: 'With the vendor',
    group: 'The working group',
    list: 'On the list',
    people: 'People',
  },
  ideas: count('en', { one: '# idea was written down.', other: '# ideas were written down.' }),
  concerns: count('en', { one: '# concern was raised.', other: '# concerns were raised.' }),
  merged: count('en', { one: '# request was merged into another.', other: '# requests were merged into others.' }),
  setAside: count('en', { one: '# request was set aside, with the reason.', other: '# requests were set aside, each with the reason.' }),
  cases: count('en', { one: '# user case was told.', other: '# user cases were told.' }),
  story: (title: string) => `A story from practice: “${title}”.`,
  submitted: (cycle: string, n: number) =>
    plural('en', n, { one: `# request was submitted to ${cycle}.`, other: `# requests were submitted to ${cycle}.` }),
  wishesMerged: count('en', { one: '# of them was merged.', other: '# of them were merged.' }),
  wishesSetAside: count('en', { one: '# was set aside in the triage.', other: '# were set aside in the triage.' }),
  exists: count('en', { one: '# is there already or is a fault to be mended.', other: '# are there already or are faults to be mended.' }),
  options: (title: string, n: number) =>
    plural('en', n, { one: `# request was put to the vote in ${title}.`, other: `# requests were put to the vote in ${title}.` }),
  papers: (title: string, n: number) =>
    plural('en', n, { one: `One ballot was cast in ${title}.`, other: `# ballots were cast in ${title}.` }),
  points: (title: string, n: number) =>
    plural('en', n, { one: `# point was given in ${title}.`, other: `# points were given in ${title}.` }),
  top: (n: number, titles: string) => (n === 1 ? `The winner: ${titles}.` : `At the top of ${number('en')(n)} winners: ${titles}.`),
  answers: (vendor: string, n: number) =>
    plural('en', n, { one: `${vendor} answered # request.`, other: `${vendor} answered # requests.` }),
  ofThem: (list: string) => `Of the answers ${list}.`,
  classes: {
    planned: count('en', { one: '# is “planned”', other: '# are “planned”' }),
    in_discovery: count('en', { one: '# is “in discovery”', other: '# are “in discovery”' }),
    declined: count('en', { one: '# is “declined”', other: '# are “declined”' }),
    exists: count('en', { one: '# says that it exists', other: '# say that it exists' }),
    needs_information: count('en', { one: '# asks for more', other: '# ask for more' }),
    not_product: count('en', { one: '# points to another product', other: '# point to another product' }),
  },
  commitments: (vendor: string, n: number, points: number) =>
    plural('en', n, { one: `${vendor} promised # request`, other: `${vendor} promised # requests` }) +
    plural('en', points, { zero: '.', one: ', # point of work.', other: ', # points of work.' }),
  release: (name: string, n: number) =>
    plural('en', n, { one: `${name} is said to deliver # request.`, other: `${name} is said to deliver # requests.` }),
  accepted: count('en', { one: '# delivery was tested and accepted.', other: '# deliveries were tested and accepted.' }),
  reopened: count('en', {
    one: '# delivery was tested and does not do yet what was asked.',
    other: '# deliveries were tested and do not do yet what was asked.',
  }),
  meeting: (title: string, day: string, present: number) =>
    `${title} was held on ${day}${present > 0 ? plural('en', present, { one: ', with one person', other: ', with # people' }) : ''}.`,
  decision: (n: number, text: string) => `Decided (D-${n}): ${text}`,
  talk: (title: string) => `Show and Tell: “${title}”.`,
  event: (title: string, day: string, place: string) => `${title}, ${day}${place ? `, ${place}` : ''}.`,
  document: (title: string, n: number) => `Approved: “${title}”${n > 1 ? `, version ${n}` : ''}.`,
  messages: (list: string, n: number, threads: number) =>
    `${plural('en', n, { one: '# message', other: '# messages' })} in ${plural('en', threads, { one: '# thread', other: '# threads' })} on ${list}.`,
  newcomers: (list: string, n: number) =>
    plural('en', n, { one: `# person wrote to ${list} for the first time.`, other: `# people wrote to ${list} for the first time.` }),
  joined: (list: string, n: number) => plural('en', n, { one: `# person joined ${list}.`, other: `# people joined ${list}.` }),
  began: (names: string) => `New in the working group: ${names}.`,
  ended: (names: string) => `Terms ended, with our thanks: ${names}.`,
  labels: {
    ideas: count('en', { one: 'idea written down', other: 'ideas written down' }),
    concerns: count('en', { one: 'concern raised', other: 'concerns raised' }),
    merged: count('en', { one: 'request merged', other: 'requests merged' }),
    cases: count('en', { one: 'user case told', other: 'user cases told' }),
    submitted: count('en', { one: 'request submitted', other: 'requests submitted' }),
    options: count('en', { one: 'put to the vote', other: 'put to the vote' }),
    papers: count('en', { one: 'ballot cast', other: 'ballots cast' }),
    points: count('en', { one: 'point given', other: 'points given' }),
    answers: count('en', { one: 'answer of the vendor', other: 'answers of the vendor' }),
    commitments: count('en', { one: 'request promised', other: 'requests promised' }),
    accepted: count('en', { one: 'delivery accepted', other: 'deliveries accepted' }),
    messages: count('en', { one: 'message on the list', other: 'messages on the list' }),
    newcomers: count('en', { one: 'wrote for the first time', other: 'wrote for the first time' }),
  },
}

/** The sentences that a newsletter tells the record with. */
export const reportWords = catalogue(en, {
  de: {
    sections: {
      requests: 'Anliegen',
      vote: 'Die Abstimmung',
      vendor: 'Mit dem Hersteller',
      group: 'Die Arbeitsgruppe',
      list: 'Auf der Liste',
      people: 'Menschen',
    },
    ideas: count('de', { one: '# Idee wurde aufgeschrieben.', other: '# Ideen wurden aufgeschrieben.' }),
    concerns: count('de', { one: '# Problem wurde gemeldet.', other: '# Probleme wurden gemeldet.' }),
    merged: count('de', { one: '# Anliegen wurde mit einem anderen vereint.', other: '# Anliegen wurden mit anderen vereint.' }),
    setAside: count('de', {
      one: '# Anliegen wurde mit Begründung zurückgestellt.',
      other: '# Anliegen wurden mit Begründung zurückgestellt.',
    }),
    cases: count('de', { one: '# Anwendungsfall wurde erzählt.', other: '# Anwendungsfälle wurden erzählt.' }),
    story: (title) => `Eine Geschichte aus der Praxis: „${title}“.`,
    submitted: (cycle, n) =>
      plural('de', n, { one: `# Anliegen wurde zu ${cycle} eingereicht.`, other: `# Anliegen wurden zu ${cycle} eingereicht.` }),
    wishesMerged: count('de', { one: '# davon wurde mit einem anderen vereint.', other: '# davon wurden mit anderen vereint.' }),
    wishesSetAside: count('de', {
      one: '# wurde bei der Durchsicht zurückgestellt.',
      other: '# wurden bei der Durchsicht zurückgestellt.',
    }),
    exists: count('de', {
      one: '# gibt es schon oder ist ein Fehler, der behoben wird.',
      other: '# gibt es schon oder sind Fehler, die behoben werden.',
    }),
    options: (title, n) =>
      plural('de', n, { one: `# Anliegen stand zur Abstimmung: ${title}.`, other: `# Anliegen standen zur Abstimmung: ${title}.` }),
    papers: (title, n) =>
      plural('de', n, { one: `Ein Stimmzettel wurde abgegeben: ${title}.`, other: `# Stimmzettel wurden abgegeben: ${title}.` }),
    points: (title, n) => plural('de', n, { one: `# Punkt wurde vergeben: ${title}.`, other: `# Punkte wurden vergeben: ${title}.` }),
    top: (n, titles) => (n === 1 ? `Gewonnen hat: ${titles}.` : `An der Spitze von ${number('de')(n)} Gewinnern: ${titles}.`),
    answers: (vendor, n) =>
      plural('de', n, { one: `${vendor} hat # Anliegen beantwortet.`, other: `${vendor} hat # Anliegen beantwortet.` }),
    ofThem: (list) => `Von den Antworten ${list}.`,
    classes: {
      planned: count('de', { one: 'lautet # „geplant“', other: 'lauten # „geplant“' }),
      in_discovery: count('de', { one: 'lautet # „wird untersucht“', other: 'lauten # „wird untersucht“' }),
      declined: count('de', { one: 'lautet # „abgelehnt“', other: 'lauten # „abgelehnt“' }),
      exists: count('de', { one: 'sagt #, dass es das gibt', other: 'sagen #, dass es das gibt' }),
      needs_information: count('de', { one: 'fragt # nach mehr', other: 'fragen # nach mehr' }),
      not_product: count('de', { one: 'verweist # auf ein anderes Produkt', other: 'verweisen # auf ein anderes Produkt' }),
    },
    commitments: (vendor, n, points) =>
      plural('de', n, { one: `${vendor} hat # Anliegen zugesagt`, other: `${vendor} hat # Anliegen zugesagt` }) +
      plural('de', points, { zero: '.', one: ', das ist # Punkt Arbeit.', other: ', das sind # Punkte Arbeit.' }),
    release: (name, n) => plural('de', n, { one: `${name} soll # Anliegen erfüllen.`, other: `${name} soll # Anliegen erfüllen.` }),
    accepted: count('de', { one: '# Lieferung wurde geprüft und angenommen.', other: '# Lieferungen wurden geprüft und angenommen.' }),
    reopened: count('de', {
      one: '# Lieferung wurde geprüft und leistet noch nicht, was gewünscht war.',
      other: '# Lieferungen wurden geprüft und leisten noch nicht, was gewünscht war.',
    }),
    meeting: (title, day, present) =>
      `${title} fand am ${day} statt${present > 0 ? plural('de', present, { one: ', mit einer Person', other: ', mit # Personen' }) : ''}.`,
    decision: (n, text) => `Beschlossen (D-${n}): ${text}`,
    talk: (title) => `Show and Tell: „${title}“.`,
    event: (title, day, place) => `${title}, ${day}${place ? `, ${place}` : ''}.`,
    document: (title, n) => `Verabschiedet: „${title}“${n > 1 ? `, Fassung ${n}` : ''}.`,
    messages: (list, n, threads) =>
      `${plural('de', n, { one: '# Nachricht', other: '# Nachrichten' })} in ${plural('de', threads, { one: '# Thema', other: '# Themen' })} auf ${list}.`,
    newcomers: (list, n) =>
      plural('de', n, { one: `# Person schrieb zum ersten Mal an ${list}.`, other: `# Personen schrieben zum ersten Mal an ${list}.` }),
    joined: (list, n) => plural('de', n, { one: `# Person kam zu ${list} hinzu.`, other: `# Personen kamen zu ${list} hinzu.` }),
    began: (names) => `Neu in der Arbeitsgruppe: ${names}.`,
    ended: (names) => `Amtszeiten endeten, mit unserem Dank: ${names}.`,
    labels: {
      ideas: count('de', { one: 'Idee aufgeschrieben', other: 'Ideen aufgeschrieben' }),
      concerns: count('de', { one: 'Problem gemeldet', other: 'Probleme gemeldet' }),
      merged: count('de', { one: 'Anliegen vereint', other: 'Anliegen vereint' }),
      cases: count('de', { one: 'Anwendungsfall erzählt', other: 'Anwendungsfälle erzählt' }),
      submitted: count('de', { one: 'Anliegen eingereicht', other: 'Anliegen eingereicht' }),
      options: count('de', { one: 'stand zur Abstimmung', other: 'standen zur Abstimmung' }),
      papers: count('de', { one: 'Stimmzettel abgegeben', other: 'Stimmzettel abgegeben' }),
      points: count('de', { one: 'Punkt vergeben', other: 'Punkte vergeben' }),
      answers: count('de', { one: 'Antwort des Herstellers', other: 'Antworten des Herstellers' }),
      commitments: count('de', { one: 'Anliegen zugesagt', other: 'Anliegen zugesagt' }),
      accepted: count('de', { one: 'Lieferung angenommen', other: 'Lieferungen angenommen' }),
      messages: count('de', { one: 'Nachricht auf der Liste', other: 'Nachrichten auf der Liste' }),
      newcomers: count('de', { one: 'schrieb zum ersten Mal', other: 'schrieben zum ersten Mal' }),
    },
  },
  fr: {
    sections: {
      requests: 'Demandes',
      vote: 'Le vote',
      vendor: 'Avec l’éditeur',
      group: 'Le groupe de travail',
      list: 'Sur la liste',
      people: 'Les personnes',
    },
    ideas: count('fr', { one: '# idée a été notée.', other: '# idées ont été notées.' }),
    concerns: count('fr', { one: '# problème a été signalé.', other: '# problèmes ont été signalés.' }),
    merged: count('fr', { one: '# demande a été réunie à une autre.', other: '# demandes ont été réunies à d’autres.' }),
    setAside: count('fr', {
      one: '# demande a été mise de côté, avec la raison.',
      other: '# demandes ont été mises de côté, chacune avec la raison.',
    }),
    cases: count('fr', { one: '# cas d’usage a été raconté.', other: '# cas d’usage ont été racontés.' }),
    story: (title) => `Un récit de la pratique : « ${title} ».`,
    submitted: (cycle, n) =>
      plural('fr', n, { one: `# demande a été soumise à ${cycle}.`, other: `# demandes ont été soumises à ${cycle}.` }),
    wishesMerged: count('fr', { one: '# d’entre elles a été réunie à une autre.', other: '# d’entre elles ont été réunies à d’autres.' }),
    wishesSetAside: count('fr', { one: '# a été mise de côté au tri.', other: '# ont été mises de côté au tri.' }),
    exists: count('fr', { one: '# existe déjà ou est une erreur à corriger.', other: '# existent déjà ou sont des erreurs à corriger.' }),
    options: (title, n) =>
      plural('fr', n, { one: `# demande a été mise au vote : ${title}.`, other: `# demandes ont été mises au vote : ${title}.` }),
    papers: (title, n) => plural('fr', n, { one: `Un bulletin a été remis : ${title}.`, other: `# bulletins ont été remis : ${title}.` }),
    points: (title, n) => plural('fr', n, { one: `# point a été attribué : ${title}.`, other: `# points ont été attribués : ${title}.` }),
    top: (n, titles) => (n === 1 ? `Retenue : ${titles}.` : `En tête de ${number('fr')(n)} demandes retenues : ${titles}.`),
    answers: (vendor, n) => plural('fr', n, { one: `${vendor} a répondu à # demande.`, other: `${vendor} a répondu à # demandes.` }),
    ofThem: (list) => `Parmi les réponses, ${list}.`,
    classes: {
      planned: count('fr', { one: '# dit « prévu »', other: '# disent « prévu »' }),
      in_discovery: count('fr', { one: '# dit « à l’étude »', other: '# disent « à l’étude »' }),
      declined: count('fr', { one: '# dit « refusé »', other: '# disent « refusé »' }),
      exists: count('fr', { one: '# dit que cela existe', other: '# disent que cela existe' }),
      needs_information: count('fr', { one: '# demande des précisions', other: '# demandent des précisions' }),
      not_product: count('fr', { one: '# renvoie à un autre produit', other: '# renvoient à un autre produit' }),
    },
    commitments: (vendor, n, points) =>
      plural('fr', n, { one: `${vendor} a promis # demande`, other: `${vendor} a promis # demandes` }) +
      plural('fr', points, { zero: '.', one: ', soit # point de travail.', other: ', soit # points de travail.' }),
    release: (name, n) => plural('fr', n, { one: `${name} devrait livrer # demande.`, other: `${name} devrait livrer # demandes.` }),
    accepted: count('fr', { one: '# livraison a été testée et acceptée.', other: '# livraisons ont été testées et acceptées.' }),
    reopened: count('fr', {
      one: '# livraison a été testée et ne fait pas encore ce qui était demandé.',
      other: '# livraisons ont été testées et ne font pas encore ce qui était demandé.',
    }),
    meeting: (title, day, present) =>
      `${title} a eu lieu le ${day}${present > 0 ? plural('fr', present, { one: ', avec une personne', other: ', avec # personnes' }) : ''}.`,
    decision: (n, text) => `Décidé (D-${n}) : ${text}`,
    talk: (title) => `Show and Tell : « ${title} ».`,
    event: (title, day, place) => `${title}, ${day}${place ? `, ${place}` : ''}.`,
    document: (title, n) => `Approuvé : « ${title} »${n > 1 ? `, version ${n}` : ''}.`,
    messages: (list, n, threads) =>
      `${plural('fr', n, { one: '# message', other: '# messages' })} dans ${plural('fr', threads, { one: '# fil', other: '# fils' })} sur ${list}.`,
    newcomers: (list, n) =>
      plural('fr', n, {
        one: `# personne a écrit à ${list} pour la première fois.`,
        other: `# personnes ont écrit à ${list} pour la première fois.`,
      }),
    joined: (list, n) => plural('fr', n, { one: `# personne a rejoint ${list}.`, other: `# personnes ont rejoint ${list}.` }),
    began: (names) => `Nouveaux membres du groupe de travail : ${names}.`,
    ended: (names) => `Mandats terminés, avec nos remerciements : ${names}.`,
    labels: {
      ideas: count('fr', { one: 'idée notée', other: 'idées notées' }),
      concerns: count('fr', { one: 'problème signalé', other: 'problèmes signalés' }),
      merged: count('fr', { one: 'demande réunie', other: 'demandes réunies' }),
      cases: count('fr', { one: 'cas d’usage raconté', other: 'cas d’usage racontés' }),
      submitted: count('fr', { one: 'demande soumise', other: 'demandes soumises' }),
      options: count('fr', { one: 'mise au vote', other: 'mises au vote' }),
      papers: count('fr', { one: 'bulletin remis', other: 'bulletins remis' }),
      points: count('fr', { one: 'point attribué', other: 'points attribués' }),
      answers: count('fr', { one: 'réponse de l’éditeur', other: 'réponses de l’éditeur' }),
      commitments: count('fr', { one: 'demande promise', other: 'demandes promises' }),
      accepted: count('fr', { one: 'livraison acceptée', other: 'livraisons acceptées' }),
      messages: count('fr', { one: 'message sur la liste', other: 'messages sur la liste' }),
      newcomers: count('fr', { one: 'a écrit pour la première fois', other: 'ont écrit pour la première fois' }),
    },
  },
  es: {
    sections: {
      requests: 'Peticiones',
      vote: 'La votación',
      vendor: 'Con el proveedor',
      group: 'El grupo de trabajo',
      list: 'En la lista',
      people: 'Personas',
    },
    ideas: count('es', { one: 'Se anotó # idea.', other: 'Se anotaron # ideas.' }),
    concerns: count('es', { one: 'Se planteó # problema.', other: 'Se plantearon # problemas.' }),
    merged: count('es', { one: '# petición se unió a otra.', other: '# peticiones se unieron a otras.' }),
    setAside: count('es', {
      one: '# petición se dejó de lado, con el motivo.',
      other: '# peticiones se dejaron de lado, cada una con el motivo.',
    }),
    cases: count('es', { one: 'Se contó # caso de uso.', other: 'Se contaron # casos de uso.' }),
    story: (title) => `Una historia de la práctica: «${title}».`,
    submitted: (cycle, n) =>
      plural('es', n, { one: `Se presentó # petición a ${cycle}.`, other: `Se presentaron # peticiones a ${cycle}.` }),
    wishesMerged: count('es', { one: '# de ellas se unió a otra.', other: '# de ellas se unieron a otras.' }),
    wishesSetAside: count('es', { one: '# se dejó de lado en la revisión.', other: '# se dejaron de lado en la revisión.' }),
    exists: count('es', { one: '# ya existe o es un fallo por corregir.', other: '# ya existen o son fallos por corregir.' }),
    options: (title, n) =>
      plural('es', n, { one: `Se sometió a votación # petición: ${title}.`, other: `Se sometieron a votación # peticiones: ${title}.` }),
    papers: (title, n) => plural('es', n, { one: `Se entregó una papeleta: ${title}.`, other: `Se entregaron # papeletas: ${title}.` }),
    points: (title, n) => plural('es', n, { one: `Se repartió # punto: ${title}.`, other: `Se repartieron # puntos: ${title}.` }),
    top: (n, titles) => (n === 1 ? `La ganadora: ${titles}.` : `A la cabeza de ${number('es')(n)} ganadoras: ${titles}.`),
    answers: (vendor, n) => plural('es', n, { one: `${vendor} respondió a # petición.`, other: `${vendor} respondió a # peticiones.` }),
    ofThem: (list) => `De las respuestas, ${list}.`,
    classes: {
      planned: count('es', { one: '# dice «previsto»', other: '# dicen «previsto»' }),
      in_discovery: count('es', { one: '# dice «en estudio»', other: '# dicen «en estudio»' }),
      declined: count('es', { one: '# dice «rechazado»', other: '# dicen «rechazado»' }),
      exists: count('es', { one: '# dice que ya existe', other: '# dicen que ya existe' }),
      needs_information: count('es', { one: '# pide más datos', other: '# piden más datos' }),
      not_product: count('es', { one: '# remite a otro producto', other: '# remiten a otro producto' }),
    },
    commitments: (vendor, n, points) =>
      plural('es', n, { one: `${vendor} prometió # petición`, other: `${vendor} prometió # peticiones` }) +
      plural('es', points, { zero: '.', one: ', # punto de trabajo.', other: ', # puntos de trabajo.' }),
    release: (name, n) =>
      plural('es', n, { one: `Se dice que ${name} entrega # petición.`, other: `Se dice que ${name} entrega # peticiones.` }),
    accepted: count('es', { one: '# entrega se probó y se aceptó.', other: '# entregas se probaron y se aceptaron.' }),
    reopened: count('es', {
      one: '# entrega se probó y aún no hace lo que se pidió.',
      other: '# entregas se probaron y aún no hacen lo que se pidió.',
    }),
    meeting: (title, day, present) =>
      `${title} se celebró el ${day}${present > 0 ? plural('es', present, { one: ', con una persona', other: ', con # personas' }) : ''}.`,
    decision: (n, text) => `Decidido (D-${n}): ${text}`,
    talk: (title) => `Show and Tell: «${title}».`,
    event: (title, day, place) => `${title}, ${day}${place ? `, ${place}` : ''}.`,
    document: (title, n) => `Aprobado: «${title}»${n > 1 ? `, versión ${n}` : ''}.`,
    messages: (list, n, threads) =>
      `${plural('es', n, { one: '# mensaje', other: '# mensajes' })} en ${plural('es', threads, { one: '# hilo', other: '# hilos' })} en ${list}.`,
    newcomers: (list, n) =>
      plural('es', n, { one: `# persona escribió a ${list} por primera vez.`, other: `# personas escribieron a ${list} por primera vez.` }),
    joined: (list, n) => plural('es', n, { one: `# persona se unió a ${list}.`, other: `# personas se unieron a ${list}.` }),
    began: (names) => `Nuevos en el grupo de trabajo: ${names}.`,
    ended: (names) => `Mandatos terminados, con nuestro agradecimiento: ${names}.`,
    labels: {
      ideas: count('es', { one: 'idea anotada', other: 'ideas anotadas' }),
      concerns: count('es', { one: 'problema planteado', other: 'problemas planteados' }),
      merged: count('es', { one: 'petición unida', other: 'peticiones unidas' }),
      cases: count('es', { one: 'caso de uso contado', other: 'casos de uso contados' }),
      submitted: count('es', { one: 'petición presentada', other: 'peticiones presentadas' }),
      options: count('es', { one: 'sometida a votación', other: 'sometidas a votación' }),
      papers: count('es', { one: 'papeleta entregada', other: 'papeletas entregadas' }),
      points: count('es', { one: 'punto repartido', other: 'puntos repartidos' }),
      answers: count('es', { one: 'respuesta del proveedor', other: 'respuestas del proveedor' }),
      commitments: count('es', { one: 'petición prometida', other: 'peticiones prometidas' }),
      accepted: count('es', { one: 'entrega aceptada', other: 'entregas aceptadas' }),
      messages: count('es', { one: 'mensaje en la lista', other: 'mensajes en la lista' }),
      newcomers: count('es', { one: 'escribió por primera vez', other: 'escribieron por primera vez' }),
    },
  },
})
