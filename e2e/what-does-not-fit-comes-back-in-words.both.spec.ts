import type { Page } from '@playwright/test'
import { day } from '@/lib/testing/homes'
import { expect, test } from './support/fixtures'
import {
  type Answers,
  expectError,
  expectKept,
  expectRefused,
  fillIn,
  HELP_POINT,
  HOME,
  RIDE,
} from './support/forms'
import { offered, published } from './support/listings'
import { enrol, ready, verified } from './support/people'
import { words } from './support/words'

const BODY = 'Что ещё важно'
const { field } = words('ru').errors

/** What somebody may send in place of a good answer, and the sentence they get back. */
const RIDES: [string, string, string][] = [
  [BODY, 'а'.repeat(100_000), 'Слишком длинно: 100 000. Можно не больше 2 000 знаков.'],
  ['Сколько мест свободно', '−1', field.not_a_number],
  ['Сколько мест свободно', '-1', 'Напишите число от 1 до 50.'],
  ['Сколько мест свободно', '10000', 'Напишите число от 1 до 50.'],
  ['Сколько мест свободно', 'три', field.not_a_number],
  ['Сколько мест свободно', '', field.required],
  ['За место, ₸', '100001', 'Напишите число от 0 до 100 000.'],
  ['Какого числа', day(-1), field.in_the_past],
  ['Какого числа', day(61), 'Можно не больше чем на 60 дней вперёд.'],
  ['Куда едете', 'crossing-taskala', field.same_place],
  [BODY, 'ИИН 900101300123, звоните', field.has_iin],
  [BODY, 'Паспорт 45 08 123456', field.has_passport],
  [BODY, 'Пишите на +7 701 123 45 67', field.has_phone],
  [BODY, 'Почта marta@example.org', field.has_email],
  [BODY, 'Я в телеграме @marta_drives', field.has_handle],
  [BODY, 'Смотрите https://example.org', field.has_link],
  [BODY, '<b onclick="alert(1)">Еду</b>', field.has_markup],
  [BODY, 'Еду \u202eвперёд', field.has_control],
  ['Где встречаетесь', 'ИИН 900101300123', field.has_iin],
]

const HOMES: [string, string, string][] = [
  ['Последняя ночь', day(-3), field.end_before_start],
  ['Первая ночь', day(-1), field.in_the_past],
  ['Последняя ночь', day(181), 'Можно не больше чем на 180 дней вперёд.'],
  ['Спальных мест', '-1', 'Напишите число от 1 до 500.'],
  ['Спальных мест', '10000', 'Напишите число от 1 до 500.'],
  ['Название', 'Звоните 8 701 123 45 67', field.has_phone],
]

const CENTRES: [string, string, string][] = [
  ['Понедельник, до', '09:00', field.closes_before_opens],
  ['Понедельник, до', '', field.required],
  ['Название', '<script>alert(1)</script>', field.has_markup],
  ['Название', 'ab', 'Слишком коротко. Нужно не меньше 3 знаков.'],
]

for (const [form, path, answers, cases] of [
  ['ride', '/ru/my/rides/new', RIDE, RIDES],
  ['home', '/ru/my/housing/new', HOME, HOMES],
  ['help point', '/ru/my/centres/new', HELP_POINT, CENTRES],
] as const) {
  test(`the form of a ${form} says what to fix, keeps what was typed and saves nothing`, async ({
    page,
    login,
    db,
  }) => {
    test.setTimeout(90_000)
    const author = await ready()
    await login(author)
    await page.goto(path)
    await fillIn(page, answers)
    if (form === 'help point') await page.getByRole('checkbox', { name: 'ИИН' }).check()
    let typed: Answers = answers
    for (const [label, answer, sentence] of cases) {
      await test.step(`${label}: ${answer.slice(0, 30)}`, async () => {
        await fillIn(page, { ...before(typed, answers), [label]: answer })
        typed = { ...answers, [label]: answer }
        await send(page)
        await expectError(
          page,
          label === 'Какого числа' && answer < day() ? 'Во сколько' : label,
          sentence,
        )
        await expectKept(page, typed)
      })
    }
    expect(await db.listing.count({ where: { ownerId: author.id } })).toBe(0)

    await fillIn(page, answers)
    await send(page)
    await expect(page.getByRole('main')).toContainText('На проверке.')
  })
}

for (const locale of ['ru', 'kk', 'en'] as const) {
  test(`an empty form is answered field by field in ${locale}`, async ({ page, login }) => {
    await login(await ready())
    const { form, errors } = words(locale)
    await page.goto(`/${locale}/my/housing/new`)
    await page.getByRole('button', { name: form.sendForReview }).click()
    await expectRefused(page, errors.field.required)
    const summary = page.getByRole('main').getByRole('alert')
    await expect(summary).toContainText(`${form.toFix}: 6`)
    for (const link of await summary.getByRole('link').all()) {
      const field = page.locator((await link.getAttribute('href')) ?? '')
      await expect(field).toBeVisible()
    }
  })
}

