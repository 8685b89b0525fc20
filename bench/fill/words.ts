import type { ListingKind } from '@/lib/generated/prisma/enums'
import type { Locale } from '@/lib/i18n/locales'

/** What an offer is put together from: three sentences after each other, and a title, unless it has its own. */
export interface Words {
  titles?: readonly string[]
  first: readonly string[]
  middle: readonly string[]
  last: readonly string[]
}

const rides = {
  ru: {
    first: [
      'Еду один, в машине тепло и чисто.',
      'Выезжаю вовремя, но до получаса подожду, если вы стоите на контроле.',
      'Езжу этой дорогой каждую неделю и хорошо её знаю.',
      'Машина большая, сидеть просторно.',
      'Встречу у выхода с перехода, напишу точное место.',
      'Еду с женой, сзади свободный ряд.',
    ],
    middle: [
      'Багажник пустой, чемодан и коляска поместятся.',
      'По дороге остановимся поесть и согреться.',
      'Есть детское кресло, скажите возраст ребёнка.',
      'Кошку в переноске возьму, крупную собаку нет.',
      'Если нужно, заедем за сим-картой и в банк.',
      'Не курю и в дороге не разговариваю по телефону.',
      'Заряжу телефон и раздам интернет.',
      'Могу высадить у вокзала или у хостела.',
      'Зимой ехать дольше, возьмите тёплую одежду.',
    ],
    last: [
      'Пишите, сколько вас и сколько вещей.',
      'За бензин делим поровну, с семей не беру.',
      'Если рейс отменится, предупрежу за день.',
      'Документы при себе держите до самого города.',
      'Можно без звонка, отвечаю на сообщения.',
    ],
  },
  kk: {
    first: [
      'Жалғыз келе жатырмын, көлік жылы әрі таза.',
      'Уақытында шығамын, бірақ жарты сағат күте аламын.',
      'Бұл жолмен апта сайын жүремін.',
      'Өткелден шыққан жерде күтемін, нақты орнын жазамын.',
      'Көлігім үлкен, отыруға ыңғайлы.',
    ],
    middle: [
      'Жүк салғыш бос, чемодан сыяды.',
      'Жолда тамақтанып аламыз.',
      'Балаға арналған орындық бар, жасын айтыңыз.',
      'Мысықты қорабымен аламын.',
      'Телефоныңызды зарядтап, интернет беремін.',
      'Қажет болса, банкке соғып өтеміз.',
      'Қыста жол ұзағырақ, жылы киініңіз.',
    ],
    last: [
      'Неше адам және қанша жүк екенін жазыңыз.',
      'Жанармай ақысын бөлісеміз, отбасынан ақша алмаймын.',
      'Өзгеріс болса, бір күн бұрын хабарлаймын.',
      'Құжаттарыңыз қолыңызда болсын.',
    ],
  },
  en: {
    first: [
      'I drive alone and the car is warm.',
      'I leave on time but can wait half an hour while you are in the queue.',
      'I know this road well, I take it every week.',
      'I will meet you right behind the crossing.',
    ],
    middle: [
      'The boot is empty, a suitcase and a stroller fit.',
      'We stop once for food.',
      'There is a child seat, tell me the age.',
      'A cat in a carrier is welcome.',
      'I can share internet and charge your phone.',
      'If you like we stop at a bank on the way.',
    ],
    last: [
      'Write how many you are and how much you carry.',
      'We share the fuel, families ride free.',
      'If anything changes I tell you a day before.',
    ],
  },
} as const satisfies Record<Locale, Words>

