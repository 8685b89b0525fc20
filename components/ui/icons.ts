/** Stroke paths on a 24 px grid. One path each, so that an icon is one short element. */
export const iconPaths = {
  car: 'M5 12l1.7-4.7A2 2 0 0 1 8.6 6h6.8a2 2 0 0 1 1.9 1.3L19 12M5.5 12h13a1.5 1.5 0 0 1 1.5 1.5V17H4v-3.5A1.5 1.5 0 0 1 5.5 12zM6 17v2M18 17v2M7.5 14.5h.01M16.5 14.5h.01',
  bed: 'M3 6v13M3 16h18M21 19v-5a3 3 0 0 0-3-3h-7v5M5.25 12.5a1.75 1.75 0 1 0 3.5 0a1.75 1.75 0 1 0-3.5 0z',
  id: 'M4.5 6h15A1.5 1.5 0 0 1 21 7.5v9a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 16.5v-9A1.5 1.5 0 0 1 4.5 6zM6 15.5c.4-1.3 1.4-2 2.6-2s2.2.7 2.6 2M14.5 10H18M14.5 13.5H18M7 10.2a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 1 0-3.2 0z',
  steps: 'M3 19h6v-6h6V7h6',
  next: 'M9 5l7 7-7 7',
  back: 'M15 5l-7 7 7 7',
  search: 'M4.5 11a6.5 6.5 0 1 0 13 0a6.5 6.5 0 1 0-13 0zM16 16l4.5 4.5',
  filter: 'M4 7h16M7 12h10M10 17h4',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  close: 'M6 6l12 12M18 6L6 18',
  alert: 'M12 4L2.8 20h18.4zM12 10v4.5M12 17.3h.01',
  info: 'M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0zM12 11v5.5M12 7.5h.01',
  share: 'M12 15V4M8 7.5l4-4 4 4M5 12v8h14v-8',
  keep: 'M12 4v11M8 11l4 4 4-4M5 16v4h14v-4',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  flag: 'M5 21V4h12l-2.5 4 2.5 4H5',
  list: 'M8 7h12M8 12h12M8 17h12M4 7h.01M4 12h.01M4 17h.01',
  mail: 'M4 5h16v11H10l-4 4v-4H4z',
  plus: 'M12 5v14M5 12h14',
  person: 'M8.5 8a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0zM5 20c.8-4 3.5-6 7-6s6.2 2 7 6',
  edit: 'M4 20l1-4L16 5l3 3L8 19z',
} as const

export type IconName = keyof typeof iconPaths
