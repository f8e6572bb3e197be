import { catalogue } from '../lib/ui/words.ts'

const en = {
  greeting: (name: string) => (name ? `Dear ${name},` : 'Good day,'),
  sign: (group: string) => `The ${group}`,
  said: (when: string, quote: string) => `You wrote on ${when}:\n\n${quote}`,
  captured: {
    subject: (title: string) => `Your words have become a user case: ${title}`,
    text: (group: string, said: string, link: string) =>
      `The ${group} gathers what libraries need from the product. What you wrote has become a user case, so that it is not lost.\n\n${said}\n\nOn this page you can correct it, say who may quote you, or take it back:\n${link}\n\nOr answer this mail: “yes” if everybody may quote you, “vendor” if only the vendor may, “no” if nobody may, “withdraw” to take it back. Other words are added to the case.`,
  },
  forwarded: {
    subject: (title: string) => `A user case was made: ${title}`,
    known: (title: string) => `This is a user case already: ${title}`,
    text: (title: string, link: string) => `Thank you. “${title}” stands here, with the mail that it came from:\n${link}`,
    refused: (list: string) =>
      `Your mail to the address for user cases of ${list} could not be taken: it comes from an address that is on none of the group’s lists. Write from the address that is subscribed.`,
  },
  collated: {
    subject: (title: string) => `Your user case is part of a request: ${title}`,
    text: (title: string, said: string, link: string) =>
      `What you told is now part of the request “${title}”, together with what others have told. You hear what becomes of it.\n\n${said}\n\nThe request:\n${link}`,
  },
  withdrawn: {
    subject: (title: string) => `A user case was withdrawn: ${title}`,
    text: (title: string, requests: string) =>
      `The author of “${title}” has taken it back. It is no longer shown or counted in:\n\n${requests}\n\nWhere it was handed over in a brief, the next version goes without it.`,
  },
  story: {
    subject: (title: string) => `Your message is told as a story: ${title}`,
    text: (title: string, link: string) =>
      `What you wrote is now the story “${title}”, so that others learn from it. You can change it or take it back on its page:\n${link}`,
  },
  championed: {
    subject: (title: string) => `You champion a request: ${title}`,
    text: (title: string, link: string) => `You were named champion of “${title}”:\n${link}`,
  },
  comment: {
    subject: (title: string, id: number) => `${title} (request ${id})`,
    text: (who: string, text: string, link: string) =>
      `${who} writes:\n\n${text}\n\nAnswer this mail to comment, or open the page:\n${link}`,
    stop: (link: string) => `You follow this request. To hear no more of it: ${link}`,
  },
  confirm: {
    subject: (institution: string, title: string) => `${institution}: does it stand behind “${title}”?`,
    text: (who: string, institution: string, strength: string, title: string, reason: string, link: string) =>
      `${who} says that ${institution} stands behind the request “${title}”: ${strength}.${reason ? `\n\nThe reason given: ${reason}` : ''}\n\nAs its referent you decide. Open this page and press a button:\n${link}\n\nOr answer this mail with “yes” or “no”.`,
  },
  affirm: {
    subject: (institution: string, name: string) => `${institution}: what do you still stand behind? (${name})`,
    text: (institution: string, name: string, list: string, day: string, link: string) =>
      `For ${name} each institution says anew what it stands behind. Until now ${institution} supports:\n\n${list}\n\nOpen this page and press one button for all, or choose:\n${link}\n\nOr answer this mail with “yes” for all of them. What is not affirmed by ${day} becomes history.`,
  },
  merge: {
    subject: (source: string, target: string) => `Two requests may become one: “${source}” and “${target}”`,
    text: (source: string, target: string, why: string, yours: string, day: string, link: string, keep: string) =>
      `The working group proposes to treat these two requests as one.\n\n  ${source}\n  → ${target}\n${why ? `\nWhy: ${why}\n` : ''}\nWhat is yours: ${yours}. If you agree, you need not do anything. If you want it to stay with “${source}”, press the button on this page before ${day}:\n${link}\n\nOr answer this mail with “stay”. Both texts are kept, and the merge can be undone.\n\nBoth requests: ${keep}`,
    support: (institution: string) => `the support of ${institution}`,
    case: (title: string) => `your user case “${title}”`,
  },
  merged: {
    subject: (source: string, target: string) => `“${source}” is merged into “${target}”`,
    text: (target: string, link: string) =>
      `From now on your support and your user cases count there. Both texts are kept:\n${link}\n\n“${target}” is where you hear what becomes of it.`,
  },
  unmerged: {
    subject: (source: string) => `“${source}” stands for itself again`,
    text: (source: string, target: string, link: string) =>
      `The merge of “${source}” into “${target}” was undone. Support, user cases and followers are as they were before:\n${link}`,
  },
  strengths: { must: 'must have', should: 'should have', would_like: 'would like', not_for_us: 'not for us' },
  pages: {
    caseTitle: 'Your user case',
    caseLead: 'It was made of what you wrote. Correct it, say who may quote you, or take it back.',
    wrote: 'What you wrote',
    quoting: 'Who may quote you?',
    consent: {
      no: 'Nobody. The working group knows it and does not pass it on.',
      vendor: 'The vendor, with your name and institution',
      public: 'Everybody, with your name and institution',
    },
    save: 'Save',
    correct: 'Correct it',
    withdraw: 'Take it back',
    withdrawLead: 'It is then no longer shown, counted or handed over. Your message in the archive stays.',
    why: 'Why, if you want to say so',
    isWithdrawn: 'You have taken this user case back.',
    fields: {
      title: 'In a few words',
      who: 'Who meets it',
      workflow: 'Doing what',
      frequency: 'How often',
      problem: 'What goes wrong, or what is missing',
      workaround: 'What you do instead',
      cost: 'What it costs not to have it',
      versions: 'Versions',
    },
    thanks: 'Saved. Thank you.',
    gone: 'This link is out of date.',
    mergeTitle: (source: string, target: string) => `“${source}” and “${target}”`,
    mergeLead: 'The working group proposes to treat them as one. What is yours goes along, unless you say that it stays.',
    yours: 'Yours',
    staysNow: 'It stays with the first.',
    goesNow: 'It goes along with the merge.',
    stay: 'Let it stay',
    go: 'Let it go along',
    decided: 'This is decided already.',
    until: (day: string) => `You can say so until ${day}.`,
    confirmTitle: (institution: string) => `${institution}: your word as referent`,
    confirmYes: 'Yes, it stands behind it',
    confirmNo: 'No',
    affirmTitle: (institution: string) => `${institution}: what it still stands behind`,
    affirmAll: 'Affirm all of these',
    affirmChosen: 'Affirm what is ticked',
    affirmNothing: 'Nothing is left to affirm.',
  },
}

