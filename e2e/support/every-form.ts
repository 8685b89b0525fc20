import { type APIRequestContext, type APIResponse, expect } from '@playwright/test'
import { day } from '@/lib/testing/homes'
import { codeIn } from './journey'
import type { Mail } from './mail'
import { type Marker, told } from './marks'
import { type Filled, post, postFrom } from './post'
import { words } from './words'

/** Whoever sends forms without a browser; the cookies are their own. */
export interface Senders {
  volunteer: APIRequestContext
  /** Suspended in the end. */
  other: APIRequestContext
  guest: APIRequestContext
  moderators: [APIRequestContext, APIRequestContext]
}

/** What was made on the way. */
export interface Made {
  ride: string
  home: string
  centre: string
}

const { field } = words('ru').errors

/** Expects a form to have come back with this sentence. */
export async function refused(answer: Promise<APIResponse>, sentence: string): Promise<void> {
  const page = await answer
  expect(page.status()).toBe(200)
  expect((await page.text()).replaceAll('\u00a0', ' ')).toContain(sentence)
}

/** Expects a form to have led on, and answers the path. */
export async function taken(answer: Promise<APIResponse>, to: RegExp): Promise<string> {
  const page = await answer
  const { pathname } = new URL(page.url())
  const [alert = ''] = /role="alert".*?<\/div>/s.exec(await page.text()) ?? []
  expect(page.status(), `${pathname} ${alert}`).toBe(200)
  expect(pathname, alert).toMatch(to)
  return pathname
}

const lastPart = (path: string) => path.split('/').at(-1) ?? ''

/** Signs in by the two forms and the mail between them; wrong codes and made-up links first. */
export async function signInWith(request: APIRequestContext, marks: Marker, mail: Mail) {
  const { email, phone } = marks.next()
  await refused(post(request, '/ru/sign-in', { email: phone }), field.not_an_email)
  await taken(post(request, '/ru/sign-in', { email }), /\/sign-in\/code$/)
  await refused(post(request, '/ru/sign-in/code', { code: phone }), field.not_six_digits)
  const { plate: token } = marks.next()
  await refused(post(request, '/ru/sign-in/link?token=a', { token }), field.wrong_link)
  const code = codeIn((await mail.to(email)).text)
  await taken(post(request, '/ru/sign-in/code', { code }), /\/ru\/my$/)
  return { email }
}

/** The profile and the duties: a name with a phone in it is refused. */
export async function introduceWith(request: APIRequestContext, marks: Marker): Promise<void> {
  const { phone } = marks.next()
  const name = (publicName: string) => post(request, '/ru/my/profile', { publicName })
  await refused(name(`Ляззат ${phone}`), field.has_phone)
  await taken(name('Ляззат'), /\/ru\/my$/)
  for (const kind of ['rides', 'housing']) {
    const page = post(request, `/ru/my/${kind}/duties`, { read: 'on' })
    await taken(page, new RegExp(`/my/${kind}/new$`))
  }
}

/** Offers one of each kind: contacts in what everyone reads are refused, what is private goes in. */
export async function offerWith(request: APIRequestContext, marks: Marker): Promise<Made> {
  const offer = async (kinds: string, open: string[], listing: Filled) => {
    const send = (change: Filled) => post(request, `/ru/my/${kinds}/new`, { ...listing, ...change })
    for (const name of open) {
      await refused(send({ [name]: told(marks.next()) }), field.has_phone)
    }
    await refused(send({ body: `ИИН 900101300123, ${marks.next().name}` }), field.has_iin)
    return lastPart(await taken(send({}), /\/my\/listings\/[0-9a-f-]{36}$/))
  }
  const ofRide = marks.next()
  return {
    ride: await offer('rides', ['body'], { ...RIDE, ...meetingOf(marks), plate: ofRide.plate }),
    home: await offer('housing', ['title', 'houseRules', 'body'], {
      ...HOME,
      address: told(marks.next()),
    }),
    centre: await offer('centres', ['title', 'documents', 'fees', 'body'], {
      ...CENTRE,
      address: told(marks.next()),
    }),
  }
}