test('a choice that does not exist is refused', async ({ page, login, db }) => {
  const author = await ready()
  await login(author)
  await page.goto('/ru/my/rides/new')
  await fillIn(page, RIDE)
  await page
    .locator('option[value="city-uralsk"]')
    .last()
    .evaluate((option) => option.setAttribute('value', 'city-nowhere'))
  await send(page)
  await expectRefused(page, field.unknown_choice)
  expect(await db.listing.count({ where: { ownerId: author.id } })).toBe(0)
})

test("a form that names someone else's listing changes nothing", async ({ page, login, db }) => {
  const victim = await enrol(await verified())
  const theirs = await published(victim, 'ride')
  const author = await ready()
  await login(author)
  const own = await offered(author, 'ride')
  for (const path of ['edit', 'withdraw']) {
    await page.goto(`/ru/my/listings/${own}/${path}`)
    await page
      .locator('input[name="id"]')
      .evaluate((field, id) => field.setAttribute('value', id), theirs)
    await page.getByRole('main').getByRole('button').click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Такой страницы нет')
  }
  expect(await db.listing.findUnique({ where: { id: theirs } })).toMatchObject({
    status: 'published',
    version: 2,
  })
  expect(await db.listingRevision.count({ where: { listingId: theirs } })).toBe(0)
})

test('a step that is no longer possible says so', async ({ page, login, db }) => {
  const author = await enrol(await verified())
  await login(author)
  const id = await published(author, 'ride')
  const late = await page.context().newPage()
  await late.goto(`/ru/my/listings/${id}`)
  const later = await page.context().newPage()
  await later.goto(`/ru/my/listings/${id}/withdraw`)

  await page.goto(`/ru/my/listings/${id}/withdraw`)
  await page.getByRole('button', { name: 'Снять' }).click()
  await expect(page.getByRole('main')).toContainText('Вы сняли.')

  await later.getByRole('button', { name: 'Снять' }).click()
  await expectRefused(later, 'Сейчас это уже невозможно: объявление изменилось.')
  await late.getByLabel('Мест всего').fill('4')
  await late.getByRole('button', { name: 'Сохранить' }).click()
  // Without a script the page is made anew and says itself what has happened.
  await expect(late.getByRole('main')).toContainText(/Сейчас это уже невозможно|Вы сняли\./)
  expect(await db.listing.findUnique({ where: { id } })).toMatchObject({ status: 'withdrawn' })
})

test('pages that nobody has are complete ones', async ({ page }) => {
  for (const path of ['/ru/moscow', '/ru/moscow/rides', '/ru/uralsk/jobs', '/xx/uralsk']) {
    const answer = await page.goto(path)
    expect(answer?.status(), path).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Такой страницы нет')
  }
})

test('searches for nonsense answer with a list', async ({ page }) => {
  const nonsense = 'from=%00&to=%3Cb%3E&date=2026-02-30&people=-1&people=x&cursor=9.9&free=2'
  for (const kind of ['rides', 'housing', 'centres']) {
    const answer = await page.goto(`/ru/uralsk/${kind}?${nonsense}&kind=x&service=y&open=z`)
    expect([200, 400], kind).toContain(answer?.status())
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
})

test('a form from elsewhere is refused, whoever sends it', async ({ page, login, db, baseURL }) => {
  const author = await ready()
  await login(author)
  await page.goto('/ru/my/rides/new')
  for (const Origin of [undefined, 'null', 'https://elsewhere.example']) {
    const answer = await page.request.post('/ru/my/rides/new', {
      headers: Origin ? { Origin } : {},
      multipart: { kind: 'ride', locale: 'ru', from: 'crossing-taskala' },
    })
    expect(answer.status(), Origin).toBe(403)
    expect(await answer.text()).toContain('Действие не выполнено')
  }
  const nonsense: Record<string, string>[] = [
    { a: 'b' },
    { $ACTION_ID_00: '' },
    { $ACTION_REF_1: '', '$ACTION_1:0': '{' },
  ]
  for (const form of nonsense) {
    const answer = await page.request.post('/ru/my/rides/new', {
      headers: { Origin: baseURL ?? '' },
      multipart: form,
    })
    expect(answer.status(), JSON.stringify(form)).toBeLessThan(500)
  }
  expect(await db.listing.count({ where: { ownerId: author.id } })).toBe(0)
})

async function send(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Отправить на проверку' }).click()
}

/** The good answers of what the last try changed. */
function before(typed: Answers, good: Answers): Answers {
  return Object.fromEntries(Object.entries(good).filter(([label]) => typed[label] !== good[label]))
}
