import { plural } from '../lib/ui/format.ts'
import { waiting } from '../lib/ui/waits.ts'

/** What may wait for somebody at the lists, meetings, papers and offices of a group. Days come ready for the reader. */
export const groupWaiting = waiting(
  {
    asking: (count: number, list: string) => ({
      title: plural('en', count, { one: `Somebody asks to join ${list}`, other: `# people ask to join ${list}` }),
      meta: 'The addresses are confirmed.',
      button: 'Look and decide',
    }),
    parked: (count: number) => ({
      title: plural('en', count, { one: 'A mail could not be sorted', other: '# mails could not be sorted' }),
      meta: 'Parked with what went wrong; nothing is lost.',
      button: 'Look and try again',
    }),
    held: (count: number, list: string) => ({
      title: plural('en', count, { one: `A mail to ${list} is held`, other: `# mails to ${list} are held` }),
      meta: 'They go out, or not, as you decide.',
      button: 'Read',
    }),
    charterReview: (day: string, group: string) => ({
      title: `The charter is to be looked at again by ${day}`,
      meta: group,
      button: 'Look at it',
    }),
    charterDraft: (version: number, group: string, clauses: number) => ({
      title: `Version ${version} of the charter is a draft`,
      meta: `${group} · ${plural('en', clauses, { one: 'one clause', other: '# clauses' })}`,
      button: 'Go on',
    }),
    letters: (open: number, late: number, desk: string) => ({
      title:
        open > 0
          ? plural('en', open, { one: `One letter to ${desk} waits for an answer`, other: `# letters to ${desk} wait for an answer` })
          : plural('en', late, { one: `One answer to ${desk} is late`, other: `# answers to ${desk} are late` }),
      meta: late > 0 ? `${late} of them late` : 'Whoever holds the role answers.',
      button: 'Read',
    }),
    handover: (giver: string, taker: string, group: string) => ({
      title: `A handover from ${giver} to ${taker} is prepared`,
      meta: group,
      button: 'Look and hand over',
    }),
    actions: (open: number, late: number) => ({
      title: plural('en', open, { one: 'You have an open action', other: 'You have # open actions' }),
      meta: late > 0 ? `${late} late` : 'None is late.',
      button: 'Look',
    }),
    namings: (count: number) => ({
      title: plural('en', count, { one: 'An institution names who speaks for it', other: '# institutions name who speaks for them' }),
      meta: 'The user group confirms.',
      button: 'Look and confirm',
    }),
    workplaces: (count: number) => ({
      title: plural('en', count, { one: 'Somebody says that they work elsewhere', other: '# people say that they work elsewhere' }),
      meta: 'A person settles it.',
      button: 'Settle',
    }),
    review: (title: string, host: string, day: string, late: boolean) => ({
      title: `${late ? 'Overdue for review' : 'Due for review'}: ${title}`,
      meta: `${host} · ${late ? 'was due' : 'due'} on ${day}`,
      button: 'Read and review',
    }),
    approve: (title: string, version: number, host: string) => ({
      title: `To approve: ${title}, version ${version}`,
      meta: `${host} · a draft`,
      button: 'Read and approve',
    }),
    keptLong: (title: string, host: string) => ({
      title: `Kept long enough: ${title}`,
      meta: `${host} · nothing goes by itself`,
      button: 'Decide',
    }),
    report: (year: string, group: string, begun: boolean) => ({
      title: `The report of ${year} is due`,
      meta: begun ? `${group} · there is a draft` : `${group} · it drafts itself from the record`,
      button: begun ? 'Go on with it' : 'Begin it',
    }),
    minutes: (title: string) => ({
      title: `Minutes to check: ${title}`,
      meta: 'Without a correction they count as approved.',
      button: 'Read',
    }),
    chooseTime: (title: string) => ({ title: `Choose a time: ${title}`, meta: 'The answers are in.', button: 'Choose' }),
    poll: (title: string) => ({ title: `When can you? ${title}`, meta: 'A date is looked for.', button: 'Answer' }),
  },
  {
    de: {
      asking: (count, list) => ({
        title: plural('de', count, { one: `Jemand möchte ${list} beitreten`, other: `# Personen möchten ${list} beitreten` }),
        meta: 'Die Adressen sind bestätigt.',
        button: 'Ansehen und entscheiden',
      }),
      parked: (count) => ({
        title: plural('de', count, { one: 'Eine Mail konnte nicht einsortiert werden', other: '# Mails konnten nicht einsortiert werden' }),
        meta: 'Abgestellt mit dem, was schiefging; nichts ist verloren.',
        button: 'Ansehen und erneut versuchen',
      }),
      held: (count, list) => ({
        title: plural('de', count, { one: `Eine Mail an ${list} wird zurückgehalten`, other: `# Mails an ${list} werden zurückgehalten` }),
        meta: 'Sie gehen hinaus oder nicht, wie Sie entscheiden.',
        button: 'Lesen',
      }),
      charterReview: (day, group) => ({ title: `Die Satzung ist bis ${day} wieder durchzusehen`, meta: group, button: 'Ansehen' }),
      charterDraft: (version, group, clauses) => ({
        title: `Fassung ${version} der Satzung ist ein Entwurf`,
        meta: `${group} · ${plural('de', clauses, { one: 'ein Absatz', other: '# Absätze' })}`,
        button: 'Weiter',
      }),
      letters: (open, late, desk) => ({
        title:
          open > 0
            ? plural('de', open, { one: `Ein Schreiben an ${desk} wartet auf Antwort`, other: `# Schreiben an ${desk} warten auf Antwort` })
            : plural('de', late, { one: `Eine Antwort an ${desk} ist überfällig`, other: `# Antworten an ${desk} sind überfällig` }),
        meta: late > 0 ? `davon ${late} überfällig` : 'Wer das Amt hat, antwortet.',
        button: 'Lesen',
      }),
      handover: (giver, taker, group) => ({
        title: `Eine Übergabe von ${giver} an ${taker} ist vorbereitet`,
        meta: group,
        button: 'Ansehen und übergeben',
      }),
      actions: (open, late) => ({
        title: plural('de', open, { one: 'Sie haben eine offene Aufgabe', other: 'Sie haben # offene Aufgaben' }),
        meta: late > 0 ? `${late} überfällig` : 'Keine ist überfällig.',
        button: 'Ansehen',
      }),
      namings: (count) => ({
        title: plural('de', count, {
          one: 'Eine Einrichtung benennt, wer für sie spricht',
          other: '# Einrichtungen benennen, wer für sie spricht',
        }),
        meta: 'Die Anwendergruppe bestätigt.',
        button: 'Ansehen und bestätigen',
      }),
      workplaces: (count) => ({
        title: plural('de', count, { one: 'Jemand gibt an, woanders zu arbeiten', other: '# Personen geben an, woanders zu arbeiten' }),
        meta: 'Ein Mensch klärt es.',
        button: 'Klären',
      }),
      review: (title, host, day, late) => ({
        title: `${late ? 'Prüfung überfällig' : 'Zu prüfen'}: ${title}`,
        meta: `${host} · ${late ? 'war fällig am' : 'fällig am'} ${day}`,
        button: 'Lesen und prüfen',
      }),
      approve: (title, version, host) => ({
        title: `Zu genehmigen: ${title}, Fassung ${version}`,
        meta: `${host} · ein Entwurf`,
        button: 'Lesen und genehmigen',
      }),
      keptLong: (title, host) => ({
        title: `Lange genug aufbewahrt: ${title}`,
        meta: `${host} · nichts verschwindet von selbst`,
        button: 'Entscheiden',
      }),
      report: (year, group, begun) => ({
        title: `Der Bericht über ${year} ist fällig`,
        meta: begun ? `${group} · es gibt einen Entwurf` : `${group} · er entwirft sich selbst`,
        button: begun ? 'Fortsetzen' : 'Beginnen',
      }),
      minutes: (title) => ({
        title: `Protokoll zur Prüfung: ${title}`,
        meta: 'Ohne Berichtigung gilt es als genehmigt.',
        button: 'Lesen',
      }),
      chooseTime: (title) => ({ title: `Termin wählen: ${title}`, meta: 'Die Antworten sind da.', button: 'Wählen' }),
      poll: (title) => ({ title: `Wann können Sie? ${title}`, meta: 'Ein Termin wird gesucht.', button: 'Antworten' }),
    },
    fr: {
      asking: (count, list) => ({
        title: plural('fr', count, {
          one: `Une personne demande à s’inscrire à ${list}`,
          other: `# personnes demandent à s’inscrire à ${list}`,
        }),
        meta: 'Les adresses sont confirmées.',
        button: 'Regarder et décider',
      }),
      parked: (count) => ({
        title: plural('fr', count, { one: '# message n’a pas pu être traité', other: '# messages n’ont pas pu être traités' }),
        meta: 'Mis de côté avec la cause ; rien n’est perdu.',
        button: 'Voir et réessayer',
      }),
      held: (count, list) => ({
        title: plural('fr', count, { one: `Un message à ${list} est retenu`, other: `# messages à ${list} sont retenus` }),
        meta: 'Ils partent ou non, selon votre décision.',
        button: 'Lire',
      }),
      charterReview: (day, group) => ({ title: `La charte est à réexaminer d’ici au ${day}`, meta: group, button: 'La regarder' }),
      charterDraft: (version, group, clauses) => ({
        title: `La version ${version} de la charte est un brouillon`,
        meta: `${group} · ${plural('fr', clauses, { one: 'une clause', other: '# clauses' })}`,
        button: 'Continuer',
      }),
      letters: (open, late, desk) => ({
        title:
          open > 0
            ? plural('fr', open, { one: `Une lettre à ${desk} attend une réponse`, other: `# lettres à ${desk} attendent une réponse` })
            : plural('fr', late, { one: `Une réponse à ${desk} est en retard`, other: `# réponses à ${desk} sont en retard` }),
        meta: late > 0 ? `dont ${late} en retard` : 'Qui tient le rôle répond.',
        button: 'Lire',
      }),
      handover: (giver, taker, group) => ({
        title: `Une passation de ${giver} à ${taker} est préparée`,
        meta: group,
        button: 'Regarder et transmettre',
      }),
      actions: (open, late) => ({
        title: plural('fr', open, { one: 'Vous avez une action ouverte', other: 'Vous avez # actions ouvertes' }),
        meta: late > 0 ? `${late} en retard` : 'Aucune n’est en retard.',
        button: 'Regarder',
      }),
      namings: (count) => ({
        title: plural('fr', count, {
          one: 'Un établissement nomme qui parle pour lui',
          other: '# établissements nomment qui parle pour eux',
        }),
        meta: 'Le groupe d’utilisateurs confirme.',
        button: 'Regarder et confirmer',
      }),
      workplaces: (count) => ({
        title: plural('fr', count, { one: 'Une personne dit travailler ailleurs', other: '# personnes disent travailler ailleurs' }),
        meta: 'Une personne tranche.',
        button: 'Trancher',
      }),
      review: (title, host, day, late) => ({
        title: `${late ? 'Réexamen en retard' : 'À réexaminer'} : ${title}`,
        meta: `${host} · ${late ? 'était attendu le' : 'attendu le'} ${day}`,
        button: 'Lire et réexaminer',
      }),
      approve: (title, version, host) => ({
        title: `À approuver : ${title}, version ${version}`,
        meta: `${host} · un brouillon`,
        button: 'Lire et approuver',
      }),
      keptLong: (title, host) => ({
        title: `Conservé assez longtemps : ${title}`,
        meta: `${host} · rien ne disparaît tout seul`,
        button: 'Décider',
      }),
      report: (year, group, begun) => ({
        title: `Le rapport de ${year} est attendu`,
        meta: begun ? `${group} · il y a un brouillon` : `${group} · il se rédige à partir de ce qui est enregistré`,
        button: begun ? 'Le continuer' : 'Le commencer',
      }),
      minutes: (title) => ({
        title: `Compte rendu à relire : ${title}`,
        meta: 'Sans correction, il est tenu pour approuvé.',
        button: 'Lire',
      }),
      chooseTime: (title) => ({ title: `Choisir une date : ${title}`, meta: 'Les réponses sont là.', button: 'Choisir' }),
      poll: (title) => ({ title: `Quand pouvez-vous ? ${title}`, meta: 'On cherche une date.', button: 'Répondre' }),
    },
    es: {
      asking: (count, list) => ({
        title: plural('es', count, { one: `Una persona pide entrar en ${list}`, other: `# personas piden entrar en ${list}` }),
        meta: 'Las direcciones están confirmadas.',
        button: 'Ver y decidir',
      }),
      parked: (count) => ({
        title: plural('es', count, { one: 'Un mensaje no se pudo clasificar', other: '# mensajes no se pudieron clasificar' }),
        meta: 'Apartado con lo que falló; nada se ha perdido.',
        button: 'Mirar e intentarlo de nuevo',
      }),
      held: (count, list) => ({
        title: plural('es', count, { one: `Un mensaje a ${list} está retenido`, other: `# mensajes a ${list} están retenidos` }),
        meta: 'Salen o no, según usted decida.',
        button: 'Leer',
      }),
      charterReview: (day, group) => ({ title: `El estatuto debe revisarse antes del ${day}`, meta: group, button: 'Verlo' }),
      charterDraft: (version, group, clauses) => ({
        title: `La versión ${version} del estatuto es un borrador`,
        meta: `${group} · ${plural('es', clauses, { one: 'una cláusula', other: '# cláusulas' })}`,
        button: 'Continuar',
      }),
      letters: (open, late, desk) => ({
        title:
          open > 0
            ? plural('es', open, { one: `Una carta a ${desk} espera respuesta`, other: `# cartas a ${desk} esperan respuesta` })
            : plural('es', late, { one: `Una respuesta a ${desk} está atrasada`, other: `# respuestas a ${desk} están atrasadas` }),
        meta: late > 0 ? `${late} con atraso` : 'Responde quien ocupa el cargo.',
        button: 'Leer',
      }),
      handover: (giver, taker, group) => ({
        title: `Hay un traspaso preparado de ${giver} a ${taker}`,
        meta: group,
        button: 'Ver y traspasar',
      }),
      actions: (open, late) => ({
        title: plural('es', open, { one: 'Tiene una acción abierta', other: 'Tiene # acciones abiertas' }),
        meta: late > 0 ? `${late} con atraso` : 'Ninguna está atrasada.',
        button: 'Ver',
      }),
      namings: (count) => ({
        title: plural('es', count, {
          one: 'Una institución nombra a quien habla por ella',
          other: '# instituciones nombran a quien habla por ellas',
        }),
        meta: 'El grupo de usuarios confirma.',
        button: 'Ver y confirmar',
      }),
      workplaces: (count) => ({
        title: plural('es', count, {
          one: 'Una persona dice que trabaja en otro sitio',
          other: '# personas dicen que trabajan en otro sitio',
        }),
        meta: 'Lo resuelve una persona.',
        button: 'Resolver',
      }),
      review: (title, host, day, late) => ({
        title: `${late ? 'Revisión atrasada' : 'Por revisar'}: ${title}`,
        meta: `${host} · ${late ? 'vencía el' : 'vence el'} ${day}`,
        button: 'Leer y revisar',
      }),
      approve: (title, version, host) => ({
        title: `Por aprobar: ${title}, versión ${version}`,
        meta: `${host} · un borrador`,
        button: 'Leer y aprobar',
      }),
      keptLong: (title, host) => ({
        title: `Conservado el tiempo suficiente: ${title}`,
        meta: `${host} · nada desaparece por sí solo`,
        button: 'Decidir',
      }),
      report: (year, group, begun) => ({
        title: `Toca el informe de ${year}`,
        meta: begun ? `${group} · hay un borrador` : `${group} · se redacta a partir de lo registrado`,
        button: begun ? 'Seguir con él' : 'Empezarlo',
      }),
      minutes: (title) => ({ title: `Acta para revisar: ${title}`, meta: 'Sin correcciones se da por aprobada.', button: 'Leer' }),
      chooseTime: (title) => ({ title: `Elegir una fecha: ${title}`, meta: 'Ya están las respuestas.', button: 'Elegir' }),
      poll: (title) => ({ title: `¿Cuándo puede? ${title}`, meta: 'Se busca una fecha.', button: 'Responder' }),
    },
  },
)
