import { LOCALES } from '@/lib/i18n/locales'
import { addDays } from '@/lib/places/city-time'
import { day } from '@/lib/testing/homes'
import { expect, test } from './support/fixtures'
import { fillIn } from './support/forms'
import { published } from './support/listings'
import { enrol, verified } from './support/people'
import { words } from './support/words'

const ru = words('ru')
/** A day that no sample and no other spec uses. */
const ON = day(23)

const FAMILY = {
  'Где вы будете': 'crossing-ayat',
  'Какой город вам нужен': 'astana',
  'Какого числа': ON,
  'Во сколько': '12:00',
  Взрослых: '2',
  Детей: '1',
  Животных: '1',
  Ночей: '2',
}

test('a family plans the arrival, and the link keeps it', async ({ page, as }) => {
  const author = await enrol(await verified())
  const ride = await published(author, 'ride', {
    ...{ from: 'crossing-ayat', to: 'city-astana', day: ON, time: '14:25' },
    ...{ seats: 4, childSeats: 1, pets: true },
  })
  const home = await published(author, 'housing', {
    ...{ city: 'astana', lastNight: addDays(ON, 5), suits: ['children', 'pets'] },
    ...{ beds: 3, title: 'Дом на троих' },
  })
  await published(author, 'centre', { city: 'astana', title: 'Окно для плана' })

  await page.goto('/ru')
  await page.getByRole('link', { name: ru.home.plan.make }).click()
  await fillIn(page, FAMILY)
  await page.getByRole('button', { name: ru.home.plan.make }).click()

  const main = page.getByRole('main')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Аят')
  await expect(main).toContainText('2 взрослых, 1 ребёнок, 1 животное')
  await expect(main.locator(`a[href="/ru/astana/rides/${ride}"]`)).toBeVisible()
  await expect(main).toContainText('14:00–15:00')
  await expect(main.locator(`a[href^="/ru/astana/housing/${home}?"]`)).toHaveText('Дом на троих')
  await expect(main.getByRole('heading', { name: ru.home.need.iin })).toBeVisible()
  await expect(main).toContainText(plain(ru.guide.iin.passport))
  await expect(main).toContainText(plain(ru.plan.register))

  await test.step('the link opens the same for somebody else, in another language too', async () => {
    const other = await as('guest', { javaScriptEnabled: false, locale: 'kk-KZ' })
    await other.goto(page.url())
    await expect(other.locator(`a[href="/ru/astana/rides/${ride}"]`)).toBeVisible()
    await other.getByRole('link', { name: 'Қаз' }).click()
    await expect(other.locator(`a[href="/kk/astana/rides/${ride}"]`)).toBeVisible()
    expect(await other.context().cookies()).toEqual([])
  })

  await test.step('and the plan can be changed: for more people there is a gap, said plainly', async () => {
    await page.getByText(ru.plan.change, { exact: true }).click()
    await fillIn(page, { Взрослых: '8' })
    await page.getByRole('button', { name: ru.home.plan.make }).click()
    await expect(main).toContainText(plain(ru.plan.rideNone))
    await expect(main).toContainText(plain(ru.plan.rideSplit))
    await expect(main).toContainText('нет жилья, где хватит мест на 9 человек')
    await expect(main.getByRole('link', { name: ru.city.all.rides })).toBeVisible()
    await expect(main.getByRole('link', { name: ru.city.all.housing })).toBeVisible()
  })
})

test('the next ride is told when none fits', async ({ page }, { project }) => {
  const author = await enrol(await verified())
  // A crossing of its own: through midnight, tomorrow of the first is today of the second.
  const from = project.name === 'javascript' ? 'crossing-kondybay' : 'crossing-kosak'
  const later = { from, to: 'city-astana', day: addDays(ON, 1), time: '16:10' }
  await published(author, 'ride', later)
  await page.goto(`/ru/plan?from=${from}&city=astana&date=${ON}&time=09:00&adults=1&ride=1`)
  const main = page.getByRole('main')
  await expect(main).toContainText(plain(ru.plan.rideNext))
  await expect(main).toContainText('16:00–17:00')
  await expect(main.locator('a[href^="/ru/astana/rides/"]')).toHaveCount(1)
  await expect(main.getByRole('heading', { name: ru.plan.bedTitle })).toHaveCount(0)
})

test('whatever an address asks, the form comes back with what was typed', async ({ page }) => {
  const good = `from=crossing-taskala&city=uralsk&date=${day(2)}&time=12:00&adults=1`
  const asked = [
    ['adults=10000', 'Напишите число от 1 до 50'],
    ['date=9999-12-31', 'Слишком далеко'],
    [`date=${day(-1)}`, 'Это время уже прошло'],
    ['from=crossing-nowhere', 'Выберите из списка'],
    ["city=';drop table place;--", 'Выберите из списка'],
    ['time=77:77', 'Напишите время'],
    ['adults=%F0%9F%98%80&children=-5', 'Напишите целое число'],
    ['nights=1e9', 'Напишите целое число'],
    ['adults=40&children=40', 'Один план рассчитан'],
  ] as const
  for (const [change, sentence] of asked) {
    const answer = await page.goto(`/ru/plan?${good}&${change}`)
    expect(answer?.status(), change).toBe(200)
    await expect(page.getByRole('main'), change).toContainText(sentence)
    await expect(page.getByLabel('Во сколько')).toBeVisible()
    await expect(page.getByRole('button', { name: ru.home.plan.make })).toBeVisible()
  }
  await expect(page.getByLabel('Взрослых')).toHaveValue('40')
  await expect(page.getByLabel('Где вы будете')).toHaveValue('crossing-taskala')
})

test('the longest plan prints on one A4 page, in every language', async ({ page }) => {
  const author = await enrol(await verified())
  const from = { from: 'crossing-syrym', day: ON, childSeats: 2, pets: true }
  const title = 'Комната в доме у парка, своя кухня, душ, двор для собаки, тихая улица, автобус'
  await published(author, 'ride', { ...from, time: '13:10' })
  await published(author, 'ride', { ...from, time: '15:40' })
  for (const kind of ['room', 'shelter'] as const) {
    await published(author, 'housing', {
      ...{ housingKind: kind, title, lastNight: addDays(ON, 5), confirmsRegistration: true },
      ...{ suits: ['children', 'families', 'stepFree', 'pets', 'smokers'] },
    })
  }
  await published(author, 'centre', { title })
  await published(author, 'centre', { title })
  const party = 'adults=1&children=1&pets=1'
  const plans = [
    `from=crossing-syrym&city=uralsk&date=${ON}&time=12:00&nights=2&${party}`,
    `from=crossing-syrym&city=uralsk&date=${addDays(ON, 1)}&time=12:00&nights=30&${party}`,
    `from=station-petropavlovsk&city=almaty&date=${ON}&time=12:00&adults=40&children=10&pets=9`,
  ]
  const margin = { top: '12mm', bottom: '12mm', left: '12mm', right: '12mm' }
  for (const locale of LOCALES) {
    for (const plan of plans) {
      await page.goto(`/${locale}/plan?${plan}&ride=1&bed=1`)
      await expect(page.getByRole('heading', { level: 1 })).toContainText('→')
      const pdf = await page.pdf({ format: 'A4', margin })
      const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)
      expect(pages, `${locale} ${plan}`).toHaveLength(1)
    }
  }
})

function plain(text: string): RegExp {
  const pattern = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s')
  return new RegExp(pattern)
}
