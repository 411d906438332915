import type { JsonObject } from '@tandem/journey';

/** An email template with a link that goes on with the journey, as IDM keeps it. */
export function linkTemplate(name: string, displayName: string, subject: string, text: string, link: string): JsonObject {
  return {
    _id: `emailTemplate/${name}`,
    defaultLocale: 'en',
    displayName,
    enabled: true,
    from: '',
    mimeType: 'text/html',
    subject: { en: subject },
    message: { en: `<p>${text}</p><p><a href="{{object.resumeURI}}">${link}</a></p>` },
  };
}