/** The messages of requests in every language. */
export const requestWords = catalogue(en, {
  de: {
    greeting: (name) => (name ? `Guten Tag ${name},` : 'Guten Tag,'),
    sign: (group) => `Die ${group}`,
    said: (when, quote) => `Sie schrieben am ${when}:\n\n${quote}`,
    captured: {
      subject: (title) => `Ihre Worte sind ein Anwendungsfall geworden: ${title}`,
      text: (group, said, link) =>
        `Die ${group} sammelt, was Bibliotheken vom Produkt brauchen. Was Sie geschrieben haben, ist ein Anwendungsfall geworden, damit es nicht verloren geht.\n\n${said}\n\nAuf dieser Seite können Sie ihn berichtigen, sagen, wer Sie zitieren darf, oder ihn zurückziehen:\n${link}\n\nOder antworten Sie auf diese Mail: „ja“, wenn alle Sie zitieren dürfen, „hersteller“, wenn nur der Hersteller es darf, „nein“, wenn niemand es darf, „zurückziehen“, um ihn zurückzunehmen. Andere Worte kommen zum Anwendungsfall hinzu.`,
    },
    forwarded: {
      subject: (title) => `Ein Anwendungsfall ist entstanden: ${title}`,
      known: (title) => `Das ist bereits ein Anwendungsfall: ${title}`,
      text: (title, link) => `Danke. „${title}“ steht hier, mit der Mail, aus der er stammt:\n${link}`,
      refused: (list) =>
        `Ihre Mail an die Adresse für Anwendungsfälle von ${list} konnte nicht angenommen werden: Sie kommt von einer Adresse, die auf keiner Liste der Gruppe steht. Schreiben Sie von der Adresse, die eingetragen ist.`,
    },
    collated: {
      subject: (title) => `Ihr Anwendungsfall gehört jetzt zu einem Wunsch: ${title}`,
      text: (title, said, link) =>
        `Was Sie erzählt haben, gehört jetzt zum Wunsch „${title}“, zusammen mit dem, was andere erzählt haben. Sie hören, was daraus wird.\n\n${said}\n\nDer Wunsch:\n${link}`,
    },
    withdrawn: {
      subject: (title) => `Ein Anwendungsfall wurde zurückgezogen: ${title}`,
      text: (title, requests) =>
        `Wer „${title}“ geschrieben hat, hat es zurückgenommen. Es wird nicht mehr gezeigt und nicht mehr gezählt in:\n\n${requests}\n\nWo es mit einem Dossier übergeben wurde, kommt die nächste Fassung ohne es aus.`,
    },
    story: {
      subject: (title) => `Ihre Nachricht wird als Erfahrung erzählt: ${title}`,
      text: (title, link) =>
        `Was Sie geschrieben haben, ist jetzt die Erfahrung „${title}“, damit andere daraus lernen. Auf ihrer Seite können Sie sie ändern oder zurückziehen:\n${link}`,
    },
    championed: {
      subject: (title) => `Sie vertreten einen Wunsch: ${title}`,
      text: (title, link) => `Sie vertreten jetzt „${title}“:\n${link}`,
    },
    comment: {
      subject: (title, id) => `${title} (Wunsch ${id})`,
      text: (who, text, link) =>
        `${who} schreibt:\n\n${text}\n\nAntworten Sie auf diese Mail, um mitzureden, oder öffnen Sie die Seite:\n${link}`,
      stop: (link) => `Sie verfolgen diesen Wunsch. Um nichts mehr davon zu hören: ${link}`,
    },
    confirm: {
      subject: (institution, title) => `${institution}: Steht sie hinter „${title}“?`,
      text: (who, institution, strength, title, reason, link) =>
        `${who} sagt, dass ${institution} hinter dem Wunsch „${title}“ steht: ${strength}.${reason ? `\n\nDer Grund: ${reason}` : ''}\n\nSie sprechen für die Einrichtung und entscheiden. Öffnen Sie diese Seite und drücken Sie einen Knopf:\n${link}\n\nOder antworten Sie auf diese Mail mit „ja“ oder „nein“.`,
    },
    affirm: {
      subject: (institution, name) => `${institution}: Wohinter stehen Sie noch? (${name})`,
      text: (institution, name, list, day, link) =>
        `Für ${name} sagt jede Einrichtung neu, wohinter sie steht. Bisher unterstützt ${institution}:\n\n${list}\n\nÖffnen Sie diese Seite und drücken Sie einen Knopf für alle, oder wählen Sie aus:\n${link}\n\nOder antworten Sie auf diese Mail mit „ja“ für alle. Was bis ${day} nicht bestätigt ist, wird Geschichte.`,
    },
    merge: {
      subject: (source, target) => `Zwei Wünsche könnten einer werden: „${source}“ und „${target}“`,
      text: (source, target, why, yours, day, link, keep) =>
        `Die Arbeitsgruppe schlägt vor, diese beiden Wünsche als einen zu behandeln.\n\n  ${source}\n  → ${target}\n${why ? `\nWarum: ${why}\n` : ''}\nIhres: ${yours}. Wenn Sie einverstanden sind, brauchen Sie nichts zu tun. Soll es bei „${source}“ bleiben, drücken Sie bis ${day} den Knopf auf dieser Seite:\n${link}\n\nOder antworten Sie auf diese Mail mit „bleibt“. Beide Texte bleiben erhalten, und es lässt sich rückgängig machen.\n\nBeide Wünsche: ${keep}`,
      support: (institution) => `die Unterstützung durch ${institution}`,
      case: (title) => `Ihr Anwendungsfall „${title}“`,
    },
    merged: {
      subject: (source, target) => `„${source}“ gehört jetzt zu „${target}“`,
      text: (target, link) =>
        `Von nun an zählen Ihre Unterstützung und Ihre Anwendungsfälle dort. Beide Texte bleiben erhalten:\n${link}\n\nBei „${target}“ hören Sie, was daraus wird.`,
    },
    unmerged: {
      subject: (source) => `„${source}“ steht wieder für sich`,
      text: (source, target, link) =>
        `„${source}“ gehört nicht mehr zu „${target}“. Unterstützung, Anwendungsfälle und wer es verfolgt sind wie zuvor:\n${link}`,
    },
    strengths: { must: 'unverzichtbar', should: 'wichtig', would_like: 'wünschenswert', not_for_us: 'nicht für uns' },
    pages: {
      caseTitle: 'Ihr Anwendungsfall',
      caseLead:
        'Er ist aus dem entstanden, was Sie geschrieben haben. Berichtigen Sie ihn, sagen Sie, wer Sie zitieren darf, oder ziehen Sie ihn zurück.',
      wrote: 'Was Sie geschrieben haben',
      quoting: 'Wer darf Sie zitieren?',
      consent: {
        no: 'Niemand. Die Arbeitsgruppe kennt ihn und gibt ihn nicht weiter.',
        vendor: 'Der Hersteller, mit Namen und Einrichtung',
        public: 'Alle, mit Namen und Einrichtung',
      },
      save: 'Speichern',
      correct: 'Berichtigen',
      withdraw: 'Zurückziehen',
      withdrawLead: 'Er wird dann nicht mehr gezeigt, gezählt oder übergeben. Ihre Nachricht im Archiv bleibt.',
      why: 'Warum, wenn Sie es sagen möchten',
      isWithdrawn: 'Sie haben diesen Anwendungsfall zurückgezogen.',
      fields: {
        title: 'In wenigen Worten',
        who: 'Wer darauf stößt',
        workflow: 'Wobei',
        frequency: 'Wie oft',
        problem: 'Was schiefgeht oder fehlt',
        workaround: 'Was Sie stattdessen tun',
        cost: 'Was es kostet, es nicht zu haben',
        versions: 'Versionen',
      },
      thanks: 'Gespeichert. Danke.',
      gone: 'Dieser Link ist abgelaufen.',
      mergeTitle: (source, target) => `„${source}“ und „${target}“`,
      mergeLead:
        'Die Arbeitsgruppe schlägt vor, sie als einen zu behandeln. Was Ihres ist, geht mit, wenn Sie nicht sagen, dass es bleibt.',
      yours: 'Ihres',
      staysNow: 'Es bleibt beim ersten.',
      goesNow: 'Es geht mit.',
      stay: 'Es soll bleiben',
      go: 'Es soll mitgehen',
      decided: 'Darüber ist schon entschieden.',
      until: (day) => `Sie können es bis ${day} sagen.`,
      confirmTitle: (institution) => `${institution}: Ihr Wort für die Einrichtung`,
      confirmYes: 'Ja, sie steht dahinter',
      confirmNo: 'Nein',
      affirmTitle: (institution) => `${institution}: wohinter sie noch steht`,
      affirmAll: 'Alle bestätigen',
      affirmChosen: 'Angekreuzte bestätigen',
      affirmNothing: 'Es ist nichts mehr zu bestätigen.',
    },
  },
  fr: {
    greeting: (name) => (name ? `Bonjour ${name},` : 'Bonjour,'),
    sign: (group) => `Le groupe ${group}`,
    said: (when, quote) => `Vous avez écrit le ${when} :\n\n${quote}`,
    captured: {
      subject: (title) => `Vos mots sont devenus un cas d’usage : ${title}`,
      text: (group, said, link) =>
        `Le groupe ${group} rassemble ce dont les bibliothèques ont besoin. Ce que vous avez écrit est devenu un cas d’usage, pour que rien ne se perde.\n\n${said}\n\nSur cette page vous pouvez le corriger, dire qui peut vous citer, ou le retirer :\n${link}\n\nOu répondez à ce message : « oui » si chacun peut vous citer, « éditeur » si seul l’éditeur le peut, « non » si personne ne le peut, « retirer » pour le reprendre. D’autres mots s’ajoutent au cas.`,
    },
    forwarded: {
      subject: (title) => `Un cas d’usage a été créé : ${title}`,
      known: (title) => `C’est déjà un cas d’usage : ${title}`,
      text: (title, link) => `Merci. « ${title} » se trouve ici, avec le message dont il vient :\n${link}`,
      refused: (list) =>
        `Votre message à l’adresse des cas d’usage de ${list} n’a pas pu être pris : il vient d’une adresse qui n’est sur aucune liste du groupe. Écrivez depuis l’adresse abonnée.`,
    },
    collated: {
      subject: (title) => `Votre cas d’usage fait partie d’une demande : ${title}`,
      text: (title, said, link) =>
        `Ce que vous avez raconté fait maintenant partie de la demande « ${title} », avec ce que d’autres ont raconté. Vous saurez ce qu’elle devient.\n\n${said}\n\nLa demande :\n${link}`,
    },
    withdrawn: {
      subject: (title) => `Un cas d’usage a été retiré : ${title}`,
      text: (title, requests) =>
        `La personne qui a écrit « ${title} » l’a repris. Il n’est plus montré ni compté dans :\n\n${requests}\n\nS’il a été remis dans un dossier, la version suivante s’en passe.`,
    },
    story: {
      subject: (title) => `Votre message est raconté comme expérience : ${title}`,
      text: (title, link) =>
        `Ce que vous avez écrit est maintenant l’expérience « ${title} », pour que d’autres en profitent. Sur sa page vous pouvez la modifier ou la retirer :\n${link}`,
    },
    championed: {
      subject: (title) => `Vous défendez une demande : ${title}`,
      text: (title, link) => `Vous défendez maintenant « ${title} » :\n${link}`,
    },
    comment: {
      subject: (title, id) => `${title} (demande ${id})`,
      text: (who, text, link) => `${who} écrit :\n\n${text}\n\nRépondez à ce message pour commenter, ou ouvrez la page :\n${link}`,
      stop: (link) => `Vous suivez cette demande. Pour ne plus en entendre parler : ${link}`,
    },
    confirm: {
      subject: (institution, title) => `${institution} : soutient-elle « ${title} » ?`,
      text: (who, institution, strength, title, reason, link) =>
        `${who} dit que ${institution} soutient la demande « ${title} » : ${strength}.${reason ? `\n\nLa raison donnée : ${reason}` : ''}\n\nVous parlez pour elle et décidez. Ouvrez cette page et appuyez sur un bouton :\n${link}\n\nOu répondez à ce message par « oui » ou « non ».`,
    },
    affirm: {
      subject: (institution, name) => `${institution} : que soutenez-vous encore ? (${name})`,
      text: (institution, name, list, day, link) =>
        `Pour ${name}, chaque établissement redit ce qu’il soutient. Jusqu’ici ${institution} soutient :\n\n${list}\n\nOuvrez cette page et appuyez sur un bouton pour tout, ou choisissez :\n${link}\n\nOu répondez à ce message par « oui » pour tout. Ce qui n’est pas réaffirmé avant le ${day} devient du passé.`,
    },
    merge: {
      subject: (source, target) => `Deux demandes pourraient n’en faire qu’une : « ${source} » et « ${target} »`,
      text: (source, target, why, yours, day, link, keep) =>
        `Le groupe de travail propose de traiter ces deux demandes comme une seule.\n\n  ${source}\n  → ${target}\n${why ? `\nPourquoi : ${why}\n` : ''}\nCe qui est à vous : ${yours}. Si vous êtes d’accord, vous n’avez rien à faire. Si cela doit rester avec « ${source} », appuyez sur le bouton de cette page avant le ${day} :\n${link}\n\nOu répondez à ce message par « reste ». Les deux textes sont gardés et la fusion peut être défaite.\n\nLes deux demandes : ${keep}`,
      support: (institution) => `le soutien de ${institution}`,
      case: (title) => `votre cas d’usage « ${title} »`,
    },
    merged: {
      subject: (source, target) => `« ${source} » rejoint « ${target} »`,
      text: (target, link) =>
        `Désormais votre soutien et vos cas d’usage y comptent. Les deux textes sont gardés :\n${link}\n\nC’est avec « ${target} » que vous saurez ce qu’elle devient.`,
    },
    unmerged: {
      subject: (source) => `« ${source} » est de nouveau à part`,
      text: (source, target, link) =>
        `La fusion de « ${source} » avec « ${target} » a été défaite. Soutiens, cas d’usage et abonnés sont comme avant :\n${link}`,
    },
    strengths: { must: 'indispensable', should: 'important', would_like: 'souhaitable', not_for_us: 'pas pour nous' },
    pages: {
      caseTitle: 'Votre cas d’usage',
      caseLead: 'Il vient de ce que vous avez écrit. Corrigez-le, dites qui peut vous citer, ou retirez-le.',
      wrote: 'Ce que vous avez écrit',
      quoting: 'Qui peut vous citer ?',
      consent: {
        no: 'Personne. Le groupe de travail le connaît et ne le transmet pas.',
        vendor: 'L’éditeur, avec votre nom et votre établissement',
        public: 'Tout le monde, avec votre nom et votre établissement',
      },
      save: 'Enregistrer',
      correct: 'Corriger',
      withdraw: 'Retirer',
      withdrawLead: 'Il n’est alors plus montré, compté ni transmis. Votre message reste dans les archives.',
      why: 'Pourquoi, si vous voulez le dire',
      isWithdrawn: 'Vous avez retiré ce cas d’usage.',
      fields: {
        title: 'En quelques mots',
        who: 'Qui le rencontre',
        workflow: 'En faisant quoi',
        frequency: 'À quelle fréquence',
        problem: 'Ce qui ne va pas, ou ce qui manque',
        workaround: 'Ce que vous faites à la place',
        cost: 'Ce que coûte de ne pas l’avoir',
        versions: 'Versions',
      },
      thanks: 'Enregistré. Merci.',
      gone: 'Ce lien n’est plus valable.',
      mergeTitle: (source, target) => `« ${source} » et « ${target} »`,
      mergeLead: 'Le groupe de travail propose de les traiter comme une seule. Ce qui est à vous suit, sauf si vous dites que cela reste.',
      yours: 'À vous',
      staysNow: 'Cela reste avec la première.',
      goesNow: 'Cela suit la fusion.',
      stay: 'Que cela reste',
      go: 'Que cela suive',
      decided: 'C’est déjà décidé.',
      until: (day) => `Vous pouvez le dire jusqu’au ${day}.`,
      confirmTitle: (institution) => `${institution} : votre parole`,
      confirmYes: 'Oui, elle la soutient',
      confirmNo: 'Non',
      affirmTitle: (institution) => `${institution} : ce qu’elle soutient encore`,
      affirmAll: 'Tout réaffirmer',
      affirmChosen: 'Réaffirmer ce qui est coché',
      affirmNothing: 'Il ne reste rien à réaffirmer.',
    },
  },
  es: {
    greeting: (name) => (name ? `Hola, ${name}:` : 'Buenos días:'),
    sign: (group) => `El grupo ${group}`,
    said: (when, quote) => `Usted escribió el ${when}:\n\n${quote}`,
    captured: {
      subject: (title) => `Sus palabras son ahora un caso de uso: ${title}`,
      text: (group, said, link) =>
        `El grupo ${group} reúne lo que las bibliotecas necesitan del producto. Lo que usted escribió es ahora un caso de uso, para que no se pierda.\n\n${said}\n\nEn esta página puede corregirlo, decir quién puede citarle o retirarlo:\n${link}\n\nO responda a este mensaje: «sí» si todos pueden citarle, «proveedor» si solo puede el proveedor, «no» si nadie puede, «retirar» para retirarlo. Otras palabras se añaden al caso.`,
    },
    forwarded: {
      subject: (title) => `Se ha creado un caso de uso: ${title}`,
      known: (title) => `Ya es un caso de uso: ${title}`,
      text: (title, link) => `Gracias. «${title}» está aquí, con el mensaje del que viene:\n${link}`,
      refused: (list) =>
        `Su mensaje a la dirección de casos de uso de ${list} no se pudo aceptar: viene de una dirección que no está en ninguna lista del grupo. Escriba desde la dirección suscrita.`,
    },
    collated: {
      subject: (title) => `Su caso de uso forma parte de una petición: ${title}`,
      text: (title, said, link) =>
        `Lo que usted contó forma parte ahora de la petición «${title}», junto con lo que contaron otros. Sabrá qué es de ella.\n\n${said}\n\nLa petición:\n${link}`,
    },
    withdrawn: {
      subject: (title) => `Se retiró un caso de uso: ${title}`,
      text: (title, requests) =>
        `Quien escribió «${title}» lo ha retirado. Ya no se muestra ni se cuenta en:\n\n${requests}\n\nSi se entregó en un informe, la próxima versión prescinde de él.`,
    },
    story: {
      subject: (title) => `Su mensaje se cuenta como experiencia: ${title}`,
      text: (title, link) =>
        `Lo que usted escribió es ahora la experiencia «${title}», para que otros aprendan. En su página puede cambiarla o retirarla:\n${link}`,
    },
    championed: {
      subject: (title) => `Usted defiende una petición: ${title}`,
      text: (title, link) => `Usted defiende ahora «${title}»:\n${link}`,
    },
    comment: {
      subject: (title, id) => `${title} (petición ${id})`,
      text: (who, text, link) => `${who} escribe:\n\n${text}\n\nResponda a este mensaje para comentar, o abra la página:\n${link}`,
      stop: (link) => `Usted sigue esta petición. Para no saber más de ella: ${link}`,
    },
    confirm: {
      subject: (institution, title) => `${institution}: ¿apoya «${title}»?`,
      text: (who, institution, strength, title, reason, link) =>
        `${who} dice que ${institution} apoya la petición «${title}»: ${strength}.${reason ? `\n\nLa razón: ${reason}` : ''}\n\nUsted habla por ella y decide. Abra esta página y pulse un botón:\n${link}\n\nO responda a este mensaje con «sí» o «no».`,
    },
    affirm: {
      subject: (institution, name) => `${institution}: ¿qué apoya todavía? (${name})`,
      text: (institution, name, list, day, link) =>
        `Para ${name} cada institución dice de nuevo lo que apoya. Hasta ahora ${institution} apoya:\n\n${list}\n\nAbra esta página y pulse un botón para todo, o elija:\n${link}\n\nO responda a este mensaje con «sí» para todo. Lo que no se confirme antes del ${day} pasa a la historia.`,
    },
    merge: {
      subject: (source, target) => `Dos peticiones podrían ser una: «${source}» y «${target}»`,
      text: (source, target, why, yours, day, link, keep) =>
        `El grupo de trabajo propone tratar estas dos peticiones como una.\n\n  ${source}\n  → ${target}\n${why ? `\nPor qué: ${why}\n` : ''}\nLo suyo: ${yours}. Si está de acuerdo, no tiene que hacer nada. Si debe quedarse con «${source}», pulse el botón de esta página antes del ${day}:\n${link}\n\nO responda a este mensaje con «queda». Ambos textos se conservan y se puede deshacer.\n\nAmbas peticiones: ${keep}`,
      support: (institution) => `el apoyo de ${institution}`,
      case: (title) => `su caso de uso «${title}»`,
    },
    merged: {
      subject: (source, target) => `«${source}» se une a «${target}»`,
      text: (target, link) =>
        `Desde ahora su apoyo y sus casos de uso cuentan allí. Ambos textos se conservan:\n${link}\n\nCon «${target}» sabrá qué es de ella.`,
    },
    unmerged: {
      subject: (source) => `«${source}» vuelve a estar aparte`,
      text: (source, target, link) =>
        `Se ha deshecho la unión de «${source}» con «${target}». Apoyos, casos de uso y seguidores están como antes:\n${link}`,
    },
    strengths: { must: 'imprescindible', should: 'importante', would_like: 'deseable', not_for_us: 'no para nosotros' },
    pages: {
      caseTitle: 'Su caso de uso',
      caseLead: 'Viene de lo que usted escribió. Corríjalo, diga quién puede citarle o retírelo.',
      wrote: 'Lo que usted escribió',
      quoting: '¿Quién puede citarle?',
      consent: {
        no: 'Nadie. El grupo de trabajo lo conoce y no lo pasa a nadie.',
        vendor: 'El proveedor, con su nombre y su institución',
        public: 'Todos, con su nombre y su institución',
      },
      save: 'Guardar',
      correct: 'Corregir',
      withdraw: 'Retirar',
      withdrawLead: 'Ya no se muestra, ni se cuenta, ni se entrega. Su mensaje en el archivo queda.',
      why: 'Por qué, si quiere decirlo',
      isWithdrawn: 'Usted retiró este caso de uso.',
      fields: {
        title: 'En pocas palabras',
        who: 'Quién lo encuentra',
        workflow: 'Haciendo qué',
        frequency: 'Con qué frecuencia',
        problem: 'Qué va mal o qué falta',
        workaround: 'Qué hacen en su lugar',
        cost: 'Qué cuesta no tenerlo',
        versions: 'Versiones',
      },
      thanks: 'Guardado. Gracias.',
      gone: 'Este enlace ha caducado.',
      mergeTitle: (source, target) => `«${source}» y «${target}»`,
      mergeLead: 'El grupo de trabajo propone tratarlas como una. Lo suyo va con ella, salvo que diga que se queda.',
      yours: 'Suyo',
      staysNow: 'Se queda con la primera.',
      goesNow: 'Va con la unión.',
      stay: 'Que se quede',
      go: 'Que vaya con ella',
      decided: 'Ya está decidido.',
      until: (day) => `Puede decirlo hasta el ${day}.`,
      confirmTitle: (institution) => `${institution}: su palabra`,
      confirmYes: 'Sí, la apoya',
      confirmNo: 'No',
      affirmTitle: (institution) => `${institution}: lo que apoya todavía`,
      affirmAll: 'Confirmar todo',
      affirmChosen: 'Confirmar lo marcado',
      affirmNothing: 'No queda nada que confirmar.',
    },
  },
})
