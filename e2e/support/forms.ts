import { expect, type Page } from '@playwright/test'
import { day } from '@/lib/testing/homes'

/** Answers by label, as the Russian forms word them; of a list the value is chosen. */
export type Answers = Record<string, string>

/** A ride from the border post at Taskala to Uralsk. */
export const RIDE: Answers = {
  'Откуда едете': 'crossing-taskala',
  'Куда едете': 'city-uralsk',
  'Какого числа': day(10),
  'Во сколько': '14:25',
  'Сколько мест свободно': '3',
  'За место, ₸': '0',
  'Что ещё важно': 'Еду после работы, жду у пункта пропуска.',
  'Где встречаетесь': 'У остановки для примера',
  Машина: 'Белый универсал для примера',
  'Номер машины': '000 AAA 00',
}

/** A room in Uralsk with two beds, from tonight on. */
export const HOME: Answers = {
  Город: 'uralsk',
  'Что это': 'room',
  Название: 'Комната с окном во двор',
  'Первая ночь': day(),
  'Последняя ночь': day(6),
  'Спальных мест': '2',
  'Что ещё важно': 'Тихая комната с дверью.',
  'Точный адрес': 'Улица и дом для примера, 7',
}

/** A help point of volunteers in Uralsk, open on Mondays. */
export const HELP_POINT: Answers = {
  Название: 'Помощь с бумагами по понедельникам',
  Город: 'uralsk',
  'Понедельник, с': '10:00',
  'Понедельник, до': '13:00',
  'Улица и дом': 'Улица и дом для примера, 9',
}

/** Fills in what `answers` names; other fields keep what they hold. */
export async function fillIn(page: Page, answers: Answers): Promise<void> {
  for (const [label, answer] of Object.entries(answers)) {
    const field = page.getByLabel(exactly(label))
    await expect(field, label).toBeVisible()
    const isList = (await field.and(page.locator('select')).count()) > 0
    await (isList ? field.selectOption(answer) : field.fill(answer))
  }
}

/** Expects these fields to hold what was typed into them. */
export async function expectKept(page: Page, answers: Answers): Promise<void> {
  for (const [label, answer] of Object.entries(answers)) {
    await expect(page.getByLabel(exactly(label)), label).toHaveValue(answer)
  }
}

/** Expects the form to have come back with this sentence, and the focus to be on it. */
export async function expectRefused(page: Page, sentence: string | RegExp): Promise<void> {
  // Not in all the page: Next announces the names of pages in an alert of its own.
  const summary = page.getByRole('main').getByRole('alert')
  await expect(summary).toContainText(sentence)
  await expect(summary).toBeFocused()
}

/** Expects the form to have come back with this sentence in its summary and beside the field. */
export async function expectError(page: Page, label: string, sentence: string): Promise<void> {
  await expectRefused(page, sentence)
  const field = page.getByLabel(exactly(label))
  await expect(field, label).toHaveAttribute('aria-invalid', 'true')
  await expect(field, label).toHaveAccessibleDescription(new RegExp(escaped(sentence)))
}

/** A label, with or without the word that it is optional. */
function exactly(label: string): RegExp {
  return new RegExp(`^${escaped(label)}(, необязательно)?$`)
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s')
}
