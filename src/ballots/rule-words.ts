import { catalogue } from '../lib/ui/words.ts'

/** The rules that a group may choose, in two sentences each, and how secret a paper is. */
export const ruleWords = catalogue(
  {
    title: 'How ballots are counted',
    lead: 'The rule is chosen before the round. The same papers are counted by the others too, to compare.',
    secrecy: 'Secrecy, plainly',
    sealed:
      'A paper is sealed to the key of its round when it is cast. The close opens all papers at once, copies them in random order without times and voters, counts them, and deletes the sealed ones with the key. A backup never holds the key.',
    untilClose:
      'Until the close, whoever has both the running database and the secret of this installation could open papers with a program of their own, and whoever changes the program could watch. After the close nobody can tell whose a paper is, but the voter who kept the receipt.',
    how: {
      greedy: 'Points are added up; the wish with most points comes first, then the next, as long as the capacity reaches.',
      'equal-shares':
        'Each paper gets the same share of the capacity and spends it only on what it supports; what gives its supporters most for their money is bought first.',
      'equal-shares-add1': 'As Equal Shares, with the shares raised step by step until what they buy would not fit any more.',
      'scottish-stv':
        'Who reaches the quota is elected; what is beyond it goes to the next names, and so do the papers of who is excluded.',
      score: 'A motion passes when more say yes than no, and enough have voted.',
    },
    promise: {
      greedy: 'Easy to check by hand. A majority that agrees can take everything.',
      'equal-shares': 'A tenth of the papers decides over a tenth of the capacity. Often something stays unspent.',
      'equal-shares-add1': 'As Equal Shares, and little stays unspent.',
      'scottish-stv': 'Groups are represented by their size; no vote is wasted.',
      score: 'Who abstains is counted for the quorum and for nothing else.',
    },
  },
  {
    de: {
      title: 'Wie Abstimmungen gezählt werden',
      lead: 'Die Regel wird vor der Runde gewählt. Zum Vergleich werden dieselben Stimmzettel auch nach den anderen gezählt.',
      secrecy: 'Geheimhaltung, offen gesagt',
      sealed:
        'Ein Stimmzettel wird bei der Abgabe auf den Schlüssel seiner Runde versiegelt. Der Schluss öffnet alle zugleich, kopiert sie in zufälliger Reihenfolge ohne Zeiten und Namen, zählt sie und löscht die versiegelten samt dem Schlüssel. Eine Sicherung enthält den Schlüssel nie.',
      untilClose:
        'Bis zum Schluss könnte, wer sowohl die laufende Datenbank als auch das Geheimnis dieser Installation hat, Stimmzettel mit einem eigenen Programm öffnen, und wer das Programm ändert, könnte zusehen. Nach dem Schluss weiß niemand mehr, wem ein Stimmzettel gehört, außer wer seinen Beleg behalten hat.',
      how: {
        greedy:
          'Die Punkte werden zusammengezählt; der Wunsch mit den meisten kommt zuerst, dann der nächste, solange die Kapazität reicht.',
        'equal-shares':
          'Jeder Stimmzettel bekommt den gleichen Anteil an der Kapazität und gibt ihn nur für das aus, was er unterstützt; was den Unterstützenden am meisten für ihr Geld gibt, wird zuerst gekauft.',
        'equal-shares-add1':
          'Wie Equal Shares; die Anteile werden Schritt für Schritt erhöht, bis das, was sie kaufen, nicht mehr hineinpassen würde.',
        'scottish-stv':
          'Wer die Quote erreicht, ist gewählt; was darüber liegt, geht an die nächsten Namen, ebenso die Stimmzettel derer, die ausscheiden.',
        score: 'Ein Antrag ist angenommen, wenn mehr ja als nein sagen und genug abgestimmt haben.',
      },
      promise: {
        greedy: 'Leicht von Hand zu prüfen. Eine Mehrheit, die sich einig ist, kann alles bekommen.',
        'equal-shares': 'Ein Zehntel der Stimmzettel entscheidet über ein Zehntel der Kapazität. Oft bleibt etwas übrig.',
        'equal-shares-add1': 'Wie Equal Shares, und es bleibt wenig übrig.',
        'scottish-stv': 'Gruppen sind nach ihrer Größe vertreten; keine Stimme ist verloren.',
        score: 'Wer sich enthält, zählt für das Quorum und für nichts sonst.',
      },
    },
    fr: {
      title: 'Comment les votes sont comptés',
      lead: 'La règle est choisie avant le tour. Les mêmes bulletins sont aussi comptés selon les autres, pour comparer.',
      secrecy: 'Le secret, clairement',
      sealed:
        'Un bulletin est scellé par la clé de son tour quand il est déposé. La clôture les ouvre tous à la fois, les copie dans un ordre aléatoire sans heures ni noms, les compte, et efface les bulletins scellés avec la clé. Une sauvegarde ne contient jamais la clé.',
      untilClose:
        'Jusqu’à la clôture, qui a à la fois la base de données en service et le secret de cette installation pourrait ouvrir des bulletins avec son propre programme, et qui modifie le programme pourrait regarder. Après la clôture, personne ne peut dire à qui est un bulletin, sauf qui a gardé son reçu.',
      how: {
        greedy: 'Les points sont additionnés ; le souhait qui en a le plus vient d’abord, puis le suivant, tant que la capacité suffit.',
        'equal-shares':
          'Chaque bulletin reçoit la même part de la capacité et ne la dépense que pour ce qu’il soutient ; ce qui donne le plus à ses soutiens pour leur argent est acheté d’abord.',
        'equal-shares-add1': 'Comme Equal Shares, avec des parts relevées pas à pas jusqu’à ce que ce qu’elles achètent ne tienne plus.',
        'scottish-stv':
          'Qui atteint le quota est élu ; ce qui le dépasse va aux noms suivants, tout comme les bulletins de qui est éliminé.',
        score: 'Une motion est adoptée quand il y a plus de oui que de non et qu’assez de personnes ont voté.',
      },
      promise: {
        greedy: 'Facile à vérifier à la main. Une majorité d’accord peut tout prendre.',
        'equal-shares': 'Un dixième des bulletins décide d’un dixième de la capacité. Il reste souvent quelque chose.',
        'equal-shares-add1': 'Comme Equal Shares, et il reste peu.',
        'scottish-stv': 'Les groupes sont représentés selon leur taille ; aucune voix n’est perdue.',
        score: 'Qui s’abstient compte pour le quorum et pour rien d’autre.',
      },
    },
    es: {
      title: 'Cómo se cuentan las votaciones',
      lead: 'La regla se elige antes de la ronda. Las mismas papeletas se cuentan también con las otras, para comparar.',
      secrecy: 'El secreto, con claridad',
      sealed:
        'Una papeleta se sella con la clave de su ronda al emitirse. El cierre las abre todas a la vez, las copia en orden aleatorio sin horas ni nombres, las cuenta, y borra las selladas junto con la clave. Una copia de seguridad nunca contiene la clave.',
      untilClose:
        'Hasta el cierre, quien tenga tanto la base de datos en marcha como el secreto de esta instalación podría abrir papeletas con un programa propio, y quien cambie el programa podría mirar. Tras el cierre nadie puede saber de quién es una papeleta, salvo quien guardó su recibo.',
      how: {
        greedy: 'Se suman los puntos; el deseo con más puntos va primero, después el siguiente, mientras alcance la capacidad.',
        'equal-shares':
          'Cada papeleta recibe la misma parte de la capacidad y la gasta solo en lo que apoya; se compra primero lo que más da a quienes lo apoyan por su dinero.',
        'equal-shares-add1': 'Como Equal Shares, con partes que suben paso a paso hasta que lo que compran ya no cabe.',
        'scottish-stv':
          'Quien alcanza la cuota queda elegido; lo que sobra pasa a los nombres siguientes, igual que las papeletas de quien queda excluido.',
        score: 'Una moción se aprueba cuando hay más síes que noes y ha votado gente suficiente.',
      },
      promise: {
        greedy: 'Fácil de comprobar a mano. Una mayoría que está de acuerdo puede llevárselo todo.',
        'equal-shares': 'Una décima parte de las papeletas decide sobre una décima parte de la capacidad. A menudo sobra algo.',
        'equal-shares-add1': 'Como Equal Shares, y sobra poco.',
        'scottish-stv': 'Los grupos están representados según su tamaño; ningún voto se pierde.',
        score: 'Quien se abstiene cuenta para el quórum y para nada más.',
      },
    },
  },
)
