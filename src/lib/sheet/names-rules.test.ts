import { expect, test } from 'vitest'
import { wholeName } from './names-rules.ts'

test.each([
  // Vorname, Name and Prénom, Nom: beside a given name the column has the family name.
  [{ name: 'Bergström', family: '', given: 'Agnes' }, 'Agnes Bergström'],
  [{ name: 'Agnes Bergström', family: '', given: 'Agnes' }, 'Agnes Bergström'],
  // Cognome, Nome and Apellidos, Nombre: beside a family name it has the given one.
  [{ name: 'Giulia', family: 'Serafini', given: '' }, 'Giulia Serafini'],
  [{ name: 'Giulia Serafini', family: 'Serafini', given: '' }, 'Giulia Serafini'],
  [{ name: 'Serafini, Giulia', family: 'Serafini', given: '' }, 'Giulia Serafini'],
  [{ name: '', family: 'Serafini', given: '' }, 'Serafini'],
  [{ name: 'G. Serafini', family: 'Serafini', given: 'Giulia' }, 'Giulia Serafini'],
  [{ name: 'Bergström, Agnes', family: '', given: '' }, 'Agnes Bergström'],
  [{ name: 'Bergström, PhD', family: '', given: '' }, 'Bergström, PhD'],
])('%j is %s', (columns, name) => expect(wholeName(columns)).toBe(name))
