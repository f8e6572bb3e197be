import { expect, test } from 'vitest'
import { readConsent, saysToStay } from './consent-rules.ts'

test.each([
  'Yes',
  '“Yes”',
  '*yes*',
  '¡Sí!',
  'Si\u0301',
  'Hi Otto, yes',
  'Madame, Monsieur,\n\nOui',
  'Guten Tag Frau Dr. Berg,\n\nja',
  'Dear Prof. Smith,\n\nyes\n\nNina Berg',
  'Ok\nNina',
  'Hallo, ja bitte',
  'Sehr gern!',
  'Danke, ja',
  'Avec plaisir',
  'YES!',
  'yes please',
  'Hello,\n\nyes, I would love to.\n\nNina',
  'OK.',
  'Okay, thanks',
  'I’d like to join, thank you.',
  "I'd like to join",
  'Ja, bitte',
  'Guten Tag,\n\ngerne!\n\nViele Grüße',
  'Oui, avec plaisir !',
  "D'accord",
  'Sí, gracias',
  'Si',
  'Si, grazie',
  'Va bene, grazie',
])('%j is a yes', (text) => {
  expect(readConsent(text)).toBe('yes')
})

test.each([
  'No',
  'No, thank you.',
  'Hi,\n\nno thanks',
  'Of course not!',
  'Please remove me.',
  'I did not ask for this.',
  "I don't want this",
  'Nein danke',
  'Ich möchte nicht',
  'Non merci',
  'Je ne souhaite pas m’inscrire',
  'Hola: no, gracias',
  'No, gracias',
  'Non mi interessa',
])('%j is a no', (text) => {
  expect(readConsent(text)).toBe('no')
})

test.each([
  '',
  '\n\n',
  'What is this about?',
  'I’m in Madrid until Monday.',
  'Hello I don’t want this. Ok thanks',
  'Hi please do not add me!\nSure you got the wrong one',
  'Hola no gracias.\nOk',
  'Hi who are you?\nOk, bye',
  'Yes, I have got your mail three times now and wish to tell you that I\ndo not want it',
  'OK\nplease remove me',
  'Ok dont add me',
  'Sure looks like spam',
  'Klar ist das Spam',
  'Vale la pena mirar esto',
  'No-one asked me about this',
  'I confirm that I did not ask for this.',
  'OK, please remove me',
  'Ja, aber nicht jetzt',
  'Gern nicht',
  'No problem!',
  'Kein Problem',
  'Pas de souci',
  'Ich bin nicht im Büro.',
  'No estoy en la oficina',
  'Hello, please don’t add me.\nOK?',
  'Hello Nina,\n\nConfirm within a week that you want to join the list Lectio-L. Reply to this email with “yes”.\n\nNo thanks',
  'Ich möchte mich nicht anmelden',
  'Quiero darme de baja',
  'Who gave you my address?',
  'I would like to know who you are.',
  'Ich möchte wissen, woher Sie meine Adresse haben.',
  'Thank you for your email. I am out of the office until Monday.',
  'Vielen Dank für Ihre Nachricht. Ich bin bis zum 5. Mai nicht im Büro.',
  'Bonjour,\n\nJe serai absent jusqu’au 5 mai.',
  'Si vous avez une question urgente, écrivez à l’accueil.',
  'Si prega di contattare la segreteria.',
  'Estoy fuera de la oficina.',
  'Best regards\nNina Berg',
])('%j is neither', (text) => {
  expect(readConsent(text)).toBeUndefined()
})

test.each([
  ['No, I did not ask for this.', true],
  ['Nein danke!', true],
  ['I did not ask for this', true],
  // What declines to join does not decline to leave.
  ['Unsubscribe', false],
  ['Stop', false],
  ['I do not want this', false],
  ['No more of these, please', false],
  ['', false],
])('asked whether they want to leave, "%s" stays: %s', (text, stays) => {
  expect(saysToStay(text)).toBe(stays)
})
