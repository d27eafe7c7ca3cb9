import type { register as zh } from '../zh-CN/register.ts';

/** Sentences of reading a center's register: what may be wrong with the file, with its columns and with a row. */
export const register = {
  'register.verdict.good': 'Comes in',
  'register.verdict.warn': 'Comes in; have a look',
  'register.verdict.bad': 'Stays out',

  'register.field.name': 'Name',
  'register.field.code': 'Unified social credit code',
  'register.field.record': 'Record number',
  'register.field.codeOrRecord': 'Credit code or record number',
  'register.field.type': 'Type of registration',
  'register.field.founded': 'Founded on',
  'register.field.person': 'Legal representative or lead',
  'register.field.phone': 'Telephone',
  'register.field.scope': 'Scope of work',
  'register.field.community': 'Community',
  'register.field.joined': 'Joined on',
  'register.field.ends': 'Term ends on',
  'register.field.ignore': 'Leave out',

  'register.kind.association': 'Social association',
  'register.kind.service_org': 'Social service institution',
  'register.kind.foundation': 'Foundation',
  'register.kind.recorded': 'Community organization on record',
  'register.kind.unregistered': 'Not registered',
  'register.kind.other': 'Other',

  'register.skipped.section': 'Heading of a group',
  'register.skipped.total': 'Row of totals',
  'register.skipped.note': 'Note',
  'register.skipped.header': 'Headings again',

  'register.reason.heading': 'Why not imported',
  'register.reason.join': '; ',
  'register.reason.file': '{name}-to-mend',

  'refusal.register.file.empty': 'There is nothing in the file',
  'refusal.register.file.tooLarge': 'The file is too large: at most {megabytes} MB',
  'refusal.register.file.kind': 'Upload an .xlsx or .csv file',
  'refusal.register.file.mismatch': 'The content of the file is not what its extension says',
  'refusal.register.file.oldFormat':
    'This is a spreadsheet of the old format (.xls, .et): save it as .xlsx, then import it',
  'refusal.register.file.encrypted': 'The file is encrypted: take its password off, then import it',
  'refusal.register.file.macros': 'The file has macros: save it as an .xlsx without macros, then import it',
  'refusal.register.file.damaged': 'The file is damaged and cannot be read',
  'refusal.register.file.bomb': 'The compressed file is abnormal; it was not read',
  'refusal.register.file.paths': 'The compressed file has abnormal paths; it was not read',
  'refusal.register.file.doctype':
    'The file has a declaration that is not allowed (DOCTYPE); it was not read',
  'refusal.register.file.notWorkbook': 'This is not a spreadsheet',
  'refusal.register.file.encoding':
    'The encoding of the text is not known: save the file as .csv in UTF-8, or as .xlsx',
  'refusal.register.file.quote': 'A quotation mark in row {row} is not closed',
  'refusal.register.file.rows': 'Too many rows, at most {most}: split the file',

  'refusal.register.noHeader': 'No headings were found: say what each column holds',
  'refusal.register.noNameColumn':
    'The headings in row {row} have no name of the organization: say which column it is',

  'refusal.register.cellError': 'The formula in the cell fails ({text}): write what it should say',
  'refusal.register.text.long': 'At most {max} characters; there are {length}',
  'refusal.register.text.control': 'It has invisible control characters',
  'refusal.register.name.missing': 'The name is missing',
  'refusal.register.name.short': 'A name has at least {min} characters',
  'refusal.register.name.characters':
    'Names usually have only Chinese characters, digits and brackets: have a look',
  'refusal.register.name.twice': 'The same name as in row {row}',
  'refusal.register.name.known': 'An organization of this name is on the register already',
  'refusal.register.code.missing': 'A registered organization needs its unified social credit code',
  'refusal.register.code.asNumber':
    'The code is stored as a number, which lost its last digits: set the cell to text and enter it again from the certificate',
  'refusal.register.code.twice': 'The same unified social credit code as in row {row}',
  'refusal.register.code.known': 'This unified social credit code is on the register already',
  'refusal.register.type.missing': 'Neither a type of registration nor a credit code or record number',
  'refusal.register.type.unknown': 'The type of registration “{text}” is not understood',
  'refusal.register.type.mismatch':
    'Type and code do not agree: the type says {type, select, association {social association} service_org {social service institution} foundation {foundation} recorded {on record} unregistered {not registered} other {other}}, the code begins with {found}, which means {kind, select, association {social association} service_org {social service institution} foundation {foundation} other {other}}',
  'refusal.register.record.missing': 'An organization on record needs its record number',
  'refusal.register.record.notKept':
    'Only an organization on record has a record number; this one was left out',
  'refusal.register.record.twice': 'The same record number as in row {row}',
  'refusal.register.record.known': 'This record number is on the register already',
  'refusal.register.date.format': 'The date “{text}” is not understood: write it like 2019-03-05',
  'refusal.register.date.incomplete': 'The date “{text}” is not complete: give the day too',
  'refusal.register.date.noSuchDay': 'There is no such day: “{text}”',
  'refusal.register.founded.future': 'The founding date {date} is in the future',
  'refusal.register.person.missing': 'No legal representative or lead',
  'refusal.register.phone.missing': 'No telephone number',
  'refusal.register.phone.format':
    '“{text}” is neither a mobile number nor a landline with area code; it was left out',
  'refusal.register.joined.future': 'The day of joining, {date}, is in the future: have a look',
  'refusal.register.ends.format': 'The end of the term “{text}” is not understood: write it like 2027-03-05',
  'refusal.register.ends.before': 'The term ends on {ends}, not after the day of joining, {joined}',
  'refusal.register.ends.alone': 'There is an end of the term but no day of joining',

  'refusal.uscc.empty': 'Enter the unified social credit code',
  'refusal.uscc.space': 'There is a space inside the unified social credit code',
  'refusal.uscc.length': 'A unified social credit code has 18 characters; this one has {length}',
  'refusal.uscc.letter':
    'Character {position}, “{letter}”, does not occur in a unified social credit code (no I, O, S, V, Z: they look like 1, 0, 5)',
  'refusal.uscc.authority': 'Codes of civil affairs begin with 5; this one begins with {found}',
  'refusal.uscc.kind': 'A code begins with 51, 52, 53 or 59; this one begins with {found}',
  'refusal.uscc.division': 'Characters 3 to 8 are six digits of a division; here they are {division}',
  'refusal.uscc.check17': 'Check character 17 is wrong: it is {found} and should be {expected}',
  'refusal.uscc.check18': 'Check character 18 is wrong: it is {found} and should be {expected}',
  'refusal.uscc.pilot':
    'This looks like an early pilot code (its check character would be {expected}): the director may accept it, with a reason, once the certificate was inspected',
  'refusal.uscc.divisionUnknown': 'The division {division} is on no list, current or historical: have a look',

  'refusal.residentId.empty': 'Enter the resident identity number',
  'refusal.residentId.format': 'A resident identity number has 17 digits and a last digit or X',
  'refusal.residentId.birthDate': 'The birth date in the identity number never was',
  'refusal.residentId.future': 'The birth date in the identity number is in the future',
  'refusal.residentId.check': 'The check character of the identity number is wrong: have a look',
} as const satisfies Record<keyof typeof zh, string>;
