import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sharedData } from '../shared.ts'
import { compareAll, conformancePage, differences, filesOf } from './conformance.ts'

const folder = sharedData('ballots')

describe.skipIf(!folder)('counts of published elections', () => {
  test('every .pb file parses and gives the winners that are recorded in it', () => {
    const rows = compareAll(folder!).filter(({ file }) => file.endsWith('.pb'))
    expect(rows.map(({ file }) => file)).toEqual(filesOf(folder!).filter((file) => file.endsWith('.pb')))
    expect(rows.filter(({ agrees }) => !agrees)).toEqual([])
  })

  test('agree with what is published, but for the differences that have a reason', () => {
    const different = compareAll(folder!).filter(({ agrees }) => !agrees)
    expect(different.map(({ file, compared }) => `${file}: ${compared}`)).toEqual(Object.keys(differences))
  })

  test('stand in the page as they come out', () => {
    const page = readFileSync(join(import.meta.dirname, '../../docs/ballots/conformance.md'), 'utf8')
    expect(page).toBe(conformancePage(folder!))
  })
})
