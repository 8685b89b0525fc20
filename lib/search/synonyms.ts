import type { Tongue } from '@/lib/search/stem/forms'

/*
 * The words of the search, for everyone to extend: add a word to the line of what it means, in the
 * form of a dictionary. Endings, ё and е, missing Kazakh letters, Latin letters, a wrong keyboard
 * and slips are taken care of. The first word of a line is the one that is suggested.
 *
 * Words are separated by commas; several words in a row are one phrase, and the longest phrase
 * wins. `~` before a word: it may also be meant literally, so texts that say it are found too.
 * `=` before a phrase: only exactly so spelled, without its endings.
 * One word may stand in several lines: it then means any of them.
 */
export const MEANINGS = {
  // The three kinds.
  ride: {
    ru: 'поездка, попутка, попутчик, подвезти, подвезет, подвезу, подвозить, довезти, довезет, довезу, отвезти, доехать, добраться, ехать, поехать, уехать, =еду, =едет, =едем, =едут, машина, автомобиль, авто, такси, трансфер, водитель, шофер, подвоз, место в машине, блаблакар, ~место, местечко',
    kk: 'сапар, көлік, машина, такси, жүргізуші, апару, апарады, апарамын, жеткізу, жеткізеді, жеткізіп, көлікпен, жолаушы, серік, ~орын, көліктегі орын, көлікте орын',
    en: 'ride, lift, car, drive, driver, transfer, taxi, cab, carpool, trip, hitchhike, seat, ~place',
  },
  housing: {
    ru: 'жилье, жилище, жилплощадь, ночлег, ночевка, ночевать, переночевать, заночевать, проживание, пожить, жить, спать, поспать, кров, вписка, аренда, арендовать, снять, снимать, остановиться, приютить, на ночь, ночь, место для ночлега, место на ночь, место для сна, ~место',
    kk: 'баспана, тұрғын үй, түнеу, түнейтін, түнеп, түнейтін жер, қону, қонатын, қоналқа, ұйықтау, жататын, тұратын, паналау, жалға алу, жалға беріледі, жалға, түнейтін орын, жататын орын, ~орын',
    en: 'housing, accommodation, lodging, home, stay, sleep, overnight, night, place to stay, place to sleep, somewhere to stay, somewhere to sleep, rent, rental, ~place',
  },
  centre: {
    ru: 'центр помощи, ~центр, ~помощь',
    kk: 'орталық, көмек орталығы, ~көмек',
    en: 'help centre, help center, ~centre, ~center, ~help, ~desk, ~office',
  },

  // What kind of home.
  flat: {
    ru: 'квартира, квартирка, квартира целиком, целая квартира, апартаменты, студия',
    kk: 'пәтер, бүкіл пәтер',
    en: 'flat, apartment, whole flat, studio',
  },
  room: { ru: 'комната, комнатка, спальня', kk: 'бөлме', en: 'room, bedroom, spare room' },
  bed: {
    ru: '~койка, ~кровать, койко место, спальное место, место в комнате, ~раскладушка',
    kk: '~төсек, төсек орын, ~кереует',
    en: '~bed, ~bunk, ~mattress',
  },
  shelter: {
    ru: 'приют, общий приют, убежище, ночлежка, ~шелтер',
    kk: 'ортақ баспана, пана, баспана орталығы',
    en: 'shelter, refuge, shared shelter',
  },
  premises: {
    ru: 'помещение, ~офис, ~зал, ~склад, ~коворкинг',
    kk: 'үй жай, ~кеңсе, ~зал',
    en: 'premises, ~office, ~hall, ~coworking',
  },

  // Whom or what it suits.
  women: {
    ru: 'женщина, женский, девушка, девочка',
    kk: 'әйел, әйел адам, қыз, қыз бала, келіншек, ана',
    en: 'women, woman, female, girl, lady, ladies',
  },
  men: {
    ru: 'мужчина, мужской, парень, парни, юноша, мужик',
    kk: 'ер адам, =ер, =ерлер, =ерлерге, еркек, жігіт',
    en: 'men, man, male, guy, boy',
  },
  children: {
    ru: 'дети, детьми, детский, ребенок, малыш, младенец, грудничок, подросток, деткам',
    kk: 'бала, балалы, сәби, нәресте, кішкентай, бөбек',
    en: 'children, child, kid, baby, toddler, infant',
  },
  family: {
    ru: 'семья, семейный, семейство, семьей',
    kk: 'отбасы, отбасылы, жанұя, от басы',
    en: 'family, families',
  },
  pets: {
    ru: 'животное, питомец, собака, собачка, пес, псом, пса, щенок, щенком, кошка, кошечка, кот, котенок, котик, зверь, с животными',
    kk: 'жануар, үй жануары, ит, мысық, күшік, марғау',
    en: 'pet, pet friendly, animal, dog, cat, puppy, kitten',
  },
  stepFree: {
    ru: 'без ступенек, без ступеней, без лестницы, без порогов, без барьеров, безбарьерный, пандус, инвалид, инвалидный, инвалидная коляска, инвалидность, маломобильный, колясочник, на коляске',
    kk: 'баспалдақсыз, пандус, мүгедек, мүгедектік, мүгедектер арбасы, мүгедек арбасы, кедергісіз',
    en: 'step free, wheelchair, accessible, disabled, disability, ramp, barrier free, no steps',
  },
  free: {
    ru: 'бесплатно, бесплатный, даром, задаром, безвозмездно, без оплаты, без денег',
    kk: 'тегін, ақысыз',
    en: 'free, free of charge, for free, gratis, no cost, no fee, no charge, nothing to pay',
  },
  registration: {
    ru: 'регистрация, прописка, прописать, зарегистрировать, зарегистрироваться, временная регистрация, регистрация адреса',
    kk: 'тіркеу, тіркелу, тіркейді, прописка, мекенжайды тіркеу',
    en: 'registration, register, address registration',
  },

  // What a centre helps with.
  iin: {
    ru: 'иин, индивидуальный идентификационный номер, идентификационный номер',
    kk: 'жсн, жеке сәйкестендіру нөмірі, сәйкестендіру нөмірі, иин',
    en: 'iin, individual identification number, identification number, zhsn',
  },
  address: {
    ru: 'регистрация, прописка, прописать, зарегистрировать, зарегистрироваться, временная регистрация, регистрация адреса, регистрация по месту жительства, уведомление о прибытии',
    kk: 'тіркеу, тіркелу, мекенжай, мекенжайды тіркеу, тұратын жері бойынша тіркеу',
    en: 'registration, register, address registration',
  },
  signature: {
    ru: 'эцп, электронная подпись, цифровая подпись, электронная цифровая подпись, подпись, электронный ключ, ключ эцп',
    kk: 'эцқ, эцп, электрондық қолтаңба, цифрлық қолтаңба, қолтаңба',
    en: 'signature, digital signature, electronic signature, eds',
  },
  sim: {
    ru: 'симка, сим, сим карта, симкарта, сотовая связь',
    kk: 'сим карта, сим, симка',
    en: 'sim, sim card, simcard',
  },
  translation: {
    ru: 'перевод, переводчик, переводить, перевести, переводчица',
    kk: 'аударма, аудармашы, аудару',
    en: 'translation, translator, translate, interpreter',
  },
  forms: {
    ru: 'бланк, заявление, заполнить, заполнение, заполнять, анкета, ~документ, ~бумага',
    kk: 'өтініш, өтініш толтыру, құжат толтыру, толтыру, бланк, ~құжат',
    en: 'form, form filling, application, paperwork, fill in, ~document',
  },

  // What kind of centre.
  serviceCentre: {
    ru: 'цон, центр обслуживания населения, центр обслуживания, госкорпорация, мфц',
    kk: 'хқко, халыққа қызмет көрсету орталығы, қызмет көрсету орталығы, цон',
    en: 'service centre, service center, public service centre, public service center, tson',
  },
  migration: {
    ru: '~миграционный, миграционная служба, миграционная полиция, миграция',
    kk: '~көші қон, көші қон қызметі, көші қон полициясы, миграция',
    en: '~migration, immigration, migration desk, migration office',
  },

  // Where a ride starts or ends; elsewhere what texts say.
  border: {
    ru: 'граница, пункт пропуска, пограничный, погранпереход, погранпост, кпп, ~пост',
    kk: 'шекара, өткізу пункті, шекара бекеті',
    en: 'border, crossing, border crossing, checkpoint',
  },
  station: {
    ru: 'вокзал, железнодорожный вокзал, жд вокзал, жд, станция, железная дорога',
    kk: 'вокзал, теміржол вокзалы, темір жол, станция, бекет',
    en: 'station, railway station, train station, railway',
  },
  busStation: {
    ru: 'автовокзал, автостанция, автобусный вокзал',
    kk: 'автовокзал, автобекет',
    en: 'bus station, coach station, bus terminal',
  },
  airport: { ru: 'аэропорт, аэровокзал', kk: 'әуежай', en: 'airport' },
  childSeat: {
    ru: 'детское кресло, автокресло, бустер, детское сиденье',
    kk: 'балаға орындық, балалар орындығы, балалар креслосы',
    en: 'child seat, car seat, baby seat, booster seat',
  },
  luggage: {
    ru: 'багаж, чемодан, вещи, сумка',
    kk: 'жүк, шабадан, чемодан, сөмке',
    en: 'luggage, suitcase, baggage, bag',
  },
  largeLuggage: {
    ru: 'большой багаж, большие сумки, большой чемодан, крупный багаж, много вещей, много багажа, много сумок',
    kk: 'көп жүк, үлкен жүк, жүк көп',
    en: 'large luggage, large bags, big bags, big luggage, lots of luggage, large suitcase',
  },

  // Only what texts say: the same thing in other words and languages.
  hostel: {
    ru: 'хостел, общежитие, общага',
    kk: 'жатақхана, хостел',
    en: 'hostel, dorm, dormitory',
  },
  house: { ru: 'дом, домик, частный дом, коттедж', kk: 'үй, жер үй', en: 'house, cottage' },
  host: { ru: 'хозяин, хозяйка, хозяева', kk: 'үй иесі, қожайын', en: 'host, landlord, landlady' },
  internet: {
    ru: 'интернет, вайфай, вай фай',
    kk: 'интернет, вайфай',
    en: 'internet, wifi, wi fi',
  },
  kitchen: { ru: 'кухня', kk: 'ас үй, асүй', en: 'kitchen' },
  washing: {
    ru: 'стиральная машина, стиралка, стирка, стирать, постирать',
    kk: 'кір жуғыш, кір жуғыш машина, кір жуу',
    en: 'washing machine, laundry',
  },
  shower: { ru: 'душ, душевая, помыться', kk: 'душ, жуынатын', en: 'shower' },
  sauna: { ru: 'баня, сауна', kk: 'монша, сауна', en: 'sauna, bathhouse' },
  food: {
    ru: '=еда, =еды, =еду, =еде, =едой, ужин, поесть, покормить, накормить, завтрак, обед',
    kk: 'тамақ, кешкі ас, тамақтану',
    en: 'food, meal, dinner, supper, breakfast, lunch',
  },
  tea: { ru: 'чай', kk: 'шай', en: 'tea' },
  charging: {
    ru: 'зарядка, зарядить, розетка, зарядить телефон, зарядное',
    kk: 'қуаттағыш, розетка, зарядтау',
    en: 'charger, charge, socket, charge my phone',
  },
  furniture: { ru: 'мебель, меблированный', kk: 'жиһаз, жиһазды', en: 'furniture, furnished' },
  lift: { ru: 'лифт', kk: 'лифт, жеделсаты', en: 'elevator' },
  metro: { ru: 'метро', kk: 'метро', en: 'metro, subway, underground' },
  bus: { ru: 'автобус, остановка, маршрутка', kk: 'автобус, аялдама', en: 'bus, bus stop' },
  train: { ru: 'поезд, электричка', kk: 'пойыз', en: 'train' },
  lorry: { ru: 'фура, грузовик, дальнобойщик', kk: 'жүк көлігі', en: 'lorry, truck' },
  fuel: {
    ru: 'бензин, топливо, горючее',
    kk: 'жанармай, бензин',
    en: 'fuel, petrol, gas, gasoline',
  },
  lawyer: { ru: 'юрист, адвокат, юридический', kk: 'заңгер, адвокат', en: 'lawyer, legal' },
  doctor: {
    ru: 'врач, доктор, больница, поликлиника',
    kk: 'дәрігер, аурухана',
    en: 'doctor, hospital',
  },
  work: { ru: 'работа, вакансия, заработок', kk: 'жұмыс', en: 'work, job' },
  bank: { ru: 'банк, счет, банковский счет', kk: 'банк, банк шоты', en: 'bank, bank account' },
  university: {
    ru: 'университет, вуз, институт, студент',
    kk: 'университет, студент',
    en: 'university, student',
  },
  school: { ru: 'школа, школьный', kk: 'мектеп', en: 'school' },
  kindergarten: { ru: 'детский сад, детсад, садик', kk: 'балабақша', en: 'kindergarten, nursery' },
  mosque: { ru: 'мечеть', kk: 'мешіт', en: 'mosque' },
  passport: { ru: 'паспорт, загранпаспорт', kk: 'төлқұжат, паспорт', en: 'passport' },
  volunteer: { ru: 'волонтер, доброволец', kk: 'ерікті, волонтер', en: 'volunteer' },
  toys: { ru: 'игрушка, игровой', kk: 'ойыншық, ойын', en: 'toy, toys' },
  queue: { ru: 'очередь', kk: 'кезек', en: 'queue, line' },
  booking: {
    ru: 'запись, записаться, по записи',
    kk: 'жазылу, алдын ала жазылу',
    en: 'appointment, booking',
  },
  noSmoking: {
    ru: 'не курить, не курим, без курения, некурящий, для некурящих, не курит',
    kk: 'темекі шегуге болмайды, темекісіз, шылым шегуге болмайды',
    en: 'smoke free, no smoking, non smoking, non smoker, nonsmoking',
  },
} as const satisfies Record<string, Record<Tongue, string>>

