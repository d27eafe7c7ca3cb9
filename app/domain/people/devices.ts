/** A browser and what it runs on, as far as its name of itself tells; words are `people.browser.*` and `people.system.*`. */
export interface Device {
  readonly browser: Browser;
  readonly system: System;
}

const browsers = [
  ['wechat', /MicroMessenger/],
  ['wps', /WPS|KsoBrowser/i],
  ['edge', /\bEdgA?\/|EdgiOS/],
  ['qq', /QQBrowser/],
  ['uc', /UCBrowser|UBrowser/],
  ['360', /360SE|360EE|QihooBrowser/],
  ['huawei', /HuaweiBrowser/],
  ['xiaomi', /MiuiBrowser/],
  ['firefox', /Firefox\/|FxiOS/],
  ['opera', /OPR\//],
  ['chrome', /Chrome\/|CriOS/],
  ['safari', /Safari\//],
] as const;

const systems = [
  ['harmony', /HarmonyOS|OpenHarmony/],
  ['android', /Android/],
  ['ipad', /iPad/],
  ['iphone', /iPhone|iPod/],
  ['windows', /Windows/],
  ['mac', /Mac OS X|Macintosh/],
  ['kylin', /Kylin|UOS/i],
  ['linux', /Linux|X11/],
] as const;

export type Browser = (typeof browsers)[number][0] | 'other';
export type System = (typeof systems)[number][0] | 'other';

/** Reads a `User-Agent` header. Browsers claim to be several at once: the one that says most is asked first. */
export const deviceOf = (agent: string): Device => ({
  browser: browsers.find(([, pattern]) => pattern.test(agent))?.[0] ?? 'other',
  system: systems.find(([, pattern]) => pattern.test(agent))?.[0] ?? 'other',
});
