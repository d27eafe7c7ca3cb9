import type { front as zh } from '../zh-CN/front.ts';

/** What the front says when it turns a request away before any page sees it: a heading and a sentence each. */
export const front = {
  'front.product': 'Hatchery',
  'front.home': 'To the front page',
  'front.back': 'Back to where I was',
  'front.requestId': 'Request number: {id}',
  'front.badRequest': 'The request cannot be read',
  'front.badRequest.text': 'The address or the content is malformed. Start again from a page of this system.',
  'front.incomplete': 'The content is incomplete',
  'front.incomplete.text': 'What was sent did not arrive in full. Please try again.',
  'front.inTheClear': 'The form came over an unsafe connection',
  'front.inTheClear.text':
    'It was sent over http, where others on the way can read it. Nothing was stored. Please open the page again with https and send it there.',
  'front.network': 'Not from this network',
  'front.network.text':
    'The pages of the administration open only from the networks that this installation lists. Please use a computer of the office.',
  'front.origin': 'The request comes from elsewhere',
  'front.origin.text': 'Please work from the pages of this system. Nothing was saved.',
  'front.notFound': 'There is no such page',
  'front.notFound.text': 'Check the address, or start from the front page.',
  'front.method': 'This kind of request is not accepted',
  'front.method.text': 'This address does not accept this kind of request.',
  'front.slow': 'Too slow: the connection was closed',
  'front.slow.text': 'The content did not arrive in time. Try again on a better network.',
  'front.bodyTooLarge': 'Too large',
  'front.bodyTooLarge.text':
    'No more than {megabytes} MB can be sent at once. Nothing was saved. Go back, choose fewer or smaller files, and save several times.',
  'front.uriTooLong': 'The address is too long',
  'front.uriTooLong.text': 'The address is too long to be handled. Shorten the search and try again.',
  'front.contentType': 'This format is not accepted',
  'front.contentType.text': 'Please submit from a page of this system. Nothing was saved.',
  'front.host': 'This address does not belong to the system',
  'front.host.text':
    'Use the address that your administrator gave you. If you are the administrator, check PUBLIC_URL.',
  'front.tooMany': 'Too many attempts',
  'front.tooMany.text':
    'There were too many requests within a short time. What is done stays done; try again in {minutes, plural, one {# minute} other {# minutes}}.',
  'front.headersTooLarge': 'The request carries too much',
  'front.headersTooLarge.text':
    'The browser sent too much beside the address. Delete the cookies of this site and try again.',
  'front.broken': 'Something went wrong',
  'front.broken.text':
    'It has been noted. What was saved is not affected. Try again later; if you need help, tell your administrator the request number below.',
  'front.busy': 'The system is busy',
  'front.busy.text': 'Please try again in a moment. Nothing was saved.',
  'front.full': 'The server is out of space',
  'front.full.text':
    'What you sent was not saved; what was saved before is unharmed. Please tell the administrator and try again later.',
  'front.stopping': 'The system is restarting',
  'front.stopping.text': 'Please try again in a minute. Nothing was saved.',
} as const satisfies Record<keyof typeof zh, string>;
