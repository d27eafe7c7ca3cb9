import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  maskAddress,
  maskBankAccount,
  maskEmail,
  maskName,
  maskPhone,
  maskResidentId,
} from '#app/domain/masking.ts';

describe('masking', () => {
  it.each([
    ['13800001234', '138****1234'],
    ['138 0000 1234', '138****1234'],
    ['１３８００００１２３４', '138****1234'],
    ['0374-2560001', '0374-****0001'],
    ['010-12345678', '010-****5678'],
    ['12345', '***'],
    ['', ''],
  ])('covers the telephone %s as %s', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked);
  });

  it.each([
    ['411025198512310004', '411***********0004'],
    ['41102519851231000x', '411***********000X'],
    ['4110251985', '***'],
    ['', ''],
  ])('covers the identity number %s as %s', (number, masked) => {
    expect(maskResidentId(number)).toBe(masked);
  });

  it.each([
    ['张伟', '张*'],
    ['张晓东', '张**'],
    ['欧阳修文', '欧阳**'],
    ['欧阳', '欧*'],
    ['买买提·艾力', '买**·**'],
    ['李', '*'],
    ['', ''],
  ])('covers the name %s as %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  it.each([
    ['6222020200112532533', '**** **** 2533'],
    ['6222 0202 0011 2533', '**** **** 2533'],
    ['1234567', '***'],
    ['', ''],
  ])('covers the account %s as %s', (account, masked) => {
    expect(maskBankAccount(account)).toBe(masked);
  });

  it.each([
    ['anna@x.cn', 'a***@x.cn'],
    ['a@x.cn', '***@x.cn'],
    ['nobody', '***'],
    ['', ''],
  ])('covers the address %s as %s', (email, masked) => {
    expect(maskEmail(email)).toBe(masked);
  });

  it.each([
    ['河南省许昌市襄城县城关街道文昌社区中心路1号院2单元', '河南省许昌市襄城县城关街道文昌社区***'],
    ['襄城县颍桥回族镇杨庄村12号', '襄城县颍桥回族镇杨庄村***'],
    ['襄城县城关街道中心路1号', '襄城县城关街道***'],
    ['襄城县中心路1号', '襄城县***'],
    ['中心路1号', '***'],
    ['', ''],
  ])('covers the home %s as %s', (address, masked) => {
    expect(maskAddress(address)).toBe(masked);
  });

  it('never shows the birth date of an identity number, nor lets an odd one through', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{5,20}$/), (digits) => {
        const masked = maskResidentId(digits);
        expect(masked === '***' || /^\d{3}\*{11}\d{4}$/.test(masked)).toBe(true);
      }),
    );
  });
});
