import { raw } from 'hono/html'
import { expect, test } from 'vitest'
import { createContext, htmlOf, useContext } from './jsx-runtime.ts'

const Depth = createContext(0)
const Shown = () => <b>{useContext(Depth)}</b>

test('what people wrote is text, in elements and in attributes; what is HTML stays it', () => {
  const text = `<i title="a">&'</i>`
  const escaped = '&lt;i title=&quot;a&quot;&gt;&amp;&#39;&lt;/i&gt;'
  expect(htmlOf(<p title={text}>{text}</p>)).toBe(`<p title="${escaped}">${escaped}</p>`)
  expect(htmlOf(<p>{raw('<i>1</i>')}</p>)).toBe('<p><i>1</i></p>')
  expect(htmlOf(<p title={(<b title={text} />) as never} />)).not.toMatch(/title="[^"]*<b/)
  expect(() => htmlOf(<p {...{ 'x="y" onclick': 'z' }} />)).toThrow('Not a name')
})

test('nothing stands for nothing; switches are there or not, other attributes say true and false', () => {
  expect(htmlOf([null, undefined, true, false, '', 0, ['a', [1]]])).toBe('0a1')
  expect(htmlOf(<input disabled={false} required aria-busy={true} aria-invalid={false} value={0} id={undefined} />)).toBe(
    '<input required="" aria-busy="true" aria-invalid="false" value="0"/>',
  )
  expect(htmlOf(<p />)).toBe('<p></p>')
})

test('a context holds for what is in it, also after a part of it failed', () => {
  const Broken = () => {
    throw new Error('broken')
  }
  const nested = (
    <Depth.Provider value={1}>
      <Shown />
      <Depth.Provider value={2}>
        <Shown />
      </Depth.Provider>
      <Shown />
    </Depth.Provider>
  )
  expect(htmlOf(nested)).toBe('<b>1</b><b>2</b><b>1</b>')
  expect(() =>
    htmlOf(
      <Depth.Provider value={3}>
        <Broken />
      </Depth.Provider>,
    ),
  ).toThrow('broken')
  expect(htmlOf(<Shown />)).toBe('<b>0</b>')
})

test('nothing on a page is waited for', () => {
  expect(() => htmlOf(<p>{Promise.resolve('late')}</p>)).toThrow('Only texts')
})
