import { catalogue } from '../../lib/ui/words.ts'

/** Letters about who speaks for an institution. */
export const referentWords = catalogue(
  {
    namedSubject: (organisation: string) => `${organisation} names who speaks for it`,
    namedText: (name: string, who: string, organisation: string, community: string, link: string) =>
      `Dear ${name},\n\n${organisation} names ${who} as its voice in ${community}. The user group confirms:\n${link}\n`,
    confirmedSubject: (organisation: string) => `Who speaks for ${organisation} is confirmed`,
    confirmedText: (name: string, who: string, organisation: string, community: string, day: string) =>
      `Dear ${name},\n\n${community} has confirmed that ${who} speaks for ${organisation}, from ${day}.\n`,
    refusedSubject: (organisation: string) => `Who speaks for ${organisation} is not confirmed`,
    refusedText: (name: string, who: string, organisation: string, community: string, reason: string) =>
      `Dear ${name},\n\n${community} has not confirmed that ${who} speaks for ${organisation}:\n\n${reason}\n`,
  },
  {
    de: {
      namedSubject: (organisation) => `${organisation} benennt, wer für sie spricht`,
      namedText: (name, who, organisation, community, link) =>
        `Guten Tag ${name},\n\n${organisation} benennt ${who} als ihre Stimme in ${community}. Der Anwenderverein bestätigt:\n${link}\n`,
      confirmedSubject: (organisation) => `Wer für ${organisation} spricht, ist bestätigt`,
      confirmedText: (name, who, organisation, community, day) =>
        `Guten Tag ${name},\n\n${community} hat bestätigt, dass ${who} ab ${day} für ${organisation} spricht.\n`,
      refusedSubject: (organisation) => `Wer für ${organisation} spricht, ist nicht bestätigt`,
      refusedText: (name, who, organisation, community, reason) =>
        `Guten Tag ${name},\n\n${community} hat nicht bestätigt, dass ${who} für ${organisation} spricht:\n\n${reason}\n`,
    },
    fr: {
      namedSubject: (organisation) => `${organisation} désigne sa représentation`,
      namedText: (name, who, organisation, community, link) =>
        `Bonjour ${name},\n\n${organisation} désigne ${who} pour parler en son nom dans ${community}. L’association confirme :\n${link}\n`,
      confirmedSubject: (organisation) => `La représentation de ${organisation} est confirmée`,
      confirmedText: (name, who, organisation, community, day) =>
        `Bonjour ${name},\n\n${community} a confirmé que ${who} parle pour ${organisation} à partir du ${day}.\n`,
      refusedSubject: (organisation) => `La représentation de ${organisation} n’est pas confirmée`,
      refusedText: (name, who, organisation, community, reason) =>
        `Bonjour ${name},\n\n${community} n’a pas confirmé que ${who} parle pour ${organisation} :\n\n${reason}\n`,
    },
    es: {
      namedSubject: (organisation) => `${organisation} nombra quién habla por ella`,
      namedText: (name, who, organisation, community, link) =>
        `Hola, ${name}:\n\n${organisation} nombra a ${who} como su voz en ${community}. El grupo de usuarios confirma:\n${link}\n`,
      confirmedSubject: (organisation) => `Se confirma quién habla por ${organisation}`,
      confirmedText: (name, who, organisation, community, day) =>
        `Hola, ${name}:\n\n${community} ha confirmado que ${who} habla por ${organisation} desde el ${day}.\n`,
      refusedSubject: (organisation) => `No se confirma quién habla por ${organisation}`,
      refusedText: (name, who, organisation, community, reason) =>
        `Hola, ${name}:\n\n${community} no ha confirmado que ${who} hable por ${organisation}:\n\n${reason}\n`,
    },
  },
)