export type Meaning = keyof typeof MEANINGS

/**
 * What is not the same but would do: shown where nothing is what was asked for. A service centre is
 * asked for because of the IIN; the other way round, an office that does not help with the IIN is no
 * answer to it, and those that do are found by it anyway.
 */
export const CLOSE: Partial<Record<Meaning, readonly Meaning[]>> = {
  room: ['bed'],
  bed: ['room'],
  serviceCentre: ['iin'],
}

/** Names of our cities that are only heard; `lib/places/cities.ts` has the others. */
export const MORE_CITY_NAMES = {
  uralsk: 'Теке, Уральский, Оральск, Орал қаласы',
  petropavlovsk: 'Петропавл қаласы, Петропавловский, Петропавловск Казахстан, Петропавловск СКО',
  astana: 'Нурсултан, Нұрсұлтан, Астана қаласы, Nursultan',
  almaty: 'Алмата, Алма Ата, Алматинский, Алматы қаласы, Alma Aty, Almata, Almaty city',
} as const

/** Names of districts that are only heard; `lib/places/districts.ts` has the others. */
export const MORE_DISTRICT_NAMES: Record<string, string> = {
  'astana.baikonur': 'Байконыр, Байконурский, Байконырский, Baikonyr, Baykonur',
  'astana.yesil': 'Есильский, Esil, Левый берег',
  'astana.saryarka': 'Сарыаркинский, Сары Арка, Saryarqa',
  'astana.nura': 'Нуринский',
  'astana.almaty': 'Алматинский район, Алматы район',
  'astana.saraishyk': 'Сарайшик, Сарайчик, Sarayshyq',
  'almaty.auezov': 'Ауезов',
  'almaty.medeu': 'Медео, Медейский',
  'almaty.zhetysu': 'Жетісу, Жетысуйский, Jetisu',
}

