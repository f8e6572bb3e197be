import { catalogue } from '../lib/ui/words.ts'

/** Letters of cycles, ballots, elections and motions. */
export const ballotWords = catalogue(
  {
    greeting: (name: string) => (name ? `Dear ${name},` : 'Good day,'),
    sign: (group: string) => `The ${group}`,
    opened: {
      subject: (title: string, voter: string) => `${title}: the ballot of ${voter}`,
      text: (title: string, voter: string, closes: string, link: string) =>
        `“${title}” is open. You cast the ballot of ${voter}, until ${closes}. Until then you can change it as often as you like.\n\nYour ballot paper:\n${link}`,
      points: (budget: number) =>
        `Or answer this mail: write points between the brackets, ${budget} in all. Answer from this address and leave the numbers as they are; what you leave empty gets none.`,
      ranks:
        'Or answer this mail: write 1 between the brackets of your first choice, 2 of your second, and so on. Answer from this address.',
      yesNo: 'Or answer this mail: put an x between the brackets. Answer from this address.',
      sealed: 'What you vote is sealed until the close. Your answer itself is deleted once it has been read.',
    },
    moved: {
      subject: (title: string) => `New dates: ${title}`,
      text: (title: string, before: [string, string], after: [string, string], reason: string, link: string) =>
        `The dates of “${title}” were moved.\n\nUntil now: ${before[0]} to ${before[1]}\nFrom now on: ${after[0]} to ${after[1]}\nWhy: ${reason}\n\n${link}`,
    },
    remind: {
      subject: (title: string, voter: string) => `Not cast yet: the ballot of ${voter} (${title})`,
      text: (title: string, voter: string, closes: string, link: string) =>
        `The ballot of ${voter} in “${title}” has not been cast. It closes on ${closes}.\n\n${link}\n\nIf you do not want to take part, cast it blank: then it is on record that you were asked.`,
    },
    cast: {
      subject: (voter: string, title: string) => `The ballot of ${voter} is cast (${title})`,
      text: (voter: string, by: string, changed: boolean, closes: string, link: string) =>
        `${by} has ${changed ? 'changed' : 'cast'} the ballot of ${voter}. It can be changed until ${closes}; the last one counts.\n\nYour paper and its receipt stand here until the close. Write the receipt down: with it you find your paper among those that are published, and afterwards nobody can tell you which one it was.\n${link}\n\nIf this was not you or a colleague, please tell us.`,
    },
    refused: {
      subject: (title: string) => `Your answer was not taken as a ballot (${title})`,
      text: (title: string, problems: string, link: string) =>
        `Your mail could not be taken as a ballot of “${title}”. Nothing was cast.\n\n${problems}\n\nAnswer the ballot mail again, or use the page:\n${link}`,
      late: 'The ballot had closed when it came.',
      calledOff: 'The ballot was called off: nothing needs to be cast any more.',
      sender: 'It could not be proved that the mail comes from your address. Please use the page.',
      nothing: 'No points, places or marks could be found between the brackets.',
      notYours: 'You do not cast this ballot (any more).',
      faults: (count: number) => (count === 1 ? 'One entry cannot be counted:' : `${count} entries cannot be counted:`),
    },
    extended: {
      subject: (title: string) => `Open for longer: ${title}`,
      text: (title: string, from: string, to: string, reason: string, link: string) =>
        `“${title}” closes later than announced.\n\nUntil now: ${from}\nFrom now on: ${to}\nWhy: ${reason}\n\n${link}`,
    },
    counted: {
      subject: (title: string) => `The result: ${title}`,
      text: (title: string, link: string) =>
        `“${title}” is closed and counted. The result, every step of the count and all papers are here; with your receipt you find your own:\n${link}\n\nAnybody can recount it with the bundle on that page.`,
    },
    again: {
      subject: (title: string) => `Please cast your ballot again: ${title}`,
      text: (title: string, closes: string, link: string) =>
        `Rapport had to be restored from a backup. A backup never holds the key to sealed papers, so those that had been cast in “${title}” cannot be opened by anybody. We are sorry: please cast yours again. The ballot is open until ${closes}.\n\n${link}`,
    },
    referent: {
      subject: (organisation: string) => `Who votes for ${organisation}?`,
      text: (organisation: string, title: string, opens: string, link: string) =>
        `“${title}” opens on ${opens}. ${organisation} has a ballot in it, but we know nobody who speaks for ${organisation} and can be reached by mail.\n\nYou are known to us as working there. Please tell the people who run the ballot who shall cast it, by answering this mail.\n\nAbout the ballot:\n${link}`,
    },
    poll: {
      subject: (voter: string, title: string) => `What does ${voter} need most? (${title})`,
      text: (voter: string, by: string, closes: string, note: string, link: string) =>
        `${by} casts the ballot of ${voter} and asks the colleagues first: what must we have, what would we like? Tell it until ${closes}.${note ? `\n\n${note}` : ''}\n\n${link}`,
    },
    pollOver: {
      subject: (voter: string) => `Your colleagues have answered: the ballot of ${voter}`,
      text: (voter: string, voices: number, link: string) =>
        `The inner poll of ${voter} is over; ${voices === 1 ? 'one colleague' : `${voices} colleagues`} answered. You can take its result over into the ballot and change it there:\n${link}`,
    },
    phase: {
      subject: (cycle: string) => `${cycle}: tell us what you need`,
      text: (cycle: string, closes: string, link: string) =>
        `The submission of “${cycle}” is open until ${closes}. Bring in what your institution needs:\n${link}`,
    },
    wish: {
      accepted: {
        subject: (wish: string) => `On the ballot: ${wish}`,
        text: (wish: string, cycle: string, link: string) => `Your wish “${wish}” goes to the vote in “${cycle}”.\n\n${link}`,
      },
      merged: {
        subject: (wish: string) => `Merged: ${wish}`,
        text: (wish: string, into: string, reason: string, link: string) =>
          `Your wish “${wish}” asks for the same as “${into}”. So that votes are not split, they go to the vote as one; yours stands beside it.${reason ? `\n\n${reason}` : ''}\n\nIf they are not the same, please answer this mail.\n\n${link}`,
      },
      setAside: {
        subject: (wish: string) => `Not on the ballot: ${wish}`,
        text: (wish: string, why: string, reason: string, link: string) =>
          `Your wish “${wish}” does not go to the vote: ${why}\n\n${reason}\n\nIf you see it differently, please answer this mail.\n\n${link}`,
      },
      reasons: {
        exists: 'the product can do this already.',
        roadmap: 'the vendor has it on the roadmap.',
        bug: 'it is a defect, which is followed up as one.',
        other_product: 'it belongs to another product.',
        out_of_scope: 'it is outside of what this ballot can decide.',
      },
      reword: {
        subject: (wish: string) => `Do you agree with other words for “${wish}”?`,
        text: (wish: string, title: string, text: string, why: string, link: string) =>
          `The group proposes to put your wish “${wish}” to the vote in these words:\n\n${title}\n\n${text}${why ? `\n\nWhy: ${why}` : ''}\n\nIt stays as you wrote it unless you agree. Say so here:\n${link}`,
      },
    },
    stuck: {
      subject: (title: string) => `It could not open: ${title}`,
      text: (title: string, why: string, link: string) => `“${title}” was to open now, and could not. ${why}\n\n${link}`,
    },
    costs: {
      subject: (cycle: string) => `Costs are still missing: ${cycle}`,
      text: (cycle: string, missing: number, closes: string, link: string) =>
        `${missing === 1 ? 'One wish' : `${missing} wishes`} of “${cycle}” have no cost yet. Round two opens after ${closes}; what has no cost by then cannot stand on its ballot.\n\n${link}`,
    },
    nominated: {
      subject: (title: string) => `You have been nominated: ${title}`,
      text: (by: string, title: string, until: string, link: string) =>
        `${by} has nominated you in “${title}”. You stand only if you accept, until ${until}, with a statement of your own:\n${link}`,
    },
    elected: {
      subject: (title: string) => `You are elected: ${title}`,
      text: (title: string, from: string, link: string) => `You are elected in “${title}”. Your term begins on ${from}.\n\n${link}`,
    },
    offered: {
      subject: (title: string) => `A seat has fallen vacant: ${title}`,
      text: (title: string, link: string) =>
        `In “${title}” you were the next. A seat has fallen vacant and is yours if you want it. Say yes or no here:\n${link}`,
    },
    motion: {
      subject: (title: string) => `A question to the group: ${title}`,
      text: (question: string, closes: string, link: string) => `${question}\n\nUntil ${closes}:\n${link}`,
      consent: 'It is adopted if nobody objects by then. Who objects says why.',
    },
    objection: {
      subject: (title: string) => `An objection: ${title}`,
      text: (by: string, title: string, reason: string, link: string) => `${by} objects to “${title}”:\n\n${reason}\n\n${link}`,
    },
  },
  {
    de: {
      greeting: (name) => (name ? `Guten Tag ${name},` : 'Guten Tag,'),
      sign: (group) => group,
      opened: {
        subject: (title, voter) => `${title}: der Stimmzettel von ${voter}`,
        text: (title, voter, closes, link) =>
          `„${title}“ ist eröffnet. Sie geben den Stimmzettel von ${voter} ab, bis ${closes}. Bis dahin können Sie ihn beliebig oft ändern.\n\nIhr Stimmzettel:\n${link}`,
        points: (budget) =>
          `Oder antworten Sie auf diese Mail: Schreiben Sie Punkte zwischen die Klammern, zusammen ${budget}. Antworten Sie von dieser Adresse und lassen Sie die Nummern stehen; was leer bleibt, bekommt keine.`,
        ranks:
          'Oder antworten Sie auf diese Mail: Schreiben Sie 1 in die Klammern Ihrer ersten Wahl, 2 in die der zweiten, und so weiter. Antworten Sie von dieser Adresse.',
        yesNo:
          'Oder antworten Sie auf diese Mail: Setzen Sie ein x zwischen die Klammern (yes: ja, no: nein, abstain: Enthaltung). Antworten Sie von dieser Adresse.',
        sealed: 'Ihre Stimme ist bis zum Schluss versiegelt. Ihre Antwort selbst wird gelöscht, sobald sie gelesen ist.',
      },
      remind: {
        subject: (title, voter) => `Noch nicht abgegeben: der Stimmzettel von ${voter} (${title})`,
        text: (title, voter, closes, link) =>
          `Der Stimmzettel von ${voter} in „${title}“ ist noch nicht abgegeben. Schluss ist am ${closes}.\n\n${link}\n\nWenn Sie nicht mitstimmen wollen, geben Sie ihn leer ab: Dann steht fest, dass Sie gefragt wurden.`,
      },
      cast: {
        subject: (voter, title) => `Der Stimmzettel von ${voter} ist abgegeben (${title})`,
        text: (voter, by, changed, closes, link) =>
          `${by} hat den Stimmzettel von ${voter} ${changed ? 'geändert' : 'abgegeben'}. Er kann bis ${closes} geändert werden; der letzte zählt.\n\nBis zum Schluss stehen Ihr Stimmzettel und seine Quittung hier. Schreiben Sie die Quittung auf: Mit ihr finden Sie Ihren Zettel unter den veröffentlichten, und danach kann Ihnen niemand mehr sagen, welcher es war.\n${link}\n\nWaren das weder Sie noch jemand von Ihnen, sagen Sie es uns bitte.`,
      },
      refused: {
        subject: (title) => `Ihre Antwort wurde nicht als Stimmzettel angenommen (${title})`,
        text: (title, problems, link) =>
          `Ihre Mail konnte nicht als Stimmzettel von „${title}“ angenommen werden. Es wurde nichts abgegeben.\n\n${problems}\n\nAntworten Sie noch einmal auf die Mail mit dem Stimmzettel, oder nehmen Sie die Seite:\n${link}`,
        late: 'Die Abstimmung war schon geschlossen.',
        calledOff: 'Die Abstimmung wurde abgesagt: Es muss nichts mehr abgegeben werden.',
        sender: 'Es ließ sich nicht nachweisen, dass die Mail von Ihrer Adresse kommt. Bitte nehmen Sie die Seite.',
        nothing: 'Zwischen den Klammern waren weder Punkte noch Plätze noch Kreuze zu finden.',
        notYours: 'Sie geben diesen Stimmzettel nicht (mehr) ab.',
        faults: (count) => (count === 1 ? 'Ein Eintrag lässt sich nicht zählen:' : `${count} Einträge lassen sich nicht zählen:`),
      },
      extended: {
        subject: (title) => `Länger offen: ${title}`,
        text: (title, from, to, reason, link) =>
          `„${title}“ schließt später als angekündigt.\n\nBisher: ${from}\nJetzt: ${to}\nGrund: ${reason}\n\n${link}`,
      },
      moved: {
        subject: (title) => `Neue Termine: ${title}`,
        text: (title, before, after, reason, link) =>
          `Die Termine von „${title}“ wurden verschoben.\n\nBisher: ${before[0]} bis ${before[1]}\nJetzt: ${after[0]} bis ${after[1]}\nGrund: ${reason}\n\n${link}`,
      },
      counted: {
        subject: (title) => `Das Ergebnis: ${title}`,
        text: (title, link) =>
          `„${title}“ ist geschlossen und ausgezählt. Das Ergebnis, jeder Schritt der Zählung und alle Stimmzettel stehen hier; mit Ihrer Quittung finden Sie Ihren eigenen:\n${link}\n\nMit dem Paket auf dieser Seite kann jeder nachzählen.`,
      },
      again: {
        subject: (title) => `Bitte stimmen Sie noch einmal ab: ${title}`,
        text: (title, closes, link) =>
          `Rapport musste aus einer Sicherung wiederhergestellt werden. Eine Sicherung enthält nie den Schlüssel zu versiegelten Stimmzetteln; die in „${title}“ schon abgegebenen kann deshalb niemand mehr öffnen. Es tut uns leid: Bitte geben Sie Ihren noch einmal ab. Die Abstimmung ist offen bis ${closes}.\n\n${link}`,
      },
      referent: {
        subject: (organisation) => `Wer stimmt für ${organisation}?`,
        text: (organisation, title, opens, link) =>
          `„${title}“ beginnt am ${opens}. ${organisation} hat darin einen Stimmzettel, aber wir kennen niemanden, der für ${organisation} spricht und per Mail erreichbar ist.\n\nSie arbeiten unseres Wissens dort. Bitte sagen Sie denen, die die Abstimmung leiten, wer den Stimmzettel abgeben soll; antworten Sie dazu auf diese Mail.\n\nZur Abstimmung:\n${link}`,
      },
      poll: {
        subject: (voter, title) => `Was braucht ${voter} am dringendsten? (${title})`,
        text: (voter, by, closes, note, link) =>
          `${by} gibt den Stimmzettel von ${voter} ab und fragt vorher die Kolleginnen und Kollegen: Was müssen wir haben, was hätten wir gern? Sagen Sie es bis ${closes}.${note ? `\n\n${note}` : ''}\n\n${link}`,
      },
      pollOver: {
        subject: (voter) => `Ihre Kolleginnen und Kollegen haben geantwortet: der Stimmzettel von ${voter}`,
        text: (voter, voices, link) =>
          `Die Umfrage im Haus ${voter} ist zu Ende; ${voices === 1 ? 'eine Person hat' : `${voices} Personen haben`} geantwortet. Sie können das Ergebnis in den Stimmzettel übernehmen und dort ändern:\n${link}`,
      },
      phase: {
        subject: (cycle) => `${cycle}: Sagen Sie uns, was Sie brauchen`,
        text: (cycle, closes, link) => `Bis ${closes} nimmt „${cycle}“ Wünsche an. Bringen Sie ein, was Ihre Einrichtung braucht:\n${link}`,
      },
      wish: {
        accepted: {
          subject: (wish) => `Kommt zur Abstimmung: ${wish}`,
          text: (wish, cycle, link) => `Ihr Wunsch „${wish}“ kommt in „${cycle}“ zur Abstimmung.\n\n${link}`,
        },
        merged: {
          subject: (wish) => `Zusammengelegt: ${wish}`,
          text: (wish, into, reason, link) =>
            `Ihr Wunsch „${wish}“ bittet um dasselbe wie „${into}“. Damit sich die Stimmen nicht teilen, kommen beide als einer zur Abstimmung; Ihrer steht daneben.${reason ? `\n\n${reason}` : ''}\n\nIst es nicht dasselbe, antworten Sie bitte auf diese Mail.\n\n${link}`,
        },
        setAside: {
          subject: (wish) => `Nicht auf dem Stimmzettel: ${wish}`,
          text: (wish, why, reason, link) =>
            `Ihr Wunsch „${wish}“ kommt nicht zur Abstimmung: ${why}\n\n${reason}\n\nSehen Sie es anders, antworten Sie bitte auf diese Mail.\n\n${link}`,
        },
        reasons: {
          exists: 'Das Produkt kann es schon.',
          roadmap: 'Der Hersteller hat es auf seinem Plan.',
          bug: 'Es ist ein Fehler und wird als solcher verfolgt.',
          other_product: 'Es gehört zu einem anderen Produkt.',
          out_of_scope: 'Darüber kann diese Abstimmung nicht entscheiden.',
        },
        reword: {
          subject: (wish) => `Sind Sie mit anderen Worten für „${wish}“ einverstanden?`,
          text: (wish, title, text, why, link) =>
            `Die Gruppe schlägt vor, Ihren Wunsch „${wish}“ mit diesen Worten zur Abstimmung zu stellen:\n\n${title}\n\n${text}${why ? `\n\nGrund: ${why}` : ''}\n\nOhne Ihr Einverständnis bleibt er, wie Sie ihn geschrieben haben. Sagen Sie es hier:\n${link}`,
        },
      },
      stuck: {
        subject: (title) => `Konnte nicht beginnen: ${title}`,
        text: (title, why, link) => `„${title}“ sollte jetzt beginnen und konnte nicht. ${why}\n\n${link}`,
      },
      costs: {
        subject: (cycle) => `Es fehlen noch Kosten: ${cycle}`,
        text: (cycle, missing, closes, link) =>
          `${missing === 1 ? 'Ein Wunsch' : `${missing} Wünsche`} in „${cycle}“ ${missing === 1 ? 'hat' : 'haben'} noch keine Kosten. Runde zwei beginnt nach dem ${closes}; was bis dahin keine Kosten hat, kann nicht auf ihrem Stimmzettel stehen.\n\n${link}`,
      },
      nominated: {
        subject: (title) => `Sie sind vorgeschlagen: ${title}`,
        text: (by, title, until, link) =>
          `${by} hat Sie in „${title}“ vorgeschlagen. Sie kandidieren nur, wenn Sie bis ${until} annehmen, mit Ihrer eigenen Vorstellung:\n${link}`,
      },
      elected: {
        subject: (title) => `Sie sind gewählt: ${title}`,
        text: (title, from, link) => `Sie sind in „${title}“ gewählt. Ihre Amtszeit beginnt am ${from}.\n\n${link}`,
      },
      offered: {
        subject: (title) => `Ein Sitz ist frei geworden: ${title}`,
        text: (title, link) =>
          `In „${title}“ wären Sie die oder der Nächste gewesen. Ein Sitz ist frei geworden und gehört Ihnen, wenn Sie wollen. Sagen Sie hier ja oder nein:\n${link}`,
      },
      motion: {
        subject: (title) => `Eine Frage an die Gruppe: ${title}`,
        text: (question, closes, link) => `${question}\n\nBis ${closes}:\n${link}`,
        consent: 'Sie ist angenommen, wenn bis dahin niemand widerspricht. Wer widerspricht, sagt warum.',
      },
      objection: {
        subject: (title) => `Ein Widerspruch: ${title}`,
        text: (by, title, reason, link) => `${by} widerspricht „${title}“:\n\n${reason}\n\n${link}`,
      },
    },
    fr: {
      greeting: (name) => (name ? `Bonjour ${name},` : 'Bonjour,'),
      sign: (group) => group,
      opened: {
        subject: (title, voter) => `${title} : le bulletin de ${voter}`,
        text: (title, voter, closes, link) =>
          `« ${title} » est ouvert. Vous déposez le bulletin de ${voter}, jusqu’au ${closes}. D’ici là vous pouvez le modifier autant de fois que vous voulez.\n\nVotre bulletin :\n${link}`,
        points: (budget) =>
          `Ou répondez à ce courriel : écrivez des points entre les crochets, ${budget} en tout. Répondez depuis cette adresse et laissez les numéros tels quels ; ce qui reste vide n’en reçoit pas.`,
        ranks:
          'Ou répondez à ce courriel : écrivez 1 entre les crochets de votre premier choix, 2 de votre deuxième, et ainsi de suite. Répondez depuis cette adresse.',
        yesNo:
          'Ou répondez à ce courriel : mettez un x entre les crochets (yes : oui, no : non, abstain : abstention). Répondez depuis cette adresse.',
        sealed: 'Votre vote est scellé jusqu’à la clôture. Votre réponse elle-même est effacée dès qu’elle a été lue.',
      },
      remind: {
        subject: (title, voter) => `Pas encore déposé : le bulletin de ${voter} (${title})`,
        text: (title, voter, closes, link) =>
          `Le bulletin de ${voter} dans « ${title} » n’a pas été déposé. La clôture est le ${closes}.\n\n${link}\n\nSi vous ne voulez pas voter, déposez-le blanc : il sera noté que vous avez été consultés.`,
      },
      cast: {
        subject: (voter, title) => `Le bulletin de ${voter} est déposé (${title})`,
        text: (voter, by, changed, closes, link) =>
          `${by} a ${changed ? 'modifié' : 'déposé'} le bulletin de ${voter}. Il peut être modifié jusqu’au ${closes} ; le dernier compte.\n\nVotre bulletin et son reçu restent ici jusqu’à la clôture. Notez le reçu : avec lui vous trouvez votre bulletin parmi ceux qui sont publiés, et ensuite personne ne pourra vous dire lequel c’était.\n${link}\n\nSi ce n’était ni vous ni un collègue, dites-le-nous.`,
      },
      refused: {
        subject: (title) => `Votre réponse n’a pas été prise comme bulletin (${title})`,
        text: (title, problems, link) =>
          `Votre courriel n’a pas pu être pris comme bulletin de « ${title} ». Rien n’a été déposé.\n\n${problems}\n\nRépondez de nouveau au courriel du bulletin, ou utilisez la page :\n${link}`,
        late: 'Le vote était clos quand il est arrivé.',
        calledOff: 'Le vote a été annulé : il n’y a plus rien à déposer.',
        sender: 'Il n’a pas été possible de prouver que le courriel vient de votre adresse. Merci d’utiliser la page.',
        nothing: 'Aucun point, rang ou croix n’a été trouvé entre les crochets.',
        notYours: 'Vous ne déposez pas (ou plus) ce bulletin.',
        faults: (count) => (count === 1 ? 'Une ligne ne peut pas être comptée :' : `${count} lignes ne peuvent pas être comptées :`),
      },
      extended: {
        subject: (title) => `Ouvert plus longtemps : ${title}`,
        text: (title, from, to, reason, link) =>
          `« ${title} » se termine plus tard que prévu.\n\nJusqu’ici : ${from}\nDésormais : ${to}\nPourquoi : ${reason}\n\n${link}`,
      },
      moved: {
        subject: (title) => `Nouvelles dates : ${title}`,
        text: (title, before, after, reason, link) =>
          `Les dates de « ${title} » ont été déplacées.\n\nJusqu’ici : du ${before[0]} au ${before[1]}\nDésormais : du ${after[0]} au ${after[1]}\nPourquoi : ${reason}\n\n${link}`,
      },
      counted: {
        subject: (title) => `Le résultat : ${title}`,
        text: (title, link) =>
          `« ${title} » est clos et dépouillé. Le résultat, chaque étape du dépouillement et tous les bulletins sont ici ; votre reçu vous mène au vôtre :\n${link}\n\nAvec l’archive de cette page, chacun peut recompter.`,
      },
      again: {
        subject: (title) => `Merci de voter une nouvelle fois : ${title}`,
        text: (title, closes, link) =>
          `Rapport a dû être restauré depuis une sauvegarde. Une sauvegarde ne contient jamais la clé des bulletins scellés : ceux qui avaient été déposés dans « ${title} » ne peuvent plus être ouverts par personne. Nous en sommes désolés : merci de déposer le vôtre de nouveau. Le vote est ouvert jusqu’au ${closes}.\n\n${link}`,
      },
      referent: {
        subject: (organisation) => `Qui vote pour ${organisation} ?`,
        text: (organisation, title, opens, link) =>
          `« ${title} » s’ouvre le ${opens}. ${organisation} y a un bulletin, mais nous ne connaissons personne qui parle pour ${organisation} et que l’on puisse joindre par courriel.\n\nVous y travaillez, d’après ce que nous savons. Merci de dire à ceux qui organisent le vote qui doit déposer le bulletin, en répondant à ce courriel.\n\nSur le vote :\n${link}`,
      },
      poll: {
        subject: (voter, title) => `De quoi ${voter} a-t-il le plus besoin ? (${title})`,
        text: (voter, by, closes, note, link) =>
          `${by} dépose le bulletin de ${voter} et consulte d’abord ses collègues : que nous faut-il, qu’aimerions-nous avoir ? Dites-le jusqu’au ${closes}.${note ? `\n\n${note}` : ''}\n\n${link}`,
      },
      pollOver: {
        subject: (voter) => `Vos collègues ont répondu : le bulletin de ${voter}`,
        text: (voter, voices, link) =>
          `La consultation interne de ${voter} est terminée ; ${voices === 1 ? 'un collègue a répondu' : `${voices} collègues ont répondu`}. Vous pouvez reprendre son résultat dans le bulletin et l’y modifier :\n${link}`,
      },
      phase: {
        subject: (cycle) => `${cycle} : dites-nous ce dont vous avez besoin`,
        text: (cycle, closes, link) =>
          `Le dépôt des souhaits de « ${cycle} » est ouvert jusqu’au ${closes}. Apportez ce dont votre établissement a besoin :\n${link}`,
      },
      wish: {
        accepted: {
          subject: (wish) => `Soumis au vote : ${wish}`,
          text: (wish, cycle, link) => `Votre souhait « ${wish} » est soumis au vote dans « ${cycle} ».\n\n${link}`,
        },
        merged: {
          subject: (wish) => `Regroupé : ${wish}`,
          text: (wish, into, reason, link) =>
            `Votre souhait « ${wish} » demande la même chose que « ${into} ». Pour que les voix ne se divisent pas, ils sont soumis au vote ensemble ; le vôtre figure à côté.${reason ? `\n\n${reason}` : ''}\n\nSi ce n’est pas la même chose, répondez à ce courriel.\n\n${link}`,
        },
        setAside: {
          subject: (wish) => `Pas sur le bulletin : ${wish}`,
          text: (wish, why, reason, link) =>
            `Votre souhait « ${wish} » n’est pas soumis au vote : ${why}\n\n${reason}\n\nSi vous n’êtes pas d’accord, répondez à ce courriel.\n\n${link}`,
        },
        reasons: {
          exists: 'le produit le fait déjà.',
          roadmap: 'le fournisseur l’a dans sa feuille de route.',
          bug: 'c’est un défaut, suivi comme tel.',
          other_product: 'cela relève d’un autre produit.',
          out_of_scope: 'ce vote ne peut pas en décider.',
        },
        reword: {
          subject: (wish) => `Acceptez-vous d’autres mots pour « ${wish} » ?`,
          text: (wish, title, text, why, link) =>
            `Le groupe propose de soumettre votre souhait « ${wish} » au vote en ces termes :\n\n${title}\n\n${text}${why ? `\n\nPourquoi : ${why}` : ''}\n\nSans votre accord il reste tel que vous l’avez écrit. Dites-le ici :\n${link}`,
        },
      },
      stuck: {
        subject: (title) => `N’a pas pu s’ouvrir : ${title}`,
        text: (title, why, link) => `« ${title} » devait s’ouvrir maintenant, et n’a pas pu. ${why}\n\n${link}`,
      },
      costs: {
        subject: (cycle) => `Il manque encore des coûts : ${cycle}`,
        text: (cycle, missing, closes, link) =>
          `${missing === 1 ? 'Un souhait' : `${missing} souhaits`} de « ${cycle} » n’${missing === 1 ? 'a' : 'ont'} pas encore de coût. Le deuxième tour s’ouvre après le ${closes} ; ce qui n’en a pas d’ici là ne peut pas figurer sur son bulletin.\n\n${link}`,
      },
      nominated: {
        subject: (title) => `Vous êtes proposé(e) : ${title}`,
        text: (by, title, until, link) =>
          `${by} vous a proposé(e) dans « ${title} ». Vous n’êtes candidat(e) que si vous acceptez, jusqu’au ${until}, avec une présentation de votre main :\n${link}`,
      },
      elected: {
        subject: (title) => `Vous êtes élu(e) : ${title}`,
        text: (title, from, link) => `Vous êtes élu(e) dans « ${title} ». Votre mandat commence le ${from}.\n\n${link}`,
      },
      offered: {
        subject: (title) => `Un siège s’est libéré : ${title}`,
        text: (title, link) =>
          `Dans « ${title} » vous étiez la personne suivante. Un siège s’est libéré ; il est à vous si vous le voulez. Dites oui ou non ici :\n${link}`,
      },
      motion: {
        subject: (title) => `Une question au groupe : ${title}`,
        text: (question, closes, link) => `${question}\n\nJusqu’au ${closes} :\n${link}`,
        consent: 'Elle est adoptée si personne ne s’y oppose d’ici là. Qui s’oppose dit pourquoi.',
      },
      objection: {
        subject: (title) => `Une objection : ${title}`,
        text: (by, title, reason, link) => `${by} s’oppose à « ${title} » :\n\n${reason}\n\n${link}`,
      },
    },
    es: {
      greeting: (name) => (name ? `Hola, ${name}:` : 'Hola:'),
      sign: (group) => group,
      opened: {
        subject: (title, voter) => `${title}: la papeleta de ${voter}`,
        text: (title, voter, closes, link) =>
          `«${title}» está abierta. Usted emite la papeleta de ${voter}, hasta el ${closes}. Hasta entonces puede cambiarla cuantas veces quiera.\n\nSu papeleta:\n${link}`,
        points: (budget) =>
          `O responda a este correo: escriba puntos entre los corchetes, ${budget} en total. Responda desde esta dirección y deje los números como están; lo que quede vacío no recibe ninguno.`,
        ranks:
          'O responda a este correo: escriba 1 entre los corchetes de su primera opción, 2 de la segunda, y así. Responda desde esta dirección.',
        yesNo:
          'O responda a este correo: ponga una x entre los corchetes (yes: sí, no: no, abstain: abstención). Responda desde esta dirección.',
        sealed: 'Su voto queda sellado hasta el cierre. Su respuesta misma se borra en cuanto se ha leído.',
      },
      remind: {
        subject: (title, voter) => `Aún sin emitir: la papeleta de ${voter} (${title})`,
        text: (title, voter, closes, link) =>
          `La papeleta de ${voter} en «${title}» no se ha emitido. Se cierra el ${closes}.\n\n${link}\n\nSi no quiere participar, emítala en blanco: así consta que se les preguntó.`,
      },
      cast: {
        subject: (voter, title) => `La papeleta de ${voter} está emitida (${title})`,
        text: (voter, by, changed, closes, link) =>
          `${by} ha ${changed ? 'cambiado' : 'emitido'} la papeleta de ${voter}. Se puede cambiar hasta el ${closes}; cuenta la última.\n\nSu papeleta y su recibo están aquí hasta el cierre. Anote el recibo: con él encuentra su papeleta entre las publicadas, y después nadie podrá decirle cuál era.\n${link}\n\nSi no fue usted ni un colega, díganoslo, por favor.`,
      },
      refused: {
        subject: (title) => `Su respuesta no se tomó como papeleta (${title})`,
        text: (title, problems, link) =>
          `Su correo no pudo tomarse como papeleta de «${title}». No se emitió nada.\n\n${problems}\n\nResponda otra vez al correo de la papeleta, o use la página:\n${link}`,
        late: 'La votación estaba cerrada cuando llegó.',
        calledOff: 'La votación se canceló: ya no hay nada que emitir.',
        sender: 'No se pudo probar que el correo viene de su dirección. Por favor, use la página.',
        nothing: 'No se encontraron puntos, lugares ni marcas entre los corchetes.',
        notYours: 'Usted no emite (o ya no) esta papeleta.',
        faults: (count) => (count === 1 ? 'Una línea no se puede contar:' : `${count} líneas no se pueden contar:`),
      },
      extended: {
        subject: (title) => `Abierta más tiempo: ${title}`,
        text: (title, from, to, reason, link) =>
          `«${title}» se cierra más tarde de lo anunciado.\n\nHasta ahora: ${from}\nDesde ahora: ${to}\nPor qué: ${reason}\n\n${link}`,
      },
      moved: {
        subject: (title) => `Nuevas fechas: ${title}`,
        text: (title, before, after, reason, link) =>
          `Se han cambiado las fechas de «${title}».\n\nHasta ahora: del ${before[0]} al ${before[1]}\nDesde ahora: del ${after[0]} al ${after[1]}\nPor qué: ${reason}\n\n${link}`,
      },
      counted: {
        subject: (title) => `El resultado: ${title}`,
        text: (title, link) =>
          `«${title}» está cerrada y contada. El resultado, cada paso del recuento y todas las papeletas están aquí; con su recibo encuentra la suya:\n${link}\n\nCon el paquete de esa página cualquiera puede recontar.`,
      },
      again: {
        subject: (title) => `Por favor, vote otra vez: ${title}`,
        text: (title, closes, link) =>
          `Hubo que restaurar Rapport desde una copia de seguridad. Una copia nunca contiene la clave de las papeletas selladas, así que nadie puede abrir las que se habían emitido en «${title}». Lo sentimos: por favor, emita la suya otra vez. La votación está abierta hasta el ${closes}.\n\n${link}`,
      },
      referent: {
        subject: (organisation) => `¿Quién vota por ${organisation}?`,
        text: (organisation, title, opens, link) =>
          `«${title}» se abre el ${opens}. ${organisation} tiene en ella una papeleta, pero no conocemos a nadie que hable por ${organisation} y a quien llegue el correo.\n\nSegún sabemos, usted trabaja allí. Por favor, diga a quienes llevan la votación quién debe emitirla, respondiendo a este correo.\n\nSobre la votación:\n${link}`,
      },
      poll: {
        subject: (voter, title) => `¿Qué necesita más ${voter}? (${title})`,
        text: (voter, by, closes, note, link) =>
          `${by} emite la papeleta de ${voter} y pregunta antes a sus colegas: ¿qué nos hace falta, qué nos gustaría? Dígalo hasta el ${closes}.${note ? `\n\n${note}` : ''}\n\n${link}`,
      },
      pollOver: {
        subject: (voter) => `Sus colegas han respondido: la papeleta de ${voter}`,
        text: (voter, voices, link) =>
          `La consulta interna de ${voter} ha terminado; ${voices === 1 ? 'respondió un colega' : `respondieron ${voices} colegas`}. Puede pasar su resultado a la papeleta y cambiarlo allí:\n${link}`,
      },
      phase: {
        subject: (cycle) => `${cycle}: díganos qué necesita`,
        text: (cycle, closes, link) => `«${cycle}» recibe deseos hasta el ${closes}. Traiga lo que su institución necesita:\n${link}`,
      },
      wish: {
        accepted: {
          subject: (wish) => `Se someterá a votación: ${wish}`,
          text: (wish, cycle, link) => `Su deseo «${wish}» se somete a votación en «${cycle}».\n\n${link}`,
        },
        merged: {
          subject: (wish) => `Unido a otro: ${wish}`,
          text: (wish, into, reason, link) =>
            `Su deseo «${wish}» pide lo mismo que «${into}». Para que los votos no se dividan, se votan como uno; el suyo figura al lado.${reason ? `\n\n${reason}` : ''}\n\nSi no son lo mismo, responda a este correo.\n\n${link}`,
        },
        setAside: {
          subject: (wish) => `No está en la papeleta: ${wish}`,
          text: (wish, why, reason, link) =>
            `Su deseo «${wish}» no se somete a votación: ${why}\n\n${reason}\n\nSi usted lo ve de otro modo, responda a este correo.\n\n${link}`,
        },
        reasons: {
          exists: 'el producto ya lo hace.',
          roadmap: 'el proveedor lo tiene en su plan.',
          bug: 'es un defecto, y se sigue como tal.',
          other_product: 'corresponde a otro producto.',
          out_of_scope: 'esta votación no puede decidirlo.',
        },
        reword: {
          subject: (wish) => `¿Acepta otras palabras para «${wish}»?`,
          text: (wish, title, text, why, link) =>
            `El grupo propone someter su deseo «${wish}» a votación con estas palabras:\n\n${title}\n\n${text}${why ? `\n\nPor qué: ${why}` : ''}\n\nSin su acuerdo queda como usted lo escribió. Dígalo aquí:\n${link}`,
        },
      },
      stuck: {
        subject: (title) => `No pudo abrirse: ${title}`,
        text: (title, why, link) => `«${title}» debía abrirse ahora y no pudo. ${why}\n\n${link}`,
      },
      costs: {
        subject: (cycle) => `Aún faltan costes: ${cycle}`,
        text: (cycle, missing, closes, link) =>
          `${missing === 1 ? 'Un deseo' : `${missing} deseos`} de «${cycle}» aún no ${missing === 1 ? 'tiene' : 'tienen'} coste. La segunda ronda se abre después del ${closes}; lo que no lo tenga para entonces no puede estar en su papeleta.\n\n${link}`,
      },
      nominated: {
        subject: (title) => `Le han propuesto: ${title}`,
        text: (by, title, until, link) =>
          `${by} le ha propuesto en «${title}». Usted se presenta solo si acepta, hasta el ${until}, con una presentación propia:\n${link}`,
      },
      elected: {
        subject: (title) => `Ha sido elegido o elegida: ${title}`,
        text: (title, from, link) => `Ha sido elegido o elegida en «${title}». Su mandato empieza el ${from}.\n\n${link}`,
      },
      offered: {
        subject: (title) => `Ha quedado libre un puesto: ${title}`,
        text: (title, link) =>
          `En «${title}» usted era la persona siguiente. Ha quedado libre un puesto y es suyo si lo quiere. Diga sí o no aquí:\n${link}`,
      },
      motion: {
        subject: (title) => `Una pregunta al grupo: ${title}`,
        text: (question, closes, link) => `${question}\n\nHasta el ${closes}:\n${link}`,
        consent: 'Queda adoptada si nadie se opone hasta entonces. Quien se opone dice por qué.',
      },
      objection: {
        subject: (title) => `Una objeción: ${title}`,
        text: (by, title, reason, link) => `${by} se opone a «${title}»:\n\n${reason}\n\n${link}`,
      },
    },
  },
)
