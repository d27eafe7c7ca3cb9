export { guessField, type RegisterField, registerFields } from './column-names.ts';
export { type Column, findLayout, type Layout, type Mapping } from './columns.ts';
export {
  type Finding,
  type FindingField,
  findingFields,
  type RegisterValues,
  type Verdict,
} from './findings.ts';
export type { Cell, Grid, GridRow, Merge, Sheet } from './grid.ts';
export {
  type Known,
  type ReadingOptions,
  type RegisterReading,
  type RegisterRow,
  readRegister,
  readRegisterInSteps,
} from './read-register.ts';
export { sameKey } from './readings.ts';
export { type ReturnedRow, type ReturnedTable, returnedTable } from './returned-table.ts';
