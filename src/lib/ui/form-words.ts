import { plural } from './format.ts'
import { catalogue } from './words.ts'

/** What a form says about what was typed. */
export const formWords = catalogue(
  {
    again: 'Something needs another look.',
    missing: 'Please fill this in.',
    invalid: 'This cannot be read. Please check it.',
    notOffered: 'Please choose one of the offered answers.',
    tooSmall: {
      text: (n: number) => plural('en', n, { one: 'Please write something.', other: 'Please write at least # characters.' }),
      choices: (n: number) => plural('en', n, { one: 'Please choose at least one.', other: 'Please choose at least #.' }),
      number: (n: number) => `Please give ${n} or more.`,
    },
    tooBig: {
      text: (n: number) => plural('en', n, { one: 'Please write at most one character.', other: 'Please write at most # characters.' }),
      choices: (n: number) => plural('en', n, { one: 'Please choose at most one.', other: 'Please choose at most #.' }),
      number: (n: number) => `Please give ${n} or less.`,
    },
    format: {
      email: 'Please give an e-mail address, such as name@library.example.',
      url: 'Please give a web address that begins with https://.',
      date: 'Please give a date, such as 2026-10-14.',
      time: 'Please give a time, such as 14:30.',
      number: 'Please give a number.',
      other: 'This does not look right. Please check it.',
    },
  },
  {
    de: {
      again: 'Bitte noch einmal ansehen.',
      missing: 'Bitte ausfüllen.',
      invalid: 'Das ist nicht lesbar. Bitte prüfen.',
      notOffered: 'Bitte eine der angebotenen Antworten wählen.',
      tooSmall: {
        text: (n) => plural('de', n, { one: 'Bitte etwas schreiben.', other: 'Bitte mindestens # Zeichen schreiben.' }),
        choices: (n) => plural('de', n, { one: 'Bitte mindestens eine Antwort wählen.', other: 'Bitte mindestens # wählen.' }),
        number: (n) => `Bitte ${n} oder mehr angeben.`,
      },
      tooBig: {
        text: (n) => plural('de', n, { one: 'Bitte höchstens ein Zeichen schreiben.', other: 'Bitte höchstens # Zeichen schreiben.' }),
        choices: (n) => plural('de', n, { one: 'Bitte höchstens eine Antwort wählen.', other: 'Bitte höchstens # wählen.' }),
        number: (n) => `Bitte ${n} oder weniger angeben.`,
      },
      format: {
        email: 'Bitte eine E-Mail-Adresse angeben, etwa name@library.example.',
        url: 'Bitte eine Webadresse angeben, die mit https:// beginnt.',
        date: 'Bitte ein Datum angeben, etwa 2026-10-14.',
        time: 'Bitte eine Uhrzeit angeben, etwa 14:30.',
        number: 'Bitte eine Zahl angeben.',
        other: 'Das sieht nicht richtig aus. Bitte prüfen.',
      },
    },
    fr: {
      again: 'Un point est à revoir.',
      missing: 'Veuillez remplir ce champ.',
      invalid: 'Cette réponse est illisible. Veuillez la vérifier.',
      notOffered: 'Veuillez choisir une des réponses proposées.',
      tooSmall: {
        text: (n) => plural('fr', n, { one: 'Veuillez écrire quelque chose.', other: 'Veuillez écrire au moins # caractères.' }),
        choices: (n) => plural('fr', n, { one: 'Veuillez en choisir au moins une.', other: 'Veuillez en choisir au moins #.' }),
        number: (n) => `Veuillez donner ${n} ou plus.`,
      },
      tooBig: {
        text: (n) => plural('fr', n, { one: 'Veuillez écrire un caractère au plus.', other: 'Veuillez écrire # caractères au plus.' }),
        choices: (n) => plural('fr', n, { one: 'Veuillez en choisir une au plus.', other: 'Veuillez en choisir # au plus.' }),
        number: (n) => `Veuillez donner ${n} ou moins.`,
      },
      format: {
        email: 'Veuillez donner une adresse électronique, par exemple nom@library.example.',
        url: 'Veuillez donner une adresse web qui commence par https://.',
        date: 'Veuillez donner une date, par exemple 2026-10-14.',
        time: 'Veuillez donner une heure, par exemple 14:30.',
        number: 'Veuillez donner un nombre.',
        other: 'Cela ne semble pas correct. Veuillez vérifier.',
      },
    },
    es: {
      again: 'Hay algo que revisar.',
      missing: 'Rellene este campo.',
      invalid: 'No se puede leer. Compruébelo.',
      notOffered: 'Elija una de las respuestas ofrecidas.',
      tooSmall: {
        text: (n) => plural('es', n, { one: 'Escriba algo.', other: 'Escriba al menos # caracteres.' }),
        choices: (n) => plural('es', n, { one: 'Elija al menos una.', other: 'Elija al menos #.' }),
        number: (n) => `Indique ${n} o más.`,
      },
      tooBig: {
        text: (n) => plural('es', n, { one: 'Escriba como máximo un carácter.', other: 'Escriba como máximo # caracteres.' }),
        choices: (n) => plural('es', n, { one: 'Elija como máximo una.', other: 'Elija como máximo #.' }),
        number: (n) => `Indique ${n} o menos.`,
      },
      format: {
        email: 'Indique una dirección de correo, por ejemplo nombre@library.example.',
        url: 'Indique una dirección web que empiece por https://.',
        date: 'Indique una fecha, por ejemplo 2026-10-14.',
        time: 'Indique una hora, por ejemplo 14:30.',
        number: 'Indique un número.',
        other: 'No parece correcto. Compruébelo.',
      },
    },
  },
)
