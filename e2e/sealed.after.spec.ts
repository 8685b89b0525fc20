import { expect, test } from './support/fixtures'
import { dump, sealedTexts } from './support/sealed'

test('after all journeys nothing that is sealed stands in the database in clear', async () => {
  const everything = (await dump()).toLowerCase()
  expect(everything).toContain('марта')
  const sealed = await sealedTexts()
  expect(sealed.length).toBeGreaterThan(10)
  expect(sealed.filter((text) => everything.includes(text.toLowerCase()))).toEqual([])
})
