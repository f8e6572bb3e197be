import type { Locale } from '../../lib/ui/format.ts'
import { catalogue } from '../../lib/ui/words.ts'
import type { Letter } from '../../outbox/rules.ts'

const words = catalogue(
  {
    subject: 'Rapport: digests do not go out',
    text: (lists: string, link: string) =>
      `The digests of these lists should have gone out more than two hours ago: ${lists}\n\nNothing is lost: what has gathered goes out with the next digest. The log of the worker says what is wrong. What is waiting:\n${link}\n`,
  },
  {
    de: {
      subject: 'Rapport: Sammlungen gehen nicht hinaus',
      text: (lists, link) =>
        `Die Sammlungen dieser Listen hätten vor mehr als zwei Stunden hinausgehen sollen: ${lists}\n\nNichts ist verloren: Was sich gesammelt hat, geht mit der nächsten Sammlung hinaus. Das Protokoll des Arbeiters sagt, was nicht stimmt. Was wartet:\n${link}\n`,
    },
    fr: {
      subject: 'Rapport : des recueils ne partent pas',
      text: (lists, link) =>
        `Les recueils de ces listes auraient dû partir il y a plus de deux heures : ${lists}\n\nRien n’est perdu : ce qui s’est accumulé partira avec le prochain recueil. Le journal du processus dit ce qui ne va pas. Ce qui attend :\n${link}\n`,
    },
    es: {
      subject: 'Rapport: hay resúmenes que no salen',
      text: (lists, link) =>
        `Los resúmenes de estas listas tenían que haber salido hace más de dos horas: ${lists}\n\nNada se ha perdido: lo reunido sale con el próximo resumen. El registro del proceso dice qué falla. Lo que espera:\n${link}\n`,
    },
  },
)

/** The operator's alarm: digests that did not go out at their hour. */
export function lateDigests(baseUrl: string, to: { name: string; email: string; locale: string; id: number }, lists: string[]): Letter {
  const said = words(to.locale as Locale)
  return {
    kind: 'list.digestAlarm',
    plain: true,
    to,
    personId: to.id,
    subject: said.subject,
    text: said.text(lists.join(', '), `${baseUrl}/admin/outbox`),
  }
}
