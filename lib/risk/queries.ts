import { type Connection, db } from '@/lib/db'
import { Prisma } from '@/lib/generated/prisma/client'
import type { ListingKind } from '@/lib/generated/prisma/enums'
import { readBackground } from '@/lib/listings/queries'
import type { CitySlug } from '@/lib/places/cities'
import { type Judgement, judge } from '@/lib/risk/rules'

/** A listing, or a change of it, that waits or is about to. */
interface Post {
  listingId: string
  revisionId: string | null
}

/** Listings that an author has had published before nobody calls them new. */
const KNOWN_FROM = 2
/** Of the runs of words that a text is known by, the share that makes it the same. */
const SAME = 0.6
/** Shorter texts are alike by chance. */
const FEWEST_RUNS = 6

interface Row extends Post {
  kind: ListingKind
  city: CitySlug
  text: string
  price: number | null
  isNewAuthor: boolean
  sameId: string | null
  sameCity: CitySlug | null
  sameRefused: boolean | null
  reports: number
  grave: boolean
}

/** What speaks against everything that waits and is not over, by the id of `riskKey`. */
export async function risksOfAll(now: Date): Promise<Map<string, Judgement>> {
  const waiting = Prisma.sql`
    (revision.id IS NULL AND listing.status = 'pending'
      OR revision.status = 'pending' AND listing.status = 'published')
    AND (listing.expires_at IS NULL OR listing.expires_at > ${now})`
  return judged(db, await readFacts(db, waiting), now)
}

/** What speaks against one listing as it stands, or against a change of it. */
export async function risksOf(tx: Connection, post: Post, now: Date): Promise<Judgement> {
  const one = post.revisionId
    ? Prisma.sql`revision.id = ${post.revisionId}::uuid`
    : Prisma.sql`revision.id IS NULL AND listing.id = ${post.listingId}::uuid`
  const found = (await judged(tx, await readFacts(tx, one), now)).get(riskKey(post))
  if (!found) throw new Error('the risks of what does not exist')
  return found
}

export function riskKey({ listingId, revisionId }: Post): string {
  return revisionId ?? listingId
}

async function judged(tx: Connection, rows: Row[], now: Date): Promise<Map<string, Judgement>> {
  const cities = [
    ...new Set(
      rows.flatMap(({ kind, price, city }) => (kind === 'housing' && price ? [city] : [])),
    ),
  ]
  const usual = cities.length > 0 ? (await readBackground(cities, now, tx)).usual : new Map()
  return new Map(
    rows.map((row) => [
      riskKey(row),
      judge(row.text, {
        kind: row.kind,
        price: row.price,
        usual: usual.get(row.city) ?? null,
        isNewAuthor: row.isNewAuthor,
        same:
          row.sameId && row.sameCity
            ? { listingId: row.sameId, city: row.sameCity, isRefused: row.sameRefused === true }
            : null,
        reports: { times: row.reports, grave: row.grave },
      }),
    ]),
  )
}

// One statement for all: each listing as it is, and each pending change as what it would become.
function readFacts(tx: Connection, which: Prisma.Sql): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    SELECT listing.id AS "listingId", revision.id AS "revisionId", listing.kind, listing.city,
      concat_ws(E'\n', coalesce(form ->> 'title', listing.title), coalesce(form ->> 'body', listing.body),
        coalesce(form ->> 'houseRules', house_rules), coalesce(form ->> 'documents', centre.documents),
        coalesce(form ->> 'fees', centre.fees)) AS text,
      coalesce((form ->> 'price')::int, listing.price_tenge) AS price,
      owner.role = 'volunteer' AND (
        SELECT count(*) FROM listing AS earlier
        WHERE earlier.owner_id = owner.id AND earlier.published_at IS NOT NULL) < ${KNOWN_FROM} AS "isNewAuthor",
      same.id AS "sameId", same.city AS "sameCity", same.refused AS "sameRefused",
      told.reports, told.grave
    FROM listing
    JOIN account AS owner ON owner.id = listing.owner_id
    LEFT JOIN housing ON housing.listing_id = listing.id
    LEFT JOIN centre ON centre.listing_id = listing.id
    LEFT JOIN LATERAL (
      SELECT NULL::uuid AS id, NULL::revision_status AS status, NULL::jsonb AS proposal
      UNION ALL
      SELECT id, status, proposal FROM listing_revision
      WHERE listing_revision.listing_id = listing.id
    ) AS revision ON true
    CROSS JOIN LATERAL (SELECT revision.proposal AS form) AS proposed
    LEFT JOIN LATERAL (${sameText}) AS same ON true
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS reports, coalesce(bool_or(reason IN ('unsafe', 'fraud')), false) AS grave
      FROM report JOIN listing AS theirs ON theirs.id = report.listing_id
      WHERE theirs.owner_id = owner.id AND side <> 'host' AND outcome IS DISTINCT FROM 'nothing_wrong'
    ) AS told
    WHERE ${which}`
}

// Of somebody else, or one's own in another city or that was refused: a driver's weekly ride is none.
const sameText = Prisma.sql`
  SELECT other.id, other.city, other.status IN ('rejected', 'taken_down') AS refused
  FROM (
    SELECT CASE WHEN form ? 'body' THEN text_sketch(form ->> 'body') ELSE listing_text.sketch END AS sketch
    FROM listing_text WHERE listing_text.listing_id = listing.id
  ) AS mine
  JOIN listing_text AS theirs ON theirs.sketch && mine.sketch AND theirs.listing_id <> listing.id
  JOIN listing AS other ON other.id = theirs.listing_id
  WHERE cardinality(mine.sketch) >= ${FEWEST_RUNS}
    AND other.sample = listing.sample
    AND (other.owner_id <> listing.owner_id OR other.city <> listing.city
      OR other.status IN ('rejected', 'taken_down'))
    AND (SELECT count(*) FROM unnest(theirs.sketch) AS run WHERE run = ANY (mine.sketch))
      >= ${SAME}::float8 * cardinality(mine.sketch)
  ORDER BY refused DESC, other.created_at DESC LIMIT 1`
