import type { PageDef } from '../forms/form.ts';

export const RELATIONS = [
  'FATHER',
  'MOTHER',
  'GRANDPARENT',
  'MATERNAL_GRANDPARENT',
  'SIBLING',
  'RELATIVE',
  'GUARDIAN',
  'SOCIAL_WORKER',
  'OTHER',
] as const;

const FAMILY_STATUS = [
  'TWO_PARENTS',
  'ONE_PARENT',
  'GRANDPARENTS',
  'WITH_RELATIVES',
  'FOSTER',
  'ALONE',
  'OTHER',
] as const;

/** 基本資料 視窗2 [A:487–509]: what the register does not know and has to be typed. */
export const CONTACT_PAGE: PageDef = {
  id: 'basic',
  sections: [
    {
      id: 'studentContact',
      pairs: true,
      fields: [
        { id: 'studentPhone', kind: 'phone', required: true, span: 2 },
        {
          id: 'familyStatus',
          kind: 'choice',
          table: 'familyStatus',
          codes: FAMILY_STATUS,
          required: true,
          span: 2,
        },
        { id: 'address', kind: 'text', max: 120, required: true, span: 4 },
        { id: 'registeredAddress', kind: 'text', max: 120, required: false, span: 4 },
      ],
    },
    {
      id: 'guardian',
      pairs: true,
      fields: [
        { id: 'guardianName', kind: 'text', max: 60, required: true, span: 2 },
        {
          id: 'guardianRelation',
          kind: 'choice',
          table: 'relation',
          codes: RELATIONS,
          required: true,
          span: 2,
        },
        { id: 'guardianPhone', kind: 'phone', required: true, span: 4 },
      ],
    },
    {
      id: 'contact',
      pairs: true,
      fields: [
        {
          id: 'contactSame',
          kind: 'copy',
          required: false,
          span: 4,
          copies: {
            contactName: 'guardianName',
            contactRelation: 'guardianRelation',
            contactPhone: 'guardianPhone',
          },
        },
        { id: 'contactName', kind: 'text', max: 60, required: true, span: 2 },
        {
          id: 'contactRelation',
          kind: 'choice',
          table: 'relation',
          codes: RELATIONS,
          required: true,
          span: 2,
        },
        { id: 'contactPhone', kind: 'phone', required: true, span: 4 },
      ],
    },
  ],
};
