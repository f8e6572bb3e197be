import { plural } from '../lib/ui/format.ts'
import { catalogue } from '../lib/ui/words.ts'

/** Letters between a group and its vendor. Numbers and days come ready for the reader. */
export const vendorWords = catalogue(
  {
    handed: {
      subject: (group: string, title: string) => `${group}: ${title}`,
      text: (f: { name: string; group: string; title: string; count: number; due: string; note: string; requests: string; link: string }) =>
        `Dear ${f.name},\n\nthe ${f.group} hands over “${f.title}”: ${f.count === 1 ? 'one request' : `${f.count} requests`}, each on a page of its own. Please answer by ${f.due}.\n${f.note}\n${f.requests}\n\nRead and answer on the web:\n${f.link}\n`,
      how: 'Or answer by replying to this mail. Begin each answer with the number of its request:\n\n  #214 Planned for 2027 R1\n  Reason: it goes with the new editor\n  Next review: 2027-03-01\n  Cost: 8\n\nThe answers are: planned, in discovery, declined, exists already, needs information, not a product matter. Each needs its reason; without one the request stays open. Or fill in the attached spreadsheet and send it back.',
    },
    due: {
      subject: (count: number, due: string) =>
        count === 1 ? `One request waits for your answer by ${due}` : `${count} requests wait for your answer by ${due}`,
      text: (f: { name: string; group: string; title: string; due: string; requests: string; link: string }) =>
        `Dear ${f.name},\n\nanswers to these requests of the ${f.group} (“${f.title}”) are due by ${f.due}:\n\n${f.requests}\n\n${f.link}\n`,
    },
    received: {
      subject: (counts: number, open: number) =>
        plural('en', counts, { one: 'One answer has arrived', other: '# answers have arrived' }) +
        (open === 0 ? '' : plural('en', open, { one: ', one stays open', other: ', # stay open' })),
      text: (f: { name: string; title: string; lines: string; link: string }) =>
        `Dear ${f.name},\n\nthank you. This is what your answers to “${f.title}” came to:\n\n${f.lines}\n\nAll of them:\n${f.link}\n`,
      refused: (f: { name: string; title: string; why: string; link: string }) =>
        `Dear ${f.name},\n\nwhat you sent about “${f.title}” could not be taken, and nothing was changed.\n\n${f.why}\n\nYou can answer on the web as well:\n${f.link}\n`,
      refusedSubject: 'Your answers could not be taken',
      noAnswer: 'No answer was found in it. Begin each answer with the number of its request, and say which answer it is and why.',
      wrongSender: (from: string) =>
        `It came from ${from}, which is no address of a guest of the vendor’s here. Answer from the address that our mail went to, or on the web.`,
    },
    asked: {
      subject: (title: string) => `The vendor asks about “${title}”`,
      text: (f: { name: string; asker: string; title: string; question: string; link: string }) =>
        `Dear ${f.name},\n\n${f.asker} asks about “${f.title}”:\n\n${f.question}\n\nUntil it is answered, the group is waited for. Reply to this mail, or answer here:\n${f.link}\n`,
      someone: 'The vendor',
    },
    told: {
      subject: (title: string) => `An answer to your question about “${title}”`,
      text: (f: { name: string; title: string; question: string; answer: string; link: string }) =>
        `Dear ${f.name},\n\nyou asked about “${f.title}”:\n\n${f.question}\n\nThe group answers:\n\n${f.answer}\n\n${f.link}\n`,
    },
    answered: {
      subject: (title: string, answered: number, of: number) => `${answered} of ${of} answered: ${title}`,
      text: (f: { name: string; title: string; lines: string; open: string; link: string; telling: string }) =>
        `Dear ${f.name},\n\nthe vendor has answered “${f.title}”:\n\n${f.lines}\n${f.open}\n${f.link}\n\nWhat they say is told back by you: one post for all of them waits to be looked at and sent:\n${f.telling}\n`,
      stillOpen: (lines: string) => `\nStill open:\n\n${lines}\n`,
    },
    late: {
      subject: (count: number) => (count === 1 ? 'An answer of the vendor’s is late' : `${count} answers of the vendor’s are late`),
      text: (f: { name: string; lines: string; link: string }) =>
        `Dear ${f.name},\n\nthese were due yesterday and have not come:\n\n${f.lines}\n\nThey go to the agenda of the next meeting by themselves.\n\n${f.link}\n`,
    },
    invited: {
      subject: (group: string) => `You are a guest of the ${group}`,
      text: (f: { name: string; group: string; link: string }) =>
        `Dear ${f.name},\n\nthe ${f.group} has made you its guest: you see what it hands over to you, and answer it on the web or by mail. What the group writes for itself stays with the group.\n\nYour desk:\n${f.link}\n`,
    },
    withdrawn: {
      subject: (title: string) => `A user case in “${title}” was withdrawn`,
      text: (f: { name: string; title: string; requests: string; link: string }) =>
        `Dear ${f.name},\n\na user case that “${f.title}” quotes was withdrawn by its author (${f.requests}). It is not shown any more, to the vendor neither. What was printed or sent before cannot be called back: please tell the vendor where that matters.\n\n${f.link}\n`,
    },
    request: (id: number, title: string) => `#${id} ${title}`,
  },
  {
    de: {
      handed: {
        subject: (group, title) => `${group}: ${title}`,
        text: (f) =>
          `Guten Tag ${f.name},\n\ndie ${f.group} übergibt „${f.title}“: ${f.count === 1 ? 'eine Anfrage' : `${f.count} Anfragen`}, jede auf ihrer eigenen Seite. Bitte antworten Sie bis ${f.due}.\n${f.note}\n${f.requests}\n\nIm Web lesen und antworten:\n${f.link}\n`,
        how: 'Oder antworten Sie auf diese Mail. Beginnen Sie jede Antwort mit der Nummer der Anfrage:\n\n  #214 Planned for 2027 R1\n  Grund: passt zum neuen Editor\n  Next review: 2027-03-01\n  Kosten: 8\n\nDie Antworten sind: planned, in discovery, declined, exists already, needs information, not a product matter. Jede braucht ihren Grund; ohne ihn bleibt die Anfrage offen. Oder füllen Sie die angehängte Tabelle aus und senden Sie sie zurück.',
      },
      due: {
        subject: (count, due) =>
          count === 1 ? `Eine Anfrage wartet bis ${due} auf Ihre Antwort` : `${count} Anfragen warten bis ${due} auf Ihre Antwort`,
        text: (f) =>
          `Guten Tag ${f.name},\n\nbis ${f.due} sind Antworten auf diese Anfragen der ${f.group} („${f.title}“) fällig:\n\n${f.requests}\n\n${f.link}\n`,
      },
      received: {
        subject: (counts, open) =>
          plural('de', counts, { one: 'Eine Antwort ist angekommen', other: '# Antworten sind angekommen' }) +
          (open === 0 ? '' : plural('de', open, { one: ', eine bleibt offen', other: ', # bleiben offen' })),
        text: (f) =>
          `Guten Tag ${f.name},\n\ndanke. Das ist aus Ihren Antworten auf „${f.title}“ geworden:\n\n${f.lines}\n\nAlle Antworten:\n${f.link}\n`,
        refused: (f) =>
          `Guten Tag ${f.name},\n\nwas Sie zu „${f.title}“ gesandt haben, konnte nicht übernommen werden; nichts wurde geändert.\n\n${f.why}\n\nSie können auch im Web antworten:\n${f.link}\n`,
        refusedSubject: 'Ihre Antworten konnten nicht übernommen werden',
        noAnswer:
          'Es war keine Antwort zu finden. Beginnen Sie jede Antwort mit der Nummer der Anfrage und sagen Sie, welche Antwort es ist und warum.',
        wrongSender: (from) =>
          `Es kam von ${from}; diese Adresse gehört hier keinem Gast des Herstellers. Antworten Sie von der Adresse, an die unsere Mail ging, oder im Web.`,
      },
      asked: {
        subject: (title) => `Der Hersteller fragt zu „${title}“`,
        text: (f) =>
          `Guten Tag ${f.name},\n\n${f.asker} fragt zu „${f.title}“:\n\n${f.question}\n\nBis zur Antwort wird auf die Gruppe gewartet. Antworten Sie auf diese Mail oder hier:\n${f.link}\n`,
        someone: 'Der Hersteller',
      },
      told: {
        subject: (title) => `Eine Antwort auf Ihre Frage zu „${title}“`,
        text: (f) =>
          `Guten Tag ${f.name},\n\nSie fragten zu „${f.title}“:\n\n${f.question}\n\nDie Gruppe antwortet:\n\n${f.answer}\n\n${f.link}\n`,
      },
      answered: {
        subject: (title, answered, of) => `${answered} von ${of} beantwortet: ${title}`,
        text: (f) =>
          `Guten Tag ${f.name},\n\nder Hersteller hat auf „${f.title}“ geantwortet:\n\n${f.lines}\n${f.open}\n${f.link}\n\nWeitergesagt wird es von Ihnen: Ein Beitrag für alle Antworten wartet darauf, angesehen und gesandt zu werden:\n${f.telling}\n`,
        stillOpen: (lines) => `\nNoch offen:\n\n${lines}\n`,
      },
      late: {
        subject: (count) =>
          count === 1 ? 'Eine Antwort des Herstellers ist überfällig' : `${count} Antworten des Herstellers sind überfällig`,
        text: (f) =>
          `Guten Tag ${f.name},\n\ndiese Antworten waren gestern fällig und sind nicht gekommen:\n\n${f.lines}\n\nSie kommen von selbst auf die Tagesordnung der nächsten Sitzung.\n\n${f.link}\n`,
      },
      invited: {
        subject: (group) => `Sie sind Gast der ${group}`,
        text: (f) =>
          `Guten Tag ${f.name},\n\ndie ${f.group} hat Sie als Gast aufgenommen: Sie sehen, was sie Ihnen übergibt, und antworten im Web oder per Mail. Was die Gruppe für sich schreibt, bleibt bei der Gruppe.\n\nIhr Schreibtisch:\n${f.link}\n`,
      },
      withdrawn: {
        subject: (title) => `Ein Anwendungsfall in „${title}“ wurde zurückgezogen`,
        text: (f) =>
          `Guten Tag ${f.name},\n\nein Anwendungsfall, den „${f.title}“ zitiert, wurde zurückgezogen (${f.requests}). Er wird nicht mehr gezeigt, auch dem Hersteller nicht. Was vorher gedruckt oder gesandt wurde, lässt sich nicht zurückholen: Sagen Sie es dem Hersteller, wo es darauf ankommt.\n\n${f.link}\n`,
      },
      request: (id, title) => `#${id} ${title}`,
    },
    fr: {
      handed: {
        subject: (group, title) => `${group} : ${title}`,
        text: (f) =>
          `Bonjour ${f.name},\n\nle groupe ${f.group} vous remet « ${f.title} » : ${f.count === 1 ? 'une demande' : `${f.count} demandes`}, chacune sur sa page. Merci de répondre d’ici au ${f.due}.\n${f.note}\n${f.requests}\n\nLire et répondre sur le web :\n${f.link}\n`,
        how: 'Ou répondez à ce message. Commencez chaque réponse par le numéro de sa demande :\n\n  #214 Planned for 2027 R1\n  Raison : va avec le nouvel éditeur\n  Next review: 2027-03-01\n  Points : 8\n\nLes réponses sont : planned, in discovery, declined, exists already, needs information, not a product matter. Chacune a besoin de sa raison ; sans elle, la demande reste ouverte. Ou remplissez le tableau joint et renvoyez-le.',
      },
      due: {
        subject: (count, due) =>
          count === 1 ? `Une demande attend votre réponse d’ici au ${due}` : `${count} demandes attendent votre réponse d’ici au ${due}`,
        text: (f) =>
          `Bonjour ${f.name},\n\nles réponses à ces demandes du groupe ${f.group} (« ${f.title} ») sont attendues d’ici au ${f.due} :\n\n${f.requests}\n\n${f.link}\n`,
      },
      received: {
        subject: (counts, open) =>
          plural('fr', counts, { one: '# réponse est arrivée', other: '# réponses sont arrivées' }) +
          (open === 0 ? '' : plural('fr', open, { one: ', # demande reste ouverte', other: ', # demandes restent ouvertes' })),
        text: (f) =>
          `Bonjour ${f.name},\n\nmerci. Voici ce que vos réponses à « ${f.title} » ont donné :\n\n${f.lines}\n\nToutes les réponses :\n${f.link}\n`,
        refused: (f) =>
          `Bonjour ${f.name},\n\nce que vous avez envoyé sur « ${f.title} » n’a pas pu être pris en compte, et rien n’a été changé.\n\n${f.why}\n\nVous pouvez aussi répondre sur le web :\n${f.link}\n`,
        refusedSubject: 'Vos réponses n’ont pas pu être prises en compte',
        noAnswer:
          'Aucune réponse n’y a été trouvée. Commencez chaque réponse par le numéro de sa demande, et dites laquelle c’est et pourquoi.',
        wrongSender: (from) =>
          `Le message venait de ${from}, qui n’est ici l’adresse d’aucun invité du fournisseur. Répondez depuis l’adresse à laquelle nous avons écrit, ou sur le web.`,
      },
      asked: {
        subject: (title) => `Le fournisseur pose une question sur « ${title} »`,
        text: (f) =>
          `Bonjour ${f.name},\n\n${f.asker} demande à propos de « ${f.title} » :\n\n${f.question}\n\nJusqu’à la réponse, c’est le groupe qui est attendu. Répondez à ce message, ou ici :\n${f.link}\n`,
        someone: 'Le fournisseur',
      },
      told: {
        subject: (title) => `Une réponse à votre question sur « ${title} »`,
        text: (f) =>
          `Bonjour ${f.name},\n\nvous aviez demandé à propos de « ${f.title} » :\n\n${f.question}\n\nLe groupe répond :\n\n${f.answer}\n\n${f.link}\n`,
      },
      answered: {
        subject: (title, answered, of) => `${answered} sur ${of} ont une réponse : ${title}`,
        text: (f) =>
          `Bonjour ${f.name},\n\nle fournisseur a répondu à « ${f.title} » :\n\n${f.lines}\n${f.open}\n${f.link}\n\nC’est vous qui le faites savoir : un seul message pour toutes attend d’être relu et envoyé :\n${f.telling}\n`,
        stillOpen: (lines) => `\nEncore ouvertes :\n\n${lines}\n`,
      },
      late: {
        subject: (count) => (count === 1 ? 'Une réponse du fournisseur est en retard' : `${count} réponses du fournisseur sont en retard`),
        text: (f) =>
          `Bonjour ${f.name},\n\nces réponses étaient attendues hier et ne sont pas arrivées :\n\n${f.lines}\n\nElles passent d’elles-mêmes à l’ordre du jour de la prochaine réunion.\n\n${f.link}\n`,
      },
      invited: {
        subject: (group) => `Vous êtes invité ou invitée du groupe ${group}`,
        text: (f) =>
          `Bonjour ${f.name},\n\nle groupe ${f.group} vous compte parmi ses invités : vous voyez ce qu’il vous remet et y répondez sur le web ou par courriel. Ce que le groupe écrit pour lui-même reste au groupe.\n\nVotre bureau :\n${f.link}\n`,
      },
      withdrawn: {
        subject: (title) => `Un cas d’usage de « ${title} » a été retiré`,
        text: (f) =>
          `Bonjour ${f.name},\n\nun cas d’usage cité par « ${f.title} » a été retiré par son auteur (${f.requests}). Il n’est plus montré, pas même au fournisseur. Ce qui a été imprimé ou envoyé auparavant ne peut être repris : prévenez le fournisseur si cela importe.\n\n${f.link}\n`,
      },
      request: (id, title) => `#${id} ${title}`,
    },
    es: {
      handed: {
        subject: (group, title) => `${group}: ${title}`,
        text: (f) =>
          `Hola, ${f.name}:\n\nel grupo ${f.group} le entrega «${f.title}»: ${f.count === 1 ? 'una petición' : `${f.count} peticiones`}, cada una en su página. Responda, por favor, antes del ${f.due}.\n${f.note}\n${f.requests}\n\nLeer y responder en la web:\n${f.link}\n`,
        how: 'O responda a este mensaje. Empiece cada respuesta con el número de su petición:\n\n  #214 Planned for 2027 R1\n  Motivo: va con el nuevo editor\n  Next review: 2027-03-01\n  Puntos: 8\n\nLas respuestas son: planned, in discovery, declined, exists already, needs information, not a product matter. Cada una necesita su motivo; sin él la petición sigue abierta. O rellene la hoja adjunta y devuélvala.',
      },
      due: {
        subject: (count, due) =>
          count === 1 ? `Una petición espera su respuesta antes del ${due}` : `${count} peticiones esperan su respuesta antes del ${due}`,
        text: (f) =>
          `Hola, ${f.name}:\n\nantes del ${f.due} se esperan respuestas a estas peticiones del grupo ${f.group} («${f.title}»):\n\n${f.requests}\n\n${f.link}\n`,
      },
      received: {
        subject: (counts, open) =>
          plural('es', counts, { one: 'Ha llegado una respuesta', other: 'Han llegado # respuestas' }) +
          (open === 0 ? '' : plural('es', open, { one: ', una petición sigue abierta', other: ', # peticiones siguen abiertas' })),
        text: (f) =>
          `Hola, ${f.name}:\n\ngracias. Esto es lo que resultó de sus respuestas a «${f.title}»:\n\n${f.lines}\n\nTodas las respuestas:\n${f.link}\n`,
        refused: (f) =>
          `Hola, ${f.name}:\n\nlo que envió sobre «${f.title}» no se pudo aceptar, y nada ha cambiado.\n\n${f.why}\n\nTambién puede responder en la web:\n${f.link}\n`,
        refusedSubject: 'Sus respuestas no se pudieron aceptar',
        noAnswer: 'No se encontró ninguna respuesta. Empiece cada respuesta con el número de su petición y diga cuál es y por qué.',
        wrongSender: (from) =>
          `Vino de ${from}, que aquí no es la dirección de ninguna persona invitada del proveedor. Responda desde la dirección a la que escribimos, o en la web.`,
      },
      asked: {
        subject: (title) => `El proveedor pregunta sobre «${title}»`,
        text: (f) =>
          `Hola, ${f.name}:\n\n${f.asker} pregunta sobre «${f.title}»:\n\n${f.question}\n\nHasta que se responda, se espera al grupo. Responda a este mensaje, o aquí:\n${f.link}\n`,
        someone: 'El proveedor',
      },
      told: {
        subject: (title) => `Una respuesta a su pregunta sobre «${title}»`,
        text: (f) =>
          `Hola, ${f.name}:\n\nusted preguntó sobre «${f.title}»:\n\n${f.question}\n\nEl grupo responde:\n\n${f.answer}\n\n${f.link}\n`,
      },
      answered: {
        subject: (title, answered, of) => `${answered} de ${of} con respuesta: ${title}`,
        text: (f) =>
          `Hola, ${f.name}:\n\nel proveedor ha respondido a «${f.title}»:\n\n${f.lines}\n${f.open}\n${f.link}\n\nLo comunica usted: un solo mensaje para todas espera que lo revise y lo envíe:\n${f.telling}\n`,
        stillOpen: (lines) => `\nSiguen abiertas:\n\n${lines}\n`,
      },
      late: {
        subject: (count) => (count === 1 ? 'Una respuesta del proveedor se retrasa' : `${count} respuestas del proveedor se retrasan`),
        text: (f) =>
          `Hola, ${f.name}:\n\nestas respuestas se esperaban ayer y no han llegado:\n\n${f.lines}\n\nPasan por sí solas al orden del día de la próxima reunión.\n\n${f.link}\n`,
      },
      invited: {
        subject: (group) => `Usted es persona invitada del grupo ${group}`,
        text: (f) =>
          `Hola, ${f.name}:\n\nel grupo ${f.group} le ha invitado: ve lo que le entrega y responde en la web o por correo. Lo que el grupo escribe para sí se queda en el grupo.\n\nSu mesa:\n${f.link}\n`,
      },
      withdrawn: {
        subject: (title) => `Se retiró un caso de uso de «${title}»`,
        text: (f) =>
          `Hola, ${f.name}:\n\nse ha retirado un caso de uso que «${f.title}» cita (${f.requests}). Ya no se muestra, tampoco al proveedor. Lo impreso o enviado antes no se puede recuperar: avise al proveedor si importa.\n\n${f.link}\n`,
      },
      request: (id, title) => `#${id} ${title}`,
    },
  },
)
