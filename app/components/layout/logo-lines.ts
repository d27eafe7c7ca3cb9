/** The lines of the product's sign in a field of 32 by 32: two leaves, and the shell that they come out of. */
export const logoLines = {
  leaves: 'M16 16C16 9 12 5 4 5c0 7 4 11 12 11zM16 14c0-6 4-10 12-10 0 6-4 10-12 10z',
  shell: 'M16 15v5M5 18l3.5 3 3.75-3L16 21l3.75-3 3.75 3 3.5-3c0 6.5-4.75 11-11 11S5 24.5 5 18z',
} as const;
