import type { Actor } from '@/lib/auth/viewer'
import { type CentreInput, centreSchema } from '@/lib/centres/schema'
import { offerListing } from '@/lib/listings/commands'
import { decide } from '@/lib/moderation/commands'
import type { CentreFacts } from '@/lib/registry/columns'
import { waits } from '@/lib/testing/waits'

/** The form of a help point in Uralsk, Monday to Friday from nine to six. */
export function helpPointForm(change: Partial<CentreInput> = {}): CentreInput {
  const weekdays = [1, 2, 3, 4, 5].flatMap((weekday) => [
    [`opens${weekday}`, '09:00'],
    [`closes${weekday}`, '18:00'],
  ])
  return {
    ...centreSchema(new Date()).parse({
      ...Object.fromEntries(weekdays),
      centreKind: 'help_point',
      city: 'uralsk',
      title: 'Помощь с ИИН у вокзала',
      body: 'Тёплая комната, живая очередь.',
      address: 'Улица и дом для примера',
      appointment: 'walk_in',
      services: ['iin', 'form_filling'],
      documents: 'Паспорт',
      fees: 'Бесплатно',
      languages: ['ru', 'kk'],
      stepFree: 'yes',
      closedHolidays: 'on',
    }),
    ...change,
  }
}

/** The form of an office. Its source is an example, its address nobody's. */
export function officeForm(change: Partial<CentreInput> = {}): CentreInput {
  return helpPointForm({
    centreKind: 'service_centre',
    title: 'ЦОН для примера',
    address: '',
    publicAddress: 'Дом для всех',
    sourceUrl: 'https://example.org/offices',
    checkedOn: '2026-11-20',
    ...change,
  })
}

/** An office as a file tells of it. */
export function officeFacts(change: Partial<CentreFacts> = {}): CentreFacts {
  const { address: _, ...facts } = officeForm()
  return { ...facts, key: 'example:1', language: 'ru', exceptions: [], ...change }
}

/** Offers a centre as its author does and returns the listing's id; it waits for review. */
export function offerCentre(author: Actor, form = helpPointForm()): Promise<string> {
  return offerListing(author, 'centre', 'ru', form)
}

/** Offers a centre and has it published. */
export async function publishCentre(author: Actor, moderator: Actor, form = helpPointForm()) {
  const listingId = await offerCentre(author, form)
  if (await waits(listingId)) {
    await decide(moderator, { listingId, version: 1, action: 'approve', reason: 'fine', note: '' })
  }
  return listingId
}
