import { openFacts } from '@/lib/centres/queries'
import { type CentreInput, centreSchema, speaksOfficially } from '@/lib/centres/schema'
import type { Connection } from '@/lib/db'
import type { KindModule } from '@/lib/listings/kinds'
import { dayColumn } from '@/lib/places/city-time'
import { authorize } from '@/lib/policy'
import { seal, unseal } from '@/lib/seal'

/** An IIN help centre: an office with its source, or a volunteers' help point. */
export const centreKind: KindModule<CentreInput> = {
  schema: centreSchema,
  hasDuties: false,
  privateFields: ['address'],
  instantFields: [],
  places: () => [],

  async columns(_tx, input, now, actor) {
    const kind = speaksOfficially(input) ? 'service_centre' : 'help_point'
    authorize(actor, 'centre.offerOfficial', { centreKind: kind })
    return {
      city: input.city,
      otherCity: null,
      title: input.title,
      body: input.body,
      sortAt: now,
      expiresAt: null,
      priceTenge: null,
    }
  },

  async write(tx, listingId, input) {
    const row = centreRow(input)
    await tx.centre.upsert({ where: { listingId }, create: { listingId, ...row }, update: row })
    await tx.openingHours.deleteMany({ where: { listingId } })
    await tx.openingHours.createMany({
      data: input.hours.map((span) => ({ listingId, ...span })),
    })
    await keepPlaceInList(tx, listingId)
  },

  async erasePrivate(tx, listingId) {
    await tx.centre.update({ where: { listingId }, data: { addressSealed: null } })
  },

  hasOwnTitle: true,

  // An office keeps that it had a source (centre_official_has_source), not which.
  async eraseWords(tx, listingId) {
    const nowhere = { publicAddress: null, latitude: null, longitude: null }
    const nothing = { documents: '', fees: '', publicPhone: null, ...nowhere }
    await tx.centre.update({ where: { listingId }, data: nothing })
    await tx.centre.updateMany({
      where: { listingId, sourceUrl: { not: null } },
      data: { sourceUrl: '' },
    })
  },

  async read(tx, listingId) {
    const { centre, ...listing } = await tx.listing.findUniqueOrThrow({
      where: { id: listingId },
      select: { city: true, title: true, body: true, centre: { include: { hours: true } } },
    })
    if (!centre) throw new Error('a centre listing without its centre')
    const { addressSealed } = centre
    return {
      ...openFacts(listing, centre),
      address: addressSealed ? unseal(addressSealed, 'centre.address') : '',
      hours: centre.hours
        .map(({ weekday, opens, closes }) => ({ weekday, opens, closes }))
        .sort((a, b) => a.weekday - b.weekday || a.opens - b.opens),
    }
  },
}

function centreRow(input: CentreInput) {
  const { address, checkedOn } = input
  return {
    centreKind: input.centreKind,
    district: input.district,
    publicAddress: input.publicAddress || null,
    addressSealed: address ? seal(address, 'centre.address') : null,
    publicBuilding: input.publicBuilding,
    // A change proposed before there were points has none.
    latitude: input.point?.latitude ?? null,
    longitude: input.point?.longitude ?? null,
    appointment: input.appointment,
    services: input.services,
    documents: input.documents,
    fees: input.fees,
    languages: input.languages,
    stepFree: input.stepFree,
    closedHolidays: input.closedHolidays,
    sourceUrl: input.sourceUrl,
    checkedOn: checkedOn ? dayColumn(checkedOn) : null,
    publicPhone: input.publicPhone,
  }
}

// A change must not send a centre to the end of its list: it stays where it was first offered.
async function keepPlaceInList(tx: Connection, listingId: string): Promise<void> {
  await tx.$executeRaw`UPDATE listing SET sort_at = created_at WHERE id = ${listingId}::uuid`
}