const homes = {
  ru: {
    titles: [
      'Комната для семьи рядом с парком',
      'Диван на первые ночи',
      'Квартира, пока хозяева в отъезде',
      'Тихая комната с отдельным входом',
      'Место в общей комнате',
      'Помещение с матрасами и кухней',
    ],
    first: [
      'Комната отдельная, дверь закрывается.',
      'Дом тёплый, лифт работает, третий этаж.',
      'Живём здесь вдвоём, гостям рады.',
      'Квартира после ремонта, всё новое.',
      'Рядом остановка и магазин, до центра двадцать минут.',
    ],
    middle: [
      'Бельё и полотенца дадим, стиральная машина есть.',
      'Кухней можно пользоваться, ужинаем вместе, если захотите.',
      'Есть детская кроватка и игрушки.',
      'С животными можно, у нас самих кошка.',
      'Интернет быстрый, можно работать.',
      'Поможем с регистрацией по адресу в первые дни.',
      'Подскажем, где сделать ИИН и купить сим-карту.',
      'Двор закрытый, машину есть где поставить.',
      'Пианино тоже можно трогать днём.',
    ],
    last: [
      'После одиннадцати вечера просим тишины.',
      'Курить только на балконе.',
      'Оставайтесь до конца указанных ночей, дольше не получится.',
      'Напишите, когда приезжаете и кто с вами.',
      'Платы не беру, помогите с уборкой.',
    ],
  },
  kk: {
    titles: ['Отбасына арналған бөлме', 'Алғашқы түндерге орын', 'Пәтерде бос бөлме бар'],
    first: [
      'Бөлме бөлек, есігі жабылады.',
      'Үй жылы, аялдама мен дүкен жақын.',
      'Екеуміз тұрамыз, қонаққа қуаныштымыз.',
      'Пәтер жөндеуден кейін, бәрі жаңа.',
    ],
    middle: [
      'Төсек-орын мен сүлгі береміз.',
      'Ас үйді пайдалануға болады.',
      'Балалар төсегі бар.',
      'Интернет жылдам, жұмыс істеуге болады.',
      'Мекенжай бойынша тіркелуге көмектесеміз.',
      'ЖСН алатын жерді көрсетеміз.',
    ],
    last: [
      'Кешкі он бірден кейін тыныштық сақтаңыз.',
      'Темекіні балконда ғана шегуге болады.',
      'Қашан және кіммен келетініңізді жазыңыз.',
    ],
  },
  en: {
    titles: [
      'A quiet room for a few nights',
      'A sofa for your first days',
      'A flat while we travel',
    ],
    first: [
      'The room is your own and the door locks.',
      'The house is warm and close to the bus.',
      'We are two and like guests.',
    ],
    middle: [
      'We give you sheets and towels.',
      'Use the kitchen as your own.',
      'There is a cot and some toys.',
      'Fast internet, good for work.',
      'We help you register the address.',
      'Pets are fine, we have a cat.',
    ],
    last: [
      'Please be quiet after eleven.',
      'Smoke on the balcony only.',
      'Write when you come and who is with you.',
    ],
  },
} as const satisfies Record<Locale, Words>

const centres = {
  ru: {
    titles: ['Помощь с документами', 'Волонтёры: заполним бланки вместе', 'Первые шаги в городе'],
    first: [
      'Помогаем получить ИИН и зарегистрировать адрес.',
      'Разбираем заявления и объясняем, куда идти дальше.',
      'Сидим по будням, в обед перерыв.',
    ],
    middle: [
      'Переводим с казахского.',
      'С утра очередь короче.',
      'Для детей есть стол и карандаши.',
      'Проверим сим-карту и электронную подпись.',
      'Вход без ступенек.',
    ],
    last: ['Возьмите паспорт и отметку о въезде.', 'Помощь бесплатная.', 'Запись не нужна.'],
  },
  kk: {
    titles: ['Құжат жөнінде көмек', 'ЖСН алуға көмектесеміз', 'Қаладағы алғашқы қадамдар'],
    first: ['ЖСН алуға және мекенжай тіркеуге көмектесеміз.', 'Өтініштерді бірге толтырамыз.'],
    middle: ['Қазақ тілінен аударамыз.', 'Таңертең кезек аз.', 'Балаларға үстел бар.'],
    last: ['Төлқұжатыңызды алыңыз.', 'Көмек тегін.', 'Жазылу қажет емес.'],
  },
  en: {
    titles: ['Help with papers', 'First steps in the city', 'We fill in forms with you'],
    first: ['We help you get an IIN and register your address.', 'We explain where to go next.'],
    middle: ['We translate from Kazakh.', 'Mornings are quieter.', 'No steps at the door.'],
    last: ['Bring your passport.', 'It is free of charge.', 'No appointment needed.'],
  },
} as const satisfies Record<Locale, Words>

/** The material of a kind of offer, by language. */
export const WORDS: Record<ListingKind, Record<Locale, Words>> = {
  ride: rides,
  housing: homes,
  centre: centres,
}