/** Former names of crossings, by the id of the place. What Aksay was called until 1967, «Казахстан», is the country. */
export const FORMER_PLACE_NAMES: Record<string, string> = {
  'crossing-taskala': 'Каменка, Каменская', // https://en.wikipedia.org/wiki/Taskala
  'crossing-aksay': 'Новогеоргиевка', // http://aksayplaymapsoft.narod.ru/about.htm
  'crossing-orda': 'Урда, Ханская ставка', // https://www.silkadv.com/en/content/settlement-khan-ordasy-west-kazakhstan-region
  'crossing-kurmangazy': 'Ганюшкино', // http://zhasalash.kz/ganjushkinmen-%D2%9Boshtasatyn-kez-keldi/
  'crossing-sharbakty': 'Щербакты', // https://el.kz/content-12370_7960
}

/** Words that say nothing of what is looked for. */
export const STOP_WORDS = {
  ru: 'а без бы был была было были в во вам вас ваш весь вот все всех всем где да для до его ее ей если есть еще же за здесь и из или им их к как какая какие какой какую когда кого кому которая которые который кто куда ко ли мне меня мной можно мой моя мы на над надо нам нас наш не него нее ней нет ни но ну нужен нужна нужно нужны о об обо один одна одно он она они от по под подскажите пожалуйста при про с сам свой себя со срочно так там то того тоже только тот ту ты у уже хочу хотим чего чем что чтобы эта эти это этот я ищу ищем найти искать поиск требуется сделать получить оформить взять открыть попасть поможет помогите знает хотелось сегодня завтра послезавтра сейчас вчера вечером утром днем рядом возле около близко недалеко недорого дешево город городе города казахстан казахстане рк район районе человек человека люди людей людям двое двоих двух двум два две двоим трое троих три трех четыре четверо четверых пять пятеро неделю неделя недели месяц месяца сутки день дня дней часа час подойдет подходит нельзя сколько стоит цена район города новый новая хороший хорошая любой любая',
  kk: 'ал бар бол болады бола болса болмайды біз бізге бізді бір бірге ба бе бен бойынша бүгін да де дейін деп екі ертең еді жоқ жақын жанында жанындағы және жер жерде жедел керек кім кісі кісілік кісіге қажет қазір қайда қалай қайдан қандай ма ме мен менің маған мына мүмкін немесе не па пе пен сен сіз сізде соң та те тек туралы үш төрт үшін ол осы сол іздеймін іздеп іздеу табу алу алуға көмектесіңіз көмектесіңізші өтінемін адам адамға адамдар арналған ауданы ауданында ауданындағы қаласы қаласында керекпін',
  en: 'a about am an and any are as at be by can could do does for from get give go has have he her his how i if in into is it its just like looking me my near need needed no not of on one or our out please she so some someone somebody that the their them there they this to today tomorrow tonight now two three four people person us want wanted was we week month day days what when where which who with without would you your city district kazakhstan find search cheap anybody anyone some new good',
} as const satisfies Record<Tongue, string>

