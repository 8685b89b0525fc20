import { describe, expect, it } from 'vitest'
import { type Action, ACTIONS as POLICY } from '@/lib/policy'
import { read, sources } from '@/lib/testing/sources'

/**
 * Who may send each form. `anyone`: signing in, and what visitors say of a listing. `link`: whoever
 * has a private link open, or a signed one of a mail. `oneself`: changes nothing but one's own
 * account. Else the actions of lib/policy.ts that its commands ask.
 */
const FORMS: Record<string, 'anyone' | 'link' | 'oneself' | Action[]> = {
  'accounts.requestCode': 'anyone',
  'accounts.enterCode': 'anyone',
  'accounts.enterByLink': 'anyone',
  'accounts.saveProfile': 'oneself',
  'accounts.confirmDuties': 'oneself',
  'accounts.signOut': 'oneself',
  'accounts.signOutEverywhere': 'oneself',
  'data-rights.eraseMine': ['account.erase'],
  'guide.write': ['facts.keep'],
  'guide.reread': ['facts.keep'],
  'guide.drop': ['facts.keep'],
  'holidays.add': ['registry.keep'],
  'holidays.remove': ['registry.keep'],
  'imports.upload': ['registry.keep'],
  'imports.prepare': ['registry.keep'],
  'imports.publish': ['registry.keep', 'registry.publish', 'listing.publishAlone'],
  'imports.discard': ['registry.keep'],
  'places.sayNotice': ['facts.keep'],
  'registry.edit': ['centre.edit'],
  'registry.addDay': ['centre.setDays'],
  'registry.removeDay': ['centre.setDays'],
  'trusted.keep': ['listing.decide'],
  'announcements.announce': ['announcement.write'],
  'announcements.end': ['announcement.write'],
  'desk.decide': ['listing.decide'],
  'desk.takeNext': ['queue.view'],
  'desk.undo': ['queue.view'],
  'hosting.answer': ['request.answer'],
  'hosting.write': ['request.answer'],
  'hosting.erase': ['request.answer'],
  'listings.offer': ['listing.offer'],
  'listings.change': ['listing.change'],
  'listings.withdraw': ['listing.change'],
  'listings.changePlaces': ['listing.change'],
  'moderation.verify': ['person.verify'],
  'moderation.suspend': ['person.suspend'],
  'moderation.lift': ['person.suspend'],
  'moderation.assignRole': ['person.changeRole'],
  'moderation.endAllSessions': ['person.endSessions'],
  'moderation.note': ['person.note'],
  'notifications.retry': ['jobs.retry'],
  'reports.reportListing': 'anyone',
  'reports.reportAsAsker': 'link',
  'reports.reportAsHost': ['request.answer'],
  'reports.close': ['report.handle'],
  'requests.ask': 'anyone',
  'requests.openLink': 'link',
  'requests.enterPageCode': 'link',
  'requests.showPageCode': 'link',
  'requests.answerOffer': 'link',
  'requests.cancel': 'link',
  'requests.sayArrived': 'link',
  'requests.write': 'link',
  'requests.erase': 'link',
  'requests.closePage': 'link',
  'second-factor.proveFactor': ['desk.enter'],
  'second-factor.setFactor': ['desk.enter'],
  'second-factor.resetFactor': ['person.resetSecondFactor'],
  'truth.reply': 'link',
  'truth.answerTruth': ['listing.change'],
  'truth.pause': ['listing.change'],
  'visits.sayItWasTrue': 'anyone',
  'visits.sayHowLong': 'anyone',
}

const files = sources('lib').filter(({ path }) => path.endsWith('/actions.ts'))
const forms = files.flatMap(({ path, text }) =>
  [...text.matchAll(/^export async function (\w+)/gm)].map(([, name = '']) => ({
    path,
    name,
    form: `${path.split('/')[1]}.${name}`,
  })),
)

/** The text of a function, with that of everything it calls, as far as `lib` goes. */
function textOf(path: string, name: string, seen = new Set<string>()): string {
  const key = `${path} ${name}`
  if (seen.has(key)) return ''
  seen.add(key)
  const { text } = read(path)
  const begin = text.search(
    new RegExp(`^(?:export )?(?:async )?(?:function|const) ${name}\\b`, 'm'),
  )
  if (begin < 0) return ''
  const end = text.slice(begin).search(/^\S.*\n(?=\n)|^}\n|^\)\n/m)
  const body = text.slice(begin, begin + (text.slice(begin).indexOf('\n}') + 2 || end))
  const local = [...text.matchAll(/^(?:export )?(?:async )?(?:function|const) (\w+)/gm)].map(
    ([, found = '']) => ({ path, name: found, as: found }),
  )
  const called = [...local, ...importsOf(text)].filter(({ as }) =>
    new RegExp(`\\b${as}\\b`).test(body),
  )
  return body + called.map((one) => textOf(one.path, one.name, seen)).join('')
}

/** What is imported from commands and the like of `lib`, under which name. */
function importsOf(text: string): { path: string; name: string; as: string }[] {
  const imports = /^import \{([^}]+)\} from '@\/(lib\/[\w-]+\/(?:commands|links))'/gm
  return [...text.matchAll(imports)].flatMap(([, names = '', from]) =>
    names
      .split(',')
      .map((part) => part.trim().split(' as '))
      .filter(([name]) => name)
      .map(([name = '', as = name]) => ({ path: `${from}.ts`, name, as })),
  )
}

describe('every form', () => {
  it('is in the table, and nothing else', () => {
    expect(Object.keys(FORMS).sort()).toEqual(forms.map(({ form }) => form).sort())
  })

  it.each(forms)('$form asks the policy for what the table says', ({ path, name, form }) => {
    const text = textOf(path, name)
    const asked = POLICY.filter((action) =>
      new RegExp(`(?:authorize|can)\\(\\s*actor,\\s*'${action.replace('.', '\\.')}'`).test(text),
    )
    const wanted = FORMS[form]
    if (Array.isArray(wanted)) expect(asked).toEqual(expect.arrayContaining(wanted))
    else expect(wanted).toMatch(/^(?:anyone|link|oneself)$/)
  })
})
