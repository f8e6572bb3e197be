import { expect, test } from 'vitest'
import { looksLikeStudents } from './rules.ts'

test.each([
  ['stud.uni-x.example', true],
  ['students.lib.uni-x.example', true],
  ['alumni.uni-x.example', true],
  ['uni-x-alumni.example', true],
  ['etu.univ-y.example', true],
  ['stud2.uni-x.example', true],
  ['estudiantes.costaalta.example', true],
  ['lib.uni-x.example', false],
  ['studio.example', false],
  ['northfield.example', false],
  ['uni.stud', false],
  ['ogr.uni-x.edu.tr', true],
  ['studenci.uni-x.pl', true],
])('%s looks like students: %s', (domain, looks) => expect(looksLikeStudents(domain)).toBe(looks))
