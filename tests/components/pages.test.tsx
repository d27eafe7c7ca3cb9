import { describe, expect, it } from 'vitest';
import { locales } from '#app/i18n/locale.ts';
import { tagsOf } from './dom.ts';
import { type GalleryPage, galleryDocument, galleryPages } from './gallery/gallery.tsx';

const pages = Object.keys(galleryPages) as GalleryPage[];
const everyPage = pages.flatMap((page) => locales.map((locale) => [page, locale] as const));

/** Attributes that name other elements by id. */
const references = ['aria-labelledby', 'aria-describedby', 'for', 'form'];

describe.each(everyPage)('the %s page in %s', (name, locale) => {
  const markup = galleryDocument(name, '/app.css', locale);
  const tags = tagsOf(markup);

  it('keeps to the content policy: no style attributes, no handlers, no inline scripts', () => {
    const inline = tags.flatMap((tag) =>
      Object.keys(tag.attributes).filter((key) => /^(style|on[a-z]+)$/i.test(key)),
    );
    expect(inline).toEqual([]);
    expect(tags.some((tag) => tag.name === 'style')).toBe(false);
    const scripts = tags.filter((tag) => tag.name === 'script');
    expect(scripts.every((tag) => tag.attributes.src && tag.attributes.nonce)).toBe(true);
  });

  it('gives each id once', () => {
    const ids = tags.flatMap((tag) => tag.attributes.id ?? []);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('refers to ids that are there', () => {
    const ids = new Set(tags.flatMap((tag) => tag.attributes.id ?? []));
    const named = tags.flatMap((tag) => references.flatMap((key) => tag.attributes[key]?.split(' ') ?? []));
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
  });

  it('has one title and headings in order', () => {
    const levels = tags.filter((tag) => /^h[1-6]$/.test(tag.name)).map((tag) => Number(tag.name[1]));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    const jumps = levels.filter((level, index) => index > 0 && level > (levels[index - 1] ?? 0) + 1);
    expect(jumps).toEqual([]);
  });

  it('can be skipped into', () => {
    expect(tags.find((tag) => tag.name === 'a')?.attributes.href).toBe('#main');
    expect(tags.find((tag) => tag.name === 'main')?.attributes.id).toBe('main');
  });

  it('names every input', () => {
    const labelled = new Set(tags.filter((tag) => tag.name === 'label').map((tag) => tag.attributes.for));
    const nameless = tags.filter(
      (tag) =>
        ['input', 'select', 'textarea'].includes(tag.name) &&
        tag.attributes.type !== 'hidden' &&
        !tag.attributes['aria-label'] &&
        !labelled.has(tag.attributes.id ?? ''),
    );
    expect(nameless).toEqual([]);
  });
});
