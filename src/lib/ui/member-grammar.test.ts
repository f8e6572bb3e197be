import { describe, expect, test } from 'vitest'
import { formsOf, isForm, type Noun } from './member-grammar.ts'

const said = (language: string, one: string, many: string, gender: Noun['gender'], ...names: string[]) => {
  const forms = formsOf(language, { one, many, gender })
  return names.map((name) => forms[name])
}

describe('what a member is called', () => {
  test.each([
    ['institution', 'an institution'],
    ['library', 'a library'],
    ['university', 'a university'],
    ['user', 'a user'],
    ['undertaking', 'an undertaking'],
    ['hour bank', 'an hour bank'],
    ['European office', 'a European office'],
  ])('in English: %s', (one, article) => {
    expect(said('en', one, `${one}s`, 'n', 'member_a', 'Members', 'member_joined')).toEqual([
      article,
      `${one[0]?.toUpperCase()}${one.slice(1)}s`,
      `member ${one}`,
    ])
  })

  const german = ['member_your_acc', 'member_a_dat', 'member_this_gen', 'members_dat', 'Member_each', 'member_to_the', 'members_joined']
  test.each<[string, string, Noun['gender'], string[]]>([
    [
      'Einrichtung',
      'Einrichtungen',
      'f',
      [
        'Ihre Einrichtung',
        'einer Einrichtung',
        'dieser Einrichtung',
        'Einrichtungen',
        'Jede Einrichtung',
        'zur Einrichtung',
        'Mitgliedseinrichtungen',
      ],
    ],
    [
      'Betrieb',
      'Betriebe',
      'm',
      ['Ihren Betrieb', 'einem Betrieb', 'dieses Betriebs', 'Betrieben', 'Jeder Betrieb', 'zum Betrieb', 'Mitgliedsbetriebe'],
    ],
    [
      'Krankenhaus',
      'Krankenhäuser',
      'n',
      [
        'Ihr Krankenhaus',
        'einem Krankenhaus',
        'dieses Krankenhauses',
        'Krankenhäusern',
        'Jedes Krankenhaus',
        'zum Krankenhaus',
        'Mitgliedskrankenhäuser',
      ],
    ],
    [
      'Unternehmen',
      'Unternehmen',
      'n',
      [
        'Ihr Unternehmen',
        'einem Unternehmen',
        'dieses Unternehmens',
        'Unternehmen',
        'Jedes Unternehmen',
        'zum Unternehmen',
        'Mitgliedsunternehmen',
      ],
    ],
  ])('in German: %s', (one, many, gender, forms) => {
    expect(said('de', one, many, gender, ...german)).toEqual(forms)
  })

  const french = ['member_the', 'member_of_the', 'member_to_the', 'members_of', 'Member_no', 'member_this', 'member_my', 'member_joined']
  test.each<[string, string, Noun['gender'], string[]]>([
    [
      'institution',
      'institutions',
      'f',
      [
        'l’institution',
        'de l’institution',
        'à l’institution',
        'd’institutions',
        'Aucune institution',
        'cette institution',
        'mon institution',
        'institution membre',
      ],
    ],
    [
      'bibliothèque',
      'bibliothèques',
      'f',
      [
        'la bibliothèque',
        'de la bibliothèque',
        'à la bibliothèque',
        'de bibliothèques',
        'Aucune bibliothèque',
        'cette bibliothèque',
        'ma bibliothèque',
        'bibliothèque membre',
      ],
    ],
    ['site', 'sites', 'm', ['le site', 'du site', 'au site', 'de sites', 'Aucun site', 'ce site', 'mon site', 'site membre']],
    [
      'hôpital',
      'hôpitaux',
      'm',
      ['l’hôpital', 'de l’hôpital', 'à l’hôpital', 'd’hôpitaux', 'Aucun hôpital', 'cet hôpital', 'mon hôpital', 'hôpital membre'],
    ],
    [
      'organisation membre',
      'organisations membres',
      'f',
      [
        'l’organisation membre',
        'de l’organisation membre',
        'à l’organisation membre',
        'd’organisations membres',
        'Aucune organisation membre',
        'cette organisation membre',
        'mon organisation membre',
        'organisation membre',
      ],
    ],
  ])('in French: %s', (one, many, gender, forms) => {
    expect(said('fr', one, many, gender, ...french)).toEqual(forms)
  })

  const spanish = ['member_of_the', 'member_to_the', 'Member_no', 'members_and', 'member_or', 'Members_our', 'members_joined']
  test.each<[string, string, Noun['gender'], string[]]>([
    [
      'institución',
      'instituciones',
      'f',
      [
        'de la institución',
        'a la institución',
        'Ninguna institución',
        'e instituciones',
        'o institución',
        'Nuestras instituciones',
        'instituciones miembro',
      ],
    ],
    [
      'hospital',
      'hospitales',
      'm',
      ['del hospital', 'al hospital', 'Ningún hospital', 'y hospitales', 'u hospital', 'Nuestros hospitales', 'hospitales miembro'],
    ],
  ])('in Spanish: %s', (one, many, gender, forms) => {
    expect(said('es', one, many, gender, ...spanish)).toEqual(forms)
  })

  const italian = [
    'member_the',
    'member_of_the',
    'member_a',
    'Member_your',
    'member_your_to',
    'members_the',
    'members_our_of',
    'member_joined',
  ]
  test.each<[string, string, Noun['gender'], string[]]>([
    [
      'istituzione',
      'istituzioni',
      'f',
      [
        'l’istituzione',
        'dell’istituzione',
        'un’istituzione',
        'La sua istituzione',
        'alla sua istituzione',
        'le istituzioni',
        'delle nostre istituzioni',
        'istituzione membro',
      ],
    ],
    [
      'ospedale',
      'ospedali',
      'm',
      [
        'l’ospedale',
        'dell’ospedale',
        'un ospedale',
        'Il suo ospedale',
        'al suo ospedale',
        'gli ospedali',
        'dei nostri ospedali',
        'ospedale membro',
      ],
    ],
    [
      'studio',
      'studi',
      'm',
      ['lo studio', 'dello studio', 'uno studio', 'Il suo studio', 'al suo studio', 'gli studi', 'dei nostri studi', 'studio membro'],
    ],
    [
      'museo',
      'musei',
      'm',
      ['il museo', 'del museo', 'un museo', 'Il suo museo', 'al suo museo', 'i musei', 'dei nostri musei', 'museo membro'],
    ],
  ])('in Italian: %s', (one, many, gender, forms) => {
    expect(said('it', one, many, gender, ...italian)).toEqual(forms)
  })

  test('in a language of which nothing is known is the word alone', () => {
    const forms = formsOf('sv', { one: 'enhet', many: 'enheter', gender: 'm' })
    expect([...new Set(Object.values(forms))].sort()).toEqual(['Enhet', 'Enheter', 'enhet', 'enheter', 'm'])
  })
})

test.each([
  ['member', true],
  ['Members_our_dat', true],
  ['member_gender', true],
  ['memberId', false],
  ['membership', false],
  ['members2', false],
])('%s is a form of it: %s', (name, is) => {
  expect(isForm(name)).toBe(is)
})