/** Proposes another meeting point, and sends a message of a moderator about it. */
export async function changeWith(
  { volunteer, moderators: [moderator] }: Senders,
  { ride }: Made,
  marks: Marker,
): Promise<void> {
  const edit = (change: Filled) => post(volunteer, `/ru/my/listings/${ride}/edit`, change)
  await refused(edit({ body: told(marks.next()), point: 'У входа' }), field.has_phone)
  await taken(edit({ body: 'Выезжаю точно.', ...meetingOf(marks) }), /\/my\/listings\//)
  const note = told(marks.next())
  const decision = { action: 'request_changes', reason: 'unclear', note }
  await taken(post(moderator, `/ru/staff/listings/${ride}`, decision), /\/ru\/staff/)
}

/** Verifies the author and publishes everything, with words of the moderators. */
export async function publishWith(
  { moderators: [first, second] }: Senders,
  { ride, home, centre }: Made,
  marks: Marker,
): Promise<void> {
  const yes = (who: APIRequestContext, id: string) =>
    post(who, `/ru/staff/listings/${id}`, { action: 'approve', note: told(marks.next()) })
  await taken(post(first, `/ru/staff/listings/${ride}`, { how: 'met_in_person' }), /staff/)
  await taken(yes(first, ride), /\/ru\/staff/)
  await taken(yes(first, centre), /\/ru\/staff/)
  await taken(yes(first, home), /\/ru\/staff/)
  await taken(yes(second, home), /\/ru\/staff/)
}

/** A newcomer asks, writes and reports; the host answers, writes and reports. */
export async function askWith(
  { volunteer, guest }: Senders,
  { ride, home }: Made,
  marks: Marker,
): Promise<void> {
  await refused(post(guest, '/ru/request', { code: marks.next().phone }), field.wrong_page_code)
  const nights = { from: day(1), to: day(3) }
  for (const [path, when] of [
    [`rides/${ride}`, {}],
    [`housing/${home}`, nights],
  ] as const) {
    const form = await guest.get(`/ru/uralsk/${path}/ask`)
    const html = await form.text()
    const mark = marks.next()
    const asked = { ...when, text: told(mark), name: mark.name }
    // Sooner than a person could, it is refused.
    await expect(async () => {
      await taken(postFrom(guest, form.url(), html, asked), /\/ru\/request$/)
    }).toPass()
  }
  const inbox = await (await volunteer.get('/ru/my/requests')).text()
  const ids = [...new Set(inbox.match(/(?<=\/my\/requests\/)[0-9a-f-]{36}/g))]
  expect(ids).toHaveLength(2)
  for (const id of ids) {
    await taken(post(guest, `/ru/request/write/${id}`, { text: told(marks.next()) }), /request$/)
    const page = `/ru/my/requests/${id}`
    await taken(post(volunteer, page, { answer: 'accept' }), /\/my\/requests/)
    await taken(post(volunteer, page, { text: told(marks.next()) }), /\/my\/requests/)
    for (const [who, path] of [
      [guest, `/ru/request/wrong/${id}`],
      [volunteer, `${page}/wrong`],
    ] as const) {
      await report(who, path, marks)
    }
  }
}

/** What visitors say: taps, then words, in which contacts are refused. */
export async function tellWith(
  guest: APIRequestContext,
  { ride, home, centre }: Made,
  marks: Marker,
): Promise<void> {
  for (const path of [`rides/${ride}`, `housing/${home}`, `centres/${centre}`]) {
    await report(guest, `/ru/uralsk/${path}/tell`, marks)
  }
  await taken(post(guest, `/ru/uralsk/centres/${centre}/tell`, { minutes: '30' }), /\/tell$/)
}

/** What staff tell everyone holds no contacts; why somebody is suspended is for staff alone. */
export async function deskWith(
  { other, moderators: [moderator] }: Senders,
  otherId: string,
  marks: Marker,
): Promise<void> {
  const announcement = { text: told(marks.next()), lastDay: day(1), language: 'ru' }
  await refused(post(moderator, '/ru/staff/announcements', announcement), field.has_phone)
  const fact = () => ({ textRu: told(marks.next()), source: 'https://example.org' })
  const notice = { ...fact(), level: 'closed' }
  const place = post(moderator, '/ru/staff/facts/places/crossing-taskala', notice)
  await refused(place, field.has_phone)
  await refused(post(moderator, '/ru/staff/guide/iin/hours', fact()), field.has_phone)
  const note = told(marks.next())
  const path = `/ru/staff/people/${otherId}`
  await taken(post(moderator, `${path}/suspend`, { reason: 'rules', note }), /\/staff\/people/)
  expect((await other.get('/ru/my')).url()).toContain('/sign-in')
}

/** Addresses that carry what somebody typed: searches, filters, plans, links that never were. */
export async function typeWith(guest: APIRequestContext, marks: Marker): Promise<void> {
  const typed = () => encodeURIComponent(told(marks.next()))
  for (const path of [
    `/ru/search?q=${typed()}`,
    `/ru/uralsk/rides?q=${typed()}&from=${typed()}&cursor=${typed()}`,
    `/ru/uralsk/housing?q=${typed()}&people=${typed()}`,
    `/ru/uralsk/centres?q=${typed()}&service=${typed()}`,
    `/ru/plan?from=${typed()}&city=${typed()}&date=${typed()}&time=${typed()}`,
    `/ru/request/${typed()}`,
    `/ru/true/${typed()}`,
    `/ru/${typed()}`,
    `/ru/uralsk/rides/${typed()}`,
  ]) {
    expect((await guest.get(path)).status(), path).toBeLessThan(500)
  }
}

async function report(who: APIRequestContext, path: string, marks: Marker): Promise<void> {
  const tapped = await post(who, path, { reason: 'unsafe' })
  const html = await tapped.text()
  const send = (note: string) => postFrom(who, tapped.url(), html, { note })
  await refused(send(told(marks.next())), field.no_contacts)
  const { name, plate, message } = marks.next()
  const sent = await send([message, name, plate].join(', '))
  expect(sent.url()).toContain('note=1')
}

function meetingOf(marks: Marker): { point: string; car: string } {
  return { point: told(marks.next()), car: marks.next().name }
}

const RIDE = {
  from: 'crossing-taskala',
  to: 'city-uralsk',
  day: day(10),
  time: '14:25',
  seats: '3',
  price: '0',
  languages: ['ru'],
  body: 'Еду после работы.',
}

const HOME = {
  city: 'uralsk',
  housingKind: 'room',
  title: 'Комната с окном во двор',
  firstNight: day(),
  lastNight: day(6),
  beds: '3',
  minNights: '1',
  maxNights: '7',
  price: '0',
  languages: ['ru'],
  body: 'Тихая комната.',
}

const CENTRE = {
  title: 'Помощь с бумагами',
  city: 'uralsk',
  services: ['iin'],
  languages: ['ru'],
  body: 'Тёплая комната.',
}
