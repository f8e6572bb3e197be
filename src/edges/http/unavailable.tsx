import type { Context } from 'hono'
import { isAway } from '../../lib/db/away.ts'
import type { Locale } from '../../lib/ui/format.ts'
import { BarePage } from '../../lib/ui/layout.tsx'
import { anyone } from '../../lib/ui/reader.ts'
import type { Env } from '../../lib/ui/web.tsx'
import { catalogue } from '../../lib/ui/words.ts'
import { languageOf } from './language.ts'

// As long as a restarted database takes, and short enough for a person who waits.
const seconds = 10

const wordsFor = catalogue(
  {
    title: 'Not now',
    why: 'The database does not answer just now. Nothing is lost that was saved before.',
    form: 'What you just sent may not have been saved. Go back, wait a moment and look before you send it again.',
    page: 'Please try again in a moment.',
    trouble: 'Something went wrong',
    mistake: 'It is our mistake, and it is written down. Nothing that you typed was saved.',
  },
  {
    de: {
      title: 'Gerade nicht möglich',
      why: 'Die Datenbank antwortet gerade nicht. Was zuvor gespeichert wurde, ist nicht verloren.',
      form: 'Was Sie eben gesendet haben, ist vielleicht nicht gespeichert. Gehen Sie zurück, warten Sie kurz und sehen Sie nach, bevor Sie es noch einmal senden.',
      page: 'Bitte versuchen Sie es gleich noch einmal.',
      trouble: 'Etwas ging schief',
      mistake: 'Es ist unser Fehler, und er ist notiert. Nichts von Ihrer Eingabe wurde gespeichert.',
    },
    fr: {
      title: 'Pas pour le moment',
      why: 'La base de données ne répond pas pour l’instant. Rien de ce qui était enregistré n’est perdu.',
      form: 'Ce que vous venez d’envoyer n’est peut-être pas enregistré. Revenez en arrière, patientez un instant et vérifiez avant de l’envoyer à nouveau.',
      page: 'Veuillez réessayer dans un instant.',
      trouble: 'Un problème est survenu',
      mistake: 'L’erreur vient de nous, et elle est notée. Rien de ce que vous avez saisi n’a été enregistré.',
    },
    es: {
      title: 'Ahora no es posible',
      why: 'La base de datos no responde en este momento. No se ha perdido nada de lo guardado.',
      form: 'Lo que acaba de enviar quizá no se haya guardado. Vuelva atrás, espere un momento y compruébelo antes de enviarlo de nuevo.',
      page: 'Vuelva a intentarlo dentro de un momento.',
      trouble: 'Algo ha fallado',
      mistake: 'El error es nuestro y ha quedado anotado. No se ha guardado nada de lo que escribió.',
    },
  },
)

/** The headers of an answer that says "later". */
export const laterHeaders = { 'retry-after': String(seconds), 'cache-control': 'no-store' }

/** A page in words that needs no database: that it is away (503), or that we made a mistake (500). */
export function withoutDatabase(c: Context<Env>, error: unknown): Response | Promise<Response> {
  const away = isAway(error)
  const actor = c.var.actor
  const locale = (actor?.locale ?? languageOf(c)) as Locale
  const words = wordsFor(locale)
  const reader = { ...anyone, locale }
  if (away) for (const [name, value] of Object.entries(laterHeaders)) c.header(name, value)
  const title = away ? words.title : words.trouble
  return c.html(
    <BarePage title={title} reader={reader} brand={{ name: 'Rapport', href: '/' }}>
      <div class="stack">
        <h1>{title}</h1>
        {away ? (
          <>
            <p>{words.why}</p>
            <p>{c.req.method === 'GET' ? words.page : words.form}</p>
          </>
        ) : (
          <p>{words.mistake}</p>
        )}
      </div>
    </BarePage>,
    away ? 503 : 500,
  )
}
