/** Where something was read. */
export interface Source {
  /** The site, and where it helps the date or number of the text; the same in every language. */
  name: string
  url: string
  /** A text of the state itself: a law, an order, a page of an office. */
  official?: boolean
}

/** Every text that the guide, the duties and the short numbers rest on, each once. */
export const SOURCES = {
  bureau: {
    name: 'bureau.kz',
    url: 'https://bureau.kz/novosti/nynche-ekstradicziya-nedobraya-tradicziya',
  },
  bureauSite: { name: 'bureau.kz', url: 'https://bureau.kz' },
  cards: { name: 'factor.am, 2025-01-14', url: 'https://factor.am/ru/?p=72244' },
  cardsBanks: {
    name: 'vedomosti.ru, 2025-01-31',
    url: 'https://vedomosti.ru/finance/articles/2025/01/31/1089516-chto-proishodit',
  },
  childPassport: {
    name: 'kommersant.ru, 2025-10-02',
    url: 'https://www.kommersant.ru/doc/8080787',
  },
  childPassportPolice: {
    name: 'vedomosti.ru, 2025-10-02',
    url: 'https://www.vedomosti.ru/society/news/2025/10/02/1143641-deti-mladshe-14-let',
  },
  consulates: {
    name: 'vedomosti.ru, 2026-02-11',
    url: 'https://www.vedomosti.ru/politics/news/2026/02/11/1175695-rossiya-planiruet-otkrit',
  },
  consulatesReport: {
    name: 'report.az, 2025-09-13',
    url: 'https://static.report.az/ru/v-regione/kazahstan-odobril-otkrytie-genkonsulstva-rossii-v-aktau',
  },
  dataExchange: {
    name: 'adilet.zan.kz, Z2200000113',
    url: 'https://adilet.zan.kz/kaz/docs/Z2200000113',
    official: true,
  },
  dataExchangeBegins: {
    name: 'ouzs.ru',
    url: 'https://ouzs.ru/news/analiticheskaya-spravka-po-soglasheniyu-o-vzaimnoy-pravovoy-pomoshchi-po-administrativnym-voprosam-v/',
  },
  emergency: {
    name: 'egov.kz, 2021-09-08',
    url: 'https://egov.kz/cms/en/articles/emergency_situations/emergency_number_112',
    official: true,
  },
  emergencyMemo: {
    name: '247media.kz',
    url: 'https://247media.kz/112-n-mirine-zh-ginu-bojynsha-haly-a-zhadynama',
  },
  handovers: {
    name: 'zona.media, 2026-02-12',
    url: 'https://zona.media/article/2026/02/12/kz2026',
  },
  handoversMeduza: {
    name: 'meduza.io, 2026-02-19',
    url: 'https://meduza.io/feature/2026/02/19/v-2026-godu-kazahstan-bukvalno-za-mesyats-prevratilsya-v-opasnuyu-stranu-dlya-antivoennyh-rossiyan-dazhe-teh-kto-ne-zhivet-tam-postoyanno',
  },
  hostDuty: {
    name: 'kodeksy-kz.com, 518',
    url: 'https://kodeksy-kz.com/ob_administrativnyh_pravonarusheniyah/518.htm',
  },
  hostNotice: {
    name: 'lada.kz, 2025-09-15',
    url: 'https://www.lada.kz/kazakhstan-news/143351-ot-14-do-90-dnei-komu-i-skolko-mozhno-zhit-v-kazakhstane-bez-vizy.html',
  },
  iinAppointment: {
    name: 'lada.kz, 2026-02-25',
    url: 'https://www.lada.kz/kazakhstan-news/149875-tolko-po-zapisi-v-tsonakh-kazakhstana-vvodiat-novyi-rezhim-raboty.html',
  },
  iinDigits: {
    name: 'pypi.org, kz-iin-validator',
    url: 'https://pypi.org/project/kz-iin-validator/',
  },
  iinDigitsPhp: {
    name: 'packagist.org, kz-iin',
    url: 'https://packagist.org/packages/vonlab/kz-iin',
  },
  iinGuide: { name: 'gov.kz, 497', url: 'https://www.gov.kz/situations/497', official: true },
  iinOffices: {
    name: 'kt.kz, 2021-05-08',
    url: 'https://www.kt.kz/rus/state/kak_inostrantsy_mogut_poluchit_iin_v_kazahstane_1377915434.html',
  },
  iinOrder: {
    name: 'adilet.zan.kz, V2000020201',
    url: 'https://adilet.zan.kz/rus/docs/V2000020201',
    official: true,
  },
  iinPerson: {
    name: 'bizmedia.kz, 2024-03-15',
    url: 'https://bizmedia.kz/2024-03-15-v-kazahstane-izmenili-pravila-prisvoeniya-iin-inostranczam/amp',
  },
  iinRules: {
    name: 'zakon.kz, 6427588',
    url: 'https://zakon.kz/amp/pravo/6427588-iin-inostrantsam-budut-prisvaivat-po-novym-pravilam.html',
  },
  illegalMigration: {
    name: 'lada.kz, 2025-09-12',
    url: 'https://www.lada.kz/kazakhstan-news/143292-s-17-sentiabria-kazakhstan-vvodit-zhestkii-pogranichnyi-kontrol-za-narushenie-tiuremnyi-srok-do-10-let.html',
  },
  illegalMigrationGuards: {
    name: 'alau.kz',
    url: 'https://alau.kz/peresechenie-granicy-kostanajskie-pogranichniki-predupredili-ob-izmenenijah-s-17-sentjabrja/',
  },
  imei: {
    name: 'rus.baq.kz, 2025-08-27',
    url: 'https://rus.baq.kz/vash-telefon-budet-zablokirovan-cherez-30-dney-kak-zaregistrirovat-imei-kod_300020984/',
  },
  imeiMinistry: {
    name: 'zakon.kz, 6471730',
    url: 'https://zakon.kz/amp/obshestvo/6471730-v-mintsifry-sdelali-novoe-zayavlenie-po-povodu-obyazatelnoy-registratsii-smartfonov-v-kazakhstane.html',
  },
  ninetyDays: {
    name: 'spektr.press, 2023-01-17',
    url: 'https://spektr.press/news/2023/01/17/kazahstan-otmenil-vizaran-dlya-rossiyan/amp',
  },
  ninetyDaysPolice: {
    name: 'alau.kz',
    url: 'https://alau.kz/po-kakim-osnovanijam-mozhno-poluchit-razreshenie-na-vremennoe-prozhivanie/',
  },
  officeHours: {
    name: 'zakon.kz, 2025-12-30',
    url: 'https://www.zakon.kz/obshestvo/6502967-rezhim-raboty-tsonov-i-spetstsonov-na-novyy-god-i-rozhdestvo-chto-nuzhno-znat-kazakhstantsam.html',
  },
  officeHoursJanuary: {
    name: 'inform.kz, 2026',
    url: 'https://www.inform.kz/amp/ocheredi-v-spetstsonah-kazahstana-prokommentirovali-v-pravitelstve-dlya-grazhdan-a88aec',
  },
  petropavlovskStation: {
    name: 'informburo.kz',
    url: 'https://informburo.kz/novosti/rossiyane-otremontiruyut-zdanie-vokzala-v-petropavlovske.html',
  },
  registration: {
    name: 'inform.kz, 2025-11-25',
    url: 'https://www.inform.kz/ru/pravila-registratsii-immigrantov-v-kazahstane-izmenyatsya-af3b97',
  },
  registrationKyrgyz: {
    name: '24.kg, 2025-11-26',
    url: 'https://24.kg/obschestvo/352265_vkazahstane_s1iyulya_2026_goda_migrantov_budut_registrirovat_ponovyim_pravilam/',
  },
  registrationLawyers: {
    name: 'migron.kz',
    url: 'https://migron.kz/novosti/novyye-pravila-registratsii-immigrantov',
  },
  residence: {
    name: 'migron.kz, 2025-08-29',
    url: 'https://migron.kz/stati/rvp-rossiyanam-kazakhstan',
  },
  residenceService: {
    name: 'gov.kz, 4631',
    url: 'https://www.gov.kz/services/4631?lang=en',
    official: true,
  },
  roads: {
    name: 'baigenews.kz',
    url: 'https://baigenews.kz/amp/news/dvizhenie-transporta-ogranicheno-v-dvuh-oblastyah-kazahstana_300009755',
  },
  roadsCentre: {
    name: 'inform.kz, 2026-01-20',
    url: 'https://www.inform.kz/ru/trassu-zakrili-v-oblasti-zhetisu-iz-za-nepogodi-adc0c7',
  },
  sim: {
    name: 'lada.kz, 2026-01-07',
    url: 'https://www.lada.kz/kazakhstan-news/147935-kazakhstantsy-ne-smogut-polzovatsia-sim-kartoi-bez-biometrii-novye-pravila-s-3-ianvaria.html',
  },
  simKyrgyz: {
    name: '24.kg, 2026-01-06',
    url: 'https://24.kg/tehnoblog/357148_biometriya_ilimit_na10nomerov_vkazahstane_izmenili_pravila_pokupki_SIM-kart/',
  },
  timeZone: { name: 'interfax.ru, 2024-03-01', url: 'https://interfax.ru/world/948506' },
  timeZoneRbc: {
    name: 'rbc.ru, 2024-01-19',
    url: 'https://www.rbc.ru/society/19/01/2024/65aa35869a7947164e84efd9',
  },
  unhcr: {
    name: 'unhcr.org',
    url: 'https://www.unhcr.org/centralasia/en/unhcr-in-kazakhstan',
  },
  unhcrAsylum: {
    name: 'unhcr.kz, 2019',
    url: 'https://webarchive.archive.unhcr.org/20190218101252mp_/https://www.unhcr.kz/eng/resources/information-for-refugees/kazakhstan/',
  },
  wantedOnly: {
    name: 'diena.lv, 2022',
    url: 'http://m.diena.lv/raksts/pasaule/cits/divu-nedelu-laika-kazahstana-ieradusies-200-000-krievu-14287379',
  },
} as const satisfies Record<string, Source>

export type SourceName = keyof typeof SOURCES