/** Places that are not ours: whoever asks for them is told so and shown nothing of another city. */
export const ELSEWHERE =
  'Актау, Актобе, Ақтөбе, Актюбинск, Aktobe, Aktau, Аральск, Арал, Aralsk, Атырау, Atyrau, Гурьев, Балхаш, Жезказган, Караганда, Қарағанды, Karaganda, Qaragandy, Кокшетау, Көкшетау, Kokshetau, Костанай, Қостанай, Кустанай, Kostanay, Кызылорда, Қызылорда, Kyzylorda, Павлодар, Pavlodar, Рудный, Семипалатинск, Semey, Талдыкорган, Талдықорған, Taldykorgan, Тараз, Taraz, Джамбул, Темиртау, Туркестан, Түркістан, Turkistan, Усть Каменогорск, Өскемен, Оскемен, Oskemen, Ust Kamenogorsk, Шымкент, Shymkent, Чимкент, Экибастуз, Екібастұз, Ekibastuz, Жанаозен, Конаев, Капчагай, Щучинск, Бурабай, Боровое, Хромтау, Степногорск, Риддер, Камчатка, Камчатский, Kamchatka, Kamchatsky, Петропавловск Камчатский, Петропавл Камчатский, Petropavlovsk Kamchatsky, Petropavlovsk Kamchatskiy, Москва, Мәскеу, Moscow, Moskva, Санкт Петербург, Петербург, Питер, Saint Petersburg, Petersburg, Самара, Samara, Саратов, Saratov, Оренбург, Орынбор, Orenburg, Омск, Omsk, Курган, Kurgan, Челябинск, Chelyabinsk, Екатеринбург, Yekaterinburg, Ekaterinburg, Уфа, Ufa, =казань, =казани, =казанью, Kazan, Пермь, Тюмень, Tyumen, Новосибирск, Novosibirsk, Барнаул, Томск, Красноярск, Волгоград, Volgograd, Астрахань, Astrakhan, =ростов, =ростова, =ростове, =ростову, Rostov, Краснодар, Сочи, Воронеж, Нижний Новгород, Тольятти, Пенза, Магнитогорск, Тбилиси, Tbilisi, Батуми, Batumi, Ереван, Yerevan, =баку, Baku, Ташкент, Tashkent, Самарканд, Samarkand, Бишкек, Bishkek, Ош, Душанбе, Dushanbe, Минск, Minsk, Киев, Kyiv, Стамбул, Istanbul, Анталья, Antalya, Анкара, Белград, Belgrade, Дубай, Dubai, Берлин, Berlin, Варшава, Warsaw, Улан Батор, Ulaanbaatar, Пекин, =грузия, =грузии, =грузию, Georgia, Турция, Turkey, Армения, Armenia, Сербия, Serbia, Узбекистан, Uzbekistan, Кыргызстан, Киргизия, Kyrgyzstan'
