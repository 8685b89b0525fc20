import { expect, it } from 'vitest'
import { keptForm } from './kept-form'

it('holds every field in its order, as text and nothing else', () => {
  const form = keptForm('ru', '/ru/a?b="c"', [
    ['who', 'a'],
    ['who', '"><script>'],
    ['text', 'Строка\r\nи ещё $&'],
  ])
  expect(form).toContain('action="/ru/a?b=&quot;c&quot;"')
  expect(form.match(/<input[^>]*>/g)).toEqual([
    '<input type="hidden" name="who" value="a">',
    '<input type="hidden" name="who" value="&quot;&gt;&lt;script&gt;">',
    '<input type="hidden" name="text" value="Строка&#13;&#10;и ещё $&amp;">',
  ])
})

it('is not there when nothing was sent', () => {
  expect(keptForm('kk', '/kk', [])).toBe('')
})
