import { expect, test } from 'vitest'
import { noteOn, openDevice, sealDevice } from './rules.ts'

const device = noteOn(undefined, 5)
const cookie = sealDevice('secret', device)

test('a browser is known again by its own cookie alone', () => {
  expect(openDevice('secret', cookie)).toEqual(device)
  const [id, persons, mac] = cookie.split('.')
  for (const forged of [undefined, '', `${id}.6.${mac}`, `${id}.${persons}-6.${mac}`, `${id}.${persons}`, `${cookie}A`, ` ${cookie}`])
    expect([forged, openDevice('secret', forged)]).toEqual([forged, undefined])
  expect(openDevice('other', cookie)).toBeUndefined()
})

test('the last eight people of a browser are remembered, each once', () => {
  const many = [6, 7, 5, 8, 9, 10, 11, 12, 13].reduce((one, personId) => noteOn(one, personId), device)
  expect(many).toEqual({ id: device.id, personIds: [7, 5, 8, 9, 10, 11, 12, 13] })
  expect(openDevice('secret', sealDevice('secret', many))).toEqual(many)
  expect(noteOn(device, 5)).toEqual(device)
  expect(noteOn(undefined, 5).id).not.toBe(device.id)
})
