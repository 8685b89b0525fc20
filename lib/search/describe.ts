import type { DescribedRow } from '@/lib/search/commands'
import { type Described, SERVICE_MEANINGS } from '@/lib/search/facts'
import { FORMER_PLACE_NAMES, type Meaning } from '@/lib/search/synonyms'

type Kind<K extends 'ride' | 'housing' | 'centre'> = NonNullable<DescribedRow[K]>
type Own = Pick<Described, 'district' | 'texts' | 'names' | 'is' | 'isNot' | 'from' | 'to'>
type Place = Kind<'ride'>['fromPlace']

const NOTHING: Own = { district: null, texts: [], names: [], is: [], isNot: [], from: [], to: [] }

/** A listing as the search reads it. */
export function describedBy(row: DescribedRow): Described {
  const { kind, city, otherCity, language } = row
  const own = row.ride
    ? ride(row.ride, row.body)
    : {
        ...NOTHING,
        ...(row.housing ? home(row, row.housing) : row.centre ? centre(row, row.centre) : {}),
      }
  return { kind, city, otherCity, language, ...own }
}

// Its title is made of the names of its places, which are there in every language.
function ride({ fromPlace, toPlace, ...facts }: Kind<'ride'>, body: string): Own {
  const ends = [fromPlace, toPlace]
  const isFrom = (kind: Place['kind']) => ends.some((place) => place.kind === kind)
  return {
    ...NOTHING,
    texts: [body],
    names: ends.flatMap(namesOf),
    // A crossing serves cities, it is not in one.
    from: fromPlace.kind === 'crossing' ? [] : fromPlace.serves,
    to: toPlace.kind === 'crossing' ? [] : toPlace.serves,
    is: meanings({
      ride: true,
      free: facts.priceTenge === 0,
      pets: facts.pets,
      children: facts.childSeats > 0,
      childSeat: facts.childSeats > 0,
      luggage: facts.luggage === 'suitcase' || facts.luggage === 'large',
      largeLuggage: facts.luggage === 'large',
      border: isFrom('crossing'),
      station: isFrom('station'),
      busStation: isFrom('bus_station'),
      airport: isFrom('airport'),
    }),
  }
}

function home({ title, body }: DescribedRow, facts: Kind<'housing'>): Partial<Own> {
  return {
    district: facts.district,
    texts: [title, body, facts.houseRules],
    is: meanings({
      housing: true,
      flat: facts.housingKind === 'flat',
      room: facts.housingKind === 'room',
      bed: facts.housingKind === 'bed',
      shelter: facts.housingKind === 'shelter',
      premises: facts.housingKind === 'premises',
      women: facts.womenOnly,
      men: facts.menOnly,
      family: facts.families,
      children: facts.children,
      pets: facts.pets,
      stepFree: facts.stepFree,
      free: facts.priceTenge === 0,
      registration: facts.confirmsRegistration,
    }),
    isNot: meanings({ women: facts.menOnly, men: facts.womenOnly }),
  }
}

function centre({ title, body }: DescribedRow, facts: Kind<'centre'>): Partial<Own> {
  return {
    district: facts.district,
    texts: [title, body, facts.documents, facts.fees],
    is: [
      ...meanings({
        centre: true,
        serviceCentre: facts.centreKind === 'service_centre',
        migration: facts.centreKind === 'migration_desk',
        stepFree: facts.stepFree === true,
      }),
      ...facts.services.map((service) => SERVICE_MEANINGS[service]),
    ],
    isNot: meanings({ stepFree: facts.stepFree === false }),
  }
}

function namesOf(place: Place): Own['names'] {
  const names = [
    { text: place.nameRu, language: 'ru' as const },
    { text: place.otherSideRu, language: 'ru' as const },
    { text: place.nameKk, language: 'kk' as const },
    { text: place.nameEn, language: 'en' as const },
    { text: place.otherSideEn, language: 'en' as const },
    { text: FORMER_PLACE_NAMES[place.id], language: 'ru' as const },
  ]
  return names.flatMap(({ text, language }) => (text ? [{ text, language }] : []))
}

function meanings(answers: Partial<Record<Meaning, boolean>>): Meaning[] {
  return (Object.keys(answers) as Meaning[]).filter((meaning) => answers[meaning])
}
